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
import type { Box, Label, Layout, Line, Side } from "./layout.js";
import type { Relation, Relations } from "./relations.js";

/** How many types stand at each side, and below. */
const MOST = 14;
const MOST_DERIVED = 6;

const ROW = 32;
/** The width in which lines spread from the type to the rows. */
const FAN = 56;
const INDENT = 20;
const LONGEST = { name: 30, label: 24 };

/** A row at a side, or below the type. */
interface Row extends Pick<Box, "type" | "list"> {
  readonly text: string;
  readonly relation?: Relation;
}

interface Column {
  readonly side: Side;
  readonly rows: readonly Row[];
  /** Of the boxes, and of the labels between them and the fan. */
  readonly width: number;
  readonly labels: number;
}

/**
 * Sets what a type uses to its left, what uses it to its right, base types above it, derived types below it. `textOf`
 * gives the text for the name of a type.
 */
export function relationsLayout(relations: Relations, textOf: (name: string) => string): Layout {
  const text = (name: string) => cutName(textOf(name), LONGEST.name);
  const left = column("uses", relations.uses, text);
  const right = column("usedBy", relations.usedBy, text);
  const middle = middleOf(relations, text);
  const x = left.rows.length === 0 ? 0 : left.width + left.labels + FAN;
  const sides = (Math.max(left.rows.length, right.rows.length) * ROW) / 2;
  const y = Math.max(sides, middle.above + middle.typeHeight / 2 + (ROW - BOX) / 2);
  const stack = placeMiddle(middle, x, y);
  const end = x + middle.width;
  const parts = [
    stack,
    placeSide(left, { y, from: x, boxes: 0, labels: left.width }),
    placeSide(right, { y, from: end, boxes: end + FAN + right.labels, labels: end + FAN }),
  ];
  return {
    width: right.rows.length === 0 ? end : end + FAN + right.labels + right.width,
    height: Math.max(y + sides, y + middle.typeHeight / 2 + middle.below + (ROW - BOX) / 2),
    boxes: parts.flatMap(({ boxes }) => boxes),
    lines: parts.flatMap(({ lines }) => lines),
    labels: parts.flatMap(({ labels = [] }) => labels),
  };
}

function rowsOf<T>(side: Side, all: readonly T[], most: number, row: (item: T) => Row): readonly Row[] {
  if (all.length <= most) return all.map(row);
  const shown = all.slice(0, most - 1);
  return [...shown.map(row), { text: `and ${all.length - shown.length} more`, list: side }];
}

function column(side: Side, relations: readonly Relation[], text: (name: string) => string): Column {
  const rows = rowsOf(side, relations, MOST, (relation) => ({
    text: text(relation.name),
    type: relation.name,
    relation,
  }));
  const labels = rows.map(({ relation }) => (relation === undefined ? "" : labelOf(relation.members)));
  return { side, rows, width: boxWidth(rows.map((row) => row.text)), labels: widest(labels, LABEL_SIZE) + PADDING * 2 };
}

/** The members that make a relation, as far as there is room. */
function labelOf(members: readonly string[]): string {
  const [first = "", ...others] = members;
  const all = members.join(", ");
  if (all.length <= LONGEST.label || others.length === 0) return cutText(all, LONGEST.label);
  const count = `, +${others.length}`;
  return `${cutText(first, LONGEST.label - count.length)}${count}`;
}

function widest(texts: readonly string[], size: number): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size)));
}

function boxWidth(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : widest(texts, NAME_SIZE) + PADDING * 2;
}

interface Middle {
  readonly row: Row;
  readonly itself: readonly string[];
  readonly bases: readonly Row[];
  readonly derived: readonly Row[];
  readonly width: number;
  readonly typeHeight: number;
  readonly above: number;
  readonly below: number;
}

