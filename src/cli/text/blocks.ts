import { counted } from "./style.js";

/** A part of a text of limited size. A part without rows stands as a whole or not at all. */
export interface Block {
  /** Parts with a lower number get room first. */
  readonly priority: number;
  readonly head: string;
  readonly rows: readonly string[];
  readonly tail: string;
  /** What a row is, for the line that counts those left out. */
  readonly noun: string;
}

/** Room for the line that counts what a part leaves out. */
const NOTE = 100;

/** Joins parts in their order. Where rows do not fit, a line counts those that are left out. */
export function fitBlocks(blocks: readonly Block[], limit: number): string {
  const texts = new Map<Block, string>();
  let room = limit;
  // Each part keeps the room for its note until it has its turn.
  let reserved = NOTE * blocks.filter(({ rows }) => rows.length > 0).length;
  for (const block of blocks.toSorted((a, b) => a.priority - b.priority)) {
    if (block.rows.length > 0) reserved -= NOTE;
    const text = fitted(block, room - reserved);
    texts.set(block, text);
    room -= text.length;
  }
  return blocks.map((block) => texts.get(block)).join("");
}

function fitted({ head, rows, tail, noun }: Block, room: number): string {
  const all = head + rows.join("") + tail;
  if (all.length <= room) return all;
  let left = room - head.length - tail.length - NOTE;
  const first = rows.findIndex((row) => (left -= row.length) < 0);
  if (first > 0) return `${head}${rows.slice(0, first).join("")}\n${note(rows.length - first, noun)}${tail}`;
  return rows.length > 0 && room > NOTE ? `\n${note(rows.length, noun)}` : "";
}

function note(count: number, noun: string): string {
  return `_${counted(count, noun)} left out here: a comment has no room for more._\n`;
}
