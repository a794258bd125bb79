import type { Box, Label, Layout, Line, Side } from "../../explore/data/picture/layout.js";
import {
  BOX,
  cutName,
  cutText,
  LABEL_SIZE,
  NAME_SIZE,
  PADDING,
  textWidth,
} from "../../explore/data/picture/text-size.js";
import type { Relation, Relations } from "./relations.js";

/** How many types stand at each side, and below. */
const MOST = 14;
const MOST_DERIVED = 6;

const ROW = 32;
/** The width in which lines spread from the type to the rows. */
const FAN = 56;
const INDENT = 20;
/** What a relation of the type to itself takes below its box. */
const LOOP = 16;
/** The lower edge of the box of the type. */
const EDGE = BOX / 2;
const LONGEST = { name: 30, label: 24 };

type TextOf = (name: string) => string;
type Parts = Pick<Layout, "boxes" | "lines" | "labels">;

/** What stands in a row at a side of the type, or below it. */
interface Row extends Pick<Box, "type" | "list"> {
  readonly text: string;
  readonly label: string;
  readonly kind: Relation["kind"];
}

/**
 * Sets what a type uses to its left, what uses it to its right, base types above it, derived types below it: all around
 * the middle of the left edge of its box. `nameOf` gives the text for the name of a type.
 */
export function relationsLayout(relations: Relations, nameOf: TextOf): Layout {
  const textOf = (name: string) => cutName(nameOf(name), LONGEST.name);
  const { type, uses, usedBy } = relations;
  const middle = middleOf(relations, textOf);
  const parts = [
    middle,
    sideOf(rowsOf("uses", type, uses, MOST, textOf), 0, -1),
    sideOf(rowsOf("usedBy", type, usedBy, MOST, textOf), middle.width, 1),
  ];
  const boxes = parts.flatMap((part) => part.boxes);
  const labels = parts.flatMap((part) => part.labels);
  const areas = [...boxes, ...labels];
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  return {
    x,
    y,
    width: Math.max(...areas.map((area) => area.x + area.width)) - x,
    height: Math.max(...areas.map((area) => area.y + area.height)) - y,
    boxes,
    lines: parts.flatMap(({ lines }) => lines),
    labels,
  };
}

/** The rows for some relations, of which the last stands for those that find no room. */
function rowsOf(
  list: Side,
  type: string,
  all: readonly Partial<Relation>[],
  most: number,
  textOf: TextOf,
): readonly Row[] {
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  const rows = shown.map(({ name = "", kind = "reference", members = [] }): Row => {
    return { text: textOf(name), type: name, label: labelOf(members), kind };
  });
  const rest = all.length - shown.length;
  return rest === 0 ? rows : [...rows, { text: `and ${rest} more`, type, label: "", kind: "reference", list }];
}

/** The type with its base types above and the derived ones below, and between them what refers to the type itself. */
function middleOf({ type, bases, derived, itself }: Relations, textOf: TextOf): Parts & { readonly width: number } {
  const names = derived.map((name) => ({ name }));
  const below = rowsOf("derived", type, names, MOST_DERIVED, textOf);
  const width = Math.max(
    boxWidth([type, ...bases].map(textOf)),
    INDENT + boxWidth(below.map(({ text }) => text)),
    ...itself.map(({ members }) => INDENT + textWidth(labelOf(members), LABEL_SIZE) + LOOP * 2),
  );
  const above = (at: number) => -EDGE - at * ROW;
  const belowIt = (at: number) => EDGE + itself.length * LOOP + (at + 1) * ROW - BOX;
  const paths = [
    ...bases.map((_, at) => `M${INDENT} ${above(at)}V${above(at + 1) + BOX}`),
    ...below.map((_, at) => `M${INDENT} ${belowIt(at) + BOX / 2}H${INDENT / 2}V${EDGE}`),
  ];
  return {
    width,
    boxes: [
      ...[type, ...bases].map((name, at) => boxOf({ text: textOf(name), type: name }, 0, above(at), width)),
      ...below.map((row, at) => boxOf(row, INDENT, belowIt(at), width - INDENT)),
    ],
    lines: [
      ...paths.map((path) => ({ kind: "base", path }) as const),
      ...itself.map(({ kind }) => loopAt(kind, width)),
    ],
    labels: itself.map(({ members }) => {
      const text = labelOf(members);
      const wide = textWidth(text, LABEL_SIZE);
      return { text, x: width - LOOP - PADDING - wide, y: EDGE + 2, width: wide, height: LABEL_SIZE + 1 };
    }),
  };
}

/** A line from the lower edge of the box of the type and back to it. */
function loopAt(kind: Relation["kind"], width: number): Line {
  const radius = PADDING / 2;
  const x = width - LOOP - radius;
  return { kind, path: `M${x} ${EDGE}v${PADDING}a${radius} ${radius} 0 0 0 ${PADDING} 0v-${PADDING}` };
}

function boxOf({ text, type, list }: Pick<Row, "text" | "type" | "list">, x: number, y: number, width: number): Box {
  return { x, y, width, height: BOX, lines: [text], type, list };
}

/** A side of the type: its rows in a direction from an edge, with lines, then labels, then boxes. */
function sideOf(rows: readonly Row[], from: number, direction: 1 | -1): Parts {
  const isLeft = direction < 0;
  const width = boxWidth(rows.map(({ text }) => text));
  const fan = from + direction * FAN;
  const labels = rows.map(({ label }) => label);
  const edge = fan + direction * boxWidth(labels, LABEL_SIZE);
  const bend = (from + fan) / 2;
  const centerOf = (at: number) => (at - (rows.length - 1) / 2) * ROW;
  return {
    boxes: rows.map((row, at) => boxOf(row, isLeft ? edge - width : edge, centerOf(at) - BOX / 2, width)),
    lines: rows.map(({ kind }, at) => {
      const y = centerOf(at);
      const out = `M${from} 0C${bend} 0 ${bend} ${y} ${fan} ${y}H${edge}`;
      const back = `M${edge} ${y}H${fan}C${bend} ${y} ${bend} 0 ${from} 0`;
      return { kind, path: isLeft ? out : back };
    }),
    labels: rows.flatMap(({ label: text }, at): readonly Label[] => {
      const wide = textWidth(text, LABEL_SIZE);
      const x = isLeft ? edge + PADDING : edge - PADDING - wide;
      return text === "" ? [] : [{ text, x, y: centerOf(at) - LABEL_SIZE - 3, width: wide, height: LABEL_SIZE + 1 }];
    }),
  };
}

/** The members that make a relation, as far as there is room. */
function labelOf(members: readonly string[]): string {
  const [first = "", ...others] = members;
  const all = members.join(", ");
  if (all.length <= LONGEST.label || others.length === 0) return cutText(all, LONGEST.label);
  const count = `, +${others.length}`;
  return `${cutText(first, LONGEST.label - count.length)}${count}`;
}

function boxWidth(texts: readonly string[], size = NAME_SIZE): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size) + PADDING * 2));
}