function middleOf({ type, bases, derived, itself }: Relations, text: (name: string) => string): Middle {
  const rowOf = (name: string): Row => ({ text: text(name), type: name });
  const below = rowsOf("derived", derived, MOST_DERIVED, rowOf);
  const above = bases.map(rowOf);
  const loop = itself.length === 0 ? [] : [`↻ ${labelOf(itself)}`];
  const names = boxWidth([text(type), ...above.map((row) => row.text)]);
  return {
    row: rowOf(type),
    itself: loop,
    bases: above,
    derived: below,
    width: Math.max(names, widest(loop, LABEL_SIZE) + PADDING * 2, INDENT + boxWidth(below.map((row) => row.text))),
    typeHeight: loop.length === 0 ? BOX : BOX + LINE,
    above: above.length * ROW,
    below: below.length * ROW,
  };
}

type Parts = Pick<Layout, "boxes" | "lines"> & Partial<Pick<Layout, "labels">>;

/** The type with its base types above and the derived ones below, all with their centers in their rows. */
function placeMiddle({ row: type, itself, bases, derived, width, typeHeight }: Middle, x: number, y: number): Parts {
  const [top, bottom] = [y - typeHeight / 2, y + typeHeight / 2];
  const baseBoxes = bases.map((row, at) => box(row, { x, y: top - (at + 1) * ROW, width }));
  const derivedBoxes = derived.map((row, at) =>
    box(row, { x: x + INDENT, y: bottom + (at + 1) * ROW - BOX, width: width - INDENT }),
  );
  const up = bases.map((_, at) => {
    const from = at === 0 ? top : top - at * ROW;
    return `M${x + INDENT} ${from}V${top - (at + 1) * ROW + BOX}`;
  });
  const down = derivedBoxes.map((each) => `M${each.x} ${each.y + BOX / 2}H${x + INDENT / 2}V${bottom}`);
  return {
    boxes: [box(type, { x, y: top, width, height: typeHeight }, itself), ...baseBoxes, ...derivedBoxes],
    lines: [...up, ...down].map((path): Line => ({ kind: "base", path })),
  };
}

/** Where a side is: its center, where its lines leave the type, and where its boxes and labels begin. */
interface Place {
  readonly y: number;
  readonly from: number;
  readonly boxes: number;
  readonly labels: number;
}

function placeSide({ side, rows, width, labels }: Column, { y, from, ...x }: Place): Parts {
  const top = y - (rows.length * ROW) / 2;
  const boxes = rows.map((row, at) => box(row, { x: x.boxes, y: top + at * ROW + (ROW - BOX) / 2, width }));
  // From the label to the type, and from the type to the box.
  const [fan, edge] = side === "uses" ? [x.labels + labels, x.boxes + width] : [x.labels, x.boxes];
  const lines = rows.map(({ relation }, at): Line => {
    const row = top + (at + 0.5) * ROW;
    const bend = (from + fan) / 2;
    const path =
      side === "uses"
        ? `M${from} ${y}C${bend} ${y} ${bend} ${row} ${fan} ${row}H${edge}`
        : `M${edge} ${row}H${fan}C${bend} ${row} ${bend} ${y} ${from} ${y}`;
    return { kind: relation?.kind ?? "reference", path };
  });
  const texts = rows.map(({ relation }, at): Label => {
    const text = relation === undefined ? "" : labelOf(relation.members);
    const wide = textWidth(text, LABEL_SIZE);
    const start = side === "uses" ? edge + PADDING : edge - PADDING - wide;
    return { text, x: start, y: top + (at + 0.5) * ROW - LABEL_SIZE - 3, width: wide, height: LABEL_SIZE + 1 };
  });
  return { boxes, lines, labels: texts.filter(({ text }) => text !== "") };
}

function box(
  { text, type, list }: Row,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height?: number },
  more: readonly string[] = [],
): Box {
  const to = type === undefined ? list !== undefined && { list } : { type };
  return { height: BOX, ...area, lines: [text, ...more], ...to };
}
