/** CSDL as a tree of plain data, and its text; by other means than the reader and the writer under test. */

export interface XmlNode {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly XmlNode[];
  readonly text?: string;
}

type Value = string | number | bigint | boolean | undefined;

/** An element; attributes without a value are left out. */
export function node(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  children: readonly XmlNode[] = [],
): XmlNode {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as const],
  );
  return { name, attributes: said, children };
}

/** An element that holds text. */
export function textNode(name: string, text: string): XmlNode {
  return { name, attributes: [], children: [], text };
}

/** The text of a tree, an element a line, so that a failing case can be read. */
export function printTree({ name, attributes, children, text }: XmlNode, indent = ""): string {
  const start = `${indent}<${name}${attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}`;
  if (text !== undefined) return `${start}>${escaped(text)}</${name}>\n`;
  if (children.length === 0) return `${start}/>\n`;
  return `${start}>\n${children.map((child) => printTree(child, `${indent} `)).join("")}${indent}</${name}>\n`;
}

// Blanks other than the plain one would become plain ones in an attribute (XML 1.0 §3.3.3).
function escaped(text: string): string {
  return text.replace(/[<>&"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
