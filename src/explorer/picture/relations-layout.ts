import type { Box, Label, Layout, Line, Side } from "../../explore/data/picture/layout.js";
import {
  BOX,
  cutName,
  cutText,
  LABEL_SIZE,
  LINE,
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
const LONGEST = { name: 30, label: 24 };

type TextOf = (name: string) => string;
type Parts = Pick<Layout, "boxes" | "lines" | "labels">;
type Row = Pick<Box, "lines" | "type" | "list">;

/**
 * Sets what a type uses to its left, what uses it to its right, base types above it, derived types below it: all around
 * the middle of the left edge of its box. `nameOf` gives the text for the name of a type.
 */
export function relationsLayout(relations: Relations, nameOf: TextOf): Layout {
  const textOf = (name: string) => cutName(nameOf(name), LONGEST.name);
  const middle = middleOf(relations, textOf);
  const { type, uses, usedBy } = relations;
  const parts = [
    middle,
    sideOf({ list: "uses", type, relations: uses, from: 0, direction: -1 }, textOf),
    sideOf({ list: "usedBy", type, relations: usedBy, from: middle.width, direction: 1 }, textOf),
  ];
  const boxes = parts.flatMap((part) => part.boxes);
  const labels = parts.flatMap((part) => part.labels);
  const areas = [...boxes, ...labels];
  const [x, y] = [Math.min(...areas.map((area) => area.x)), Math.min(...areas.map((area) => area.y))];
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

/** The type with its base types above and the derived ones below. */
function middleOf({ type, bases, derived, itself }: Relations, textOf: TextOf): Parts & { readonly width: number } {
  const loop = itself.length === 0 ? [] : [`↻ ${labelOf(itself)}`];
  const below = rowsOf("derived", type, derived, MOST_DERIVED, textOf);
  const height = BOX + loop.length * LINE;
  const bottom = height / 2;
  const names = boxWidth([type, ...bases].map(textOf));
  const width = Math.max(names, boxWidth(loop, LABEL_SIZE), INDENT + boxWidth(below.flatMap(({ lines }) => lines)));
  const above = (at: number) => -bottom - at * ROW;
  const boxes: readonly Box[] = [
    { x: 0, y: -bottom, width, height, lines: [textOf(type), ...loop], type },
    ...bases.map((base, at) => ({ x: 0, y: above(at + 1), width, height: BOX, lines: [textOf(base)], type: base })),
    ...below.map((row, at) => ({
      ...row,
      x: INDENT,
      y: bottom + (at + 1) * ROW - BOX,
      width: width - INDENT,
      height: BOX,
    })),
  ];
  const paths = [
    ...bases.map((_, at) => `M${INDENT} ${above(at)}V${above(at + 1) + BOX}`),
    ...below.map((_, at) => `M${INDENT} ${bottom + (at + 1) * ROW - BOX / 2}H${INDENT / 2}V${bottom}`),
  ];
  return { width, boxes, lines: paths.map((path) => ({ kind: "base", path })), labels: [] };
}

/** The rows for names, of which the last stands for those that find no room. */
function rowsOf(list: Side, type: string, names: readonly string[], most: number, textOf: TextOf): readonly Row[] {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rows = shown.map((name): Row => ({ lines: [textOf(name)], type: name }));
  const rest = names.length - shown.length;
  return rest === 0 ? rows : [...rows, { lines: [`and ${rest} more`], type, list }];
}

/** What stands at a side of the type: its relations, and the edge that lines begin at in their direction. */
interface Column {
  readonly list: Side;
  readonly type: string;
  readonly relations: readonly Relation[];
  readonly from: number;
  readonly direction: 1 | -1;
}

function sideOf({ list, type, relations, from, direction }: Column, textOf: TextOf): Parts {
  const names = relations.map(({ name }) => name);
  const rows = rowsOf(list, type, names, MOST, textOf);
  const labels = rows.map((row, at) => (row.list === undefined ? labelOf(relations[at]?.members ?? []) : ""));
  const width = boxWidth(rows.flatMap(({ lines }) => lines));
  // From the type to the labels, and to the boxes.
  const fan = from + direction * FAN;
  const edge = fan + direction * boxWidth(labels, LABEL_SIZE);
  const bend = (from + fan) / 2;
  const centers = rows.map((_, at) => (at - (rows.length - 1) / 2) * ROW);
  return {
    boxes: rows.map((row, at) => {
      const y = (centers[at] ?? 0) - BOX / 2;
      return { ...row, x: direction < 0 ? edge - width : edge, y, width, height: BOX };
    }),
    lines: centers.map((y, at): Line => {
      const out = `M${from} 0C${bend} 0 ${bend} ${y} ${fan} ${y}H${edge}`;
      const back = `M${edge} ${y}H${fan}C${bend} ${y} ${bend} 0 ${from} 0`;
      return {
        kind: rows[at]?.list === undefined ? (relations[at]?.kind ?? "reference") : "reference",
        path: direction < 0 ? out : back,
      };
    }),
    labels: labels.flatMap((text, at): readonly Label[] => {
      const wide = textWidth(text, LABEL_SIZE);
      const x = direction < 0 ? edge + PADDING : edge - PADDING - wide;
      const y = (centers[at] ?? 0) - LABEL_SIZE - 3;
      return text === "" ? [] : [{ text, x, y, width: wide, height: LABEL_SIZE + 1 }];
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
