/** Adds members to JSON files that people keep, without touching the rest of the text. */
import { createScanner, type Edit, applyEdits, findNodeAtLocation, type Node, parseTree } from "jsonc-parser";

/** The token of jsonc-parser for a comma. Its const enum cannot be imported. */
const COMMA = 5;
const END = 17;

/** The text with a new member at a path of keys. Objects on the way that are missing are added, too. */
export function withMember(text: string, path: readonly string[], value: unknown): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root?.type !== "object") return text;
  let [holder, depth] = [root, 0];
  for (const key of path.slice(0, -1)) {
    const next = findNodeAtLocation(holder, [key]);
    if (next?.type !== "object") break;
    [holder, depth] = [next, depth + 1];
  }
  const [key = "", ...deeper] = path.slice(depth);
  const added = deeper.toReversed().reduce((inner: unknown, name) => ({ [name]: inner }), value);
  return applyEdits(text, insertion(text, holder, { key, value: added }, depth + 1));
}

interface Member {
  readonly key: string;
  readonly value: unknown;
}

/** Adds after the last member, in lines of its own unless the object is in one line with members. */
function insertion(text: string, holder: Node, { key, value }: Member, depth: number): Edit[] {
  const { unit, end } = styleOf(text);
  const last = holder.children?.at(-1);
  const inside = text.slice(holder.offset, holder.offset + holder.length);
  if (last !== undefined && !inside.includes("\n")) {
    const content = `, ${JSON.stringify(key)}: ${JSON.stringify(value, undefined, 1).replaceAll(/\s*\n\s*/g, " ")}`;
    return [{ offset: last.offset + last.length, length: 0, content }];
  }
  const indentation = last === undefined ? unit.repeat(depth) : lineStart(text, last.offset);
  const shown = JSON.stringify(value, undefined, unit).replaceAll("\n", `${end}${indentation}`);
  const member = `${end}${indentation}${JSON.stringify(key)}: ${shown}`;
  const close = holder.offset + holder.length - 1;
  if (last === undefined)
    return [
      {
        offset: holder.offset + 1,
        length: close - holder.offset - 1,
        content: `${member}${end}${unit.repeat(depth - 1)}`,
      },
    ];
  const after = last.offset + last.length;
  const rest = text.slice(after, close);
  const hasComma = hasTrailingComma(rest);
  const place = after + rest.trimEnd().length;
  return [
    ...(hasComma ? [] : [{ offset: after, length: 0, content: "," }]),
    { offset: place, length: 0, content: hasComma ? `${member},` : member },
  ];
}

function hasTrailingComma(rest: string): boolean {
  const scanner = createScanner(rest, true);
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) if (token === COMMA) return true;
  return false;
}

function lineStart(text: string, offset: number): string {
  return /[ \t]*$/.exec(text.slice(0, offset))?.[0] ?? "";
}

/** The indentation of one level, and what ends lines. */
function styleOf(text: string): { readonly unit: string; readonly end: string } {
  return { unit: /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ", end: text.includes("\r\n") ? "\r\n" : "\n" };
}
