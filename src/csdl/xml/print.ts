/** An element to print; attributes and children that are `undefined` are left out. */
export interface PrintedElement {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly PrintedElement[];
  readonly text?: string;
}

type Value = string | number | boolean | bigint | undefined;

export function element(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  children: readonly (PrintedElement | undefined)[] = [],
): PrintedElement {
  return {
    name,
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)] as const],
    ),
    children: children.filter((child) => child !== undefined),
  };
}

export function textElement(name: string, text: string): PrintedElement {
  return { name, attributes: [], children: [], text };
}

/** The text of an element, indented by two blanks. */
export function printXml({ name, attributes, children, text }: PrintedElement, indent = ""): string {
  const tag = `${indent}<${name}${attributes.map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join("")}`;
  if (text !== undefined) return `${tag}>${escapeXml(text)}</${name}>\n`;
  if (children.length === 0) return `${tag} />\n`;
  return `${tag}>\n${children.map((child) => printXml(child, `${indent}  `)).join("")}${indent}</${name}>\n`;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

// Line breaks and tabs are references, or a reader would take them for blanks (XML 1.0 §3.3.3). What XML cannot
// say in any way (XML 1.0 §2.2) becomes the replacement character.
function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "\ufffd")
      .replaceAll(/[&<>"\t\n\r]/g, (character) => ENTITIES.get(character) ?? `&#${character.charCodeAt(0)};`)
  );
}
