/** Code that is printed on one line where it fits, else on several. */
import { code, joined, type Code } from "./code.js";
import { LINE_WIDTH } from "./lines.js";

/** A list is printed part after part. */
export type Layout = Code | readonly Layout[] | Brackets | Operands;

/** Parts between brackets; on lines of their own where they do not fit. */
interface Brackets {
  readonly kind: "brackets";
  readonly open: Code;
  readonly parts: readonly Layout[];
  readonly separator: "," | ";";
  readonly close: Code;
}

/** Operands of a union or intersection. */
interface Operands {
  readonly kind: "operands";
  readonly operator: "|" | "&";
  readonly parts: readonly Layout[];
}

/** `Name<A, B>` */
export function generic(name: Code, ...parts: readonly Layout[]): Layout {
  return { kind: "brackets", open: code`${name}<`, parts, separator: ",", close: code`>` };
}

/** `{ a: A; b: B }` */
export function objectType(members: readonly (readonly [name: Code, type: Layout])[]): Layout {
  const parts = members.map(([name, type]) => [code`${name}: `, type]);
  return { kind: "brackets", open: code`{`, parts, separator: ";", close: code`}` };
}

/** `(a: A) => R` */
export function functionType(parameters: readonly Layout[], result: Code): Layout {
  if (parameters.length === 0) return code`() => ${result}`;
  return { kind: "brackets", open: code`(`, parts: parameters, separator: ",", close: code`) => ${result}` };
}

/** `A | B`, or `A & B`. */
export function operands(operator: "|" | "&", parts: readonly Layout[]): Layout {
  const [only = code`never`, ...others] = parts;
  return others.length === 0 ? only : { kind: "operands", operator, parts };
}

/** The whole on one line. */
export function flat(layout: Layout): Code {
  if (typeof layout === "string") return layout;
  if (isList(layout)) return joined(layout.map(flat), "");
  const parts = layout.parts.map(flat);
  if (layout.kind === "operands") return joined(parts, ` ${layout.operator} `);
  const inner = joined(parts, `${layout.separator} `);
  const space = layout.open === "{" && parts.length > 0 ? code` ` : code``;
  return code`${layout.open}${space}${inner}${space}${layout.close}`;
}

const INDENT = code`  `;

/** Prints a layout that begins at a column, in lines of at most 100 characters where its parts allow. */
export function laidOut(layout: Layout, column: number, indent: Code = code``): Code {
  const line = flat(layout);
  // One more for what follows: a comma or a semicolon.
  if (column + line.length < LINE_WIDTH || typeof layout === "string") return line;
  if (isList(layout)) return listLines(layout, column, indent);
  const inner = code`${indent}${INDENT}`;
  if (isOperands(layout)) {
    const lead = code`\n${inner}${layout.operator as Code} `;
    return joined(
      layout.parts.map((part) => code`${lead}${laidOut(part, inner.length + 2, inner)}`),
      "",
    );
  }
  const lines = layout.parts.map((part) => {
    const text = laidOut(part, inner.length, isOperands(part) ? indent : inner);
    // The first line of operands is the part's own.
    return code`${text.startsWith("\n") ? code`` : code`\n${inner}`}${text}`;
  });
  const last = layout.open.endsWith("<") ? code`` : (layout.separator as Code);
  const body = joined(lines, layout.separator);
  return code`${layout.open}${body}${last}\n${indent}${layout.close}`;
}

function listLines(parts: readonly Layout[], column: number, indent: Code): Code {
  return parts.reduce<Code>(
    (text, part) => {
      const start = text.includes("\n") ? text.length - text.lastIndexOf("\n") - 1 : column + text.length;
      const next = laidOut(part, start, indent);
      return next.startsWith("\n") ? code`${text.trimEnd() as Code}${next}` : code`${text}${next}`;
    },
    code``,
  );
}

function isList(layout: Exclude<Layout, Code>): layout is readonly Layout[] {
  return Array.isArray(layout);
}

function isOperands(layout: Layout): layout is Operands {
  return typeof layout === "object" && "operator" in layout;
}
