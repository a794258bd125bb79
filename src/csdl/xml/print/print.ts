/** An element to print. */
export interface PrintedElement {
  readonly name: string;
  /** Printed by `printAttributes`. */
  readonly attributes: string;
  /** `undefined` is skipped. */
  readonly children: readonly (PrintedElement | undefined)[];
  readonly text: string | undefined;
}

export function element(name: string, attributes = "", children: PrintedElement["children"] = []): PrintedElement {
  return { name, attributes, children, text: undefined };
}

export function textElement(name: string, text: string): PrintedElement {
  return { name, attributes: "", children: [], text };
}

/** Attributes with a blank before each, without those whose value is `undefined`. */
export function printAttributes(
  values: Readonly<Record<string, string | number | boolean | bigint | undefined>>,
): string {
  let printed = "";
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value !== undefined) printed += ` ${name}="${escapeXml(String(value))}"`;
  }
  return printed;
}

/** Prints an element and its children, each level indented by two blanks. */
export function printXml(root: PrintedElement): string {
  const lines: string[] = [];
  pushLines(lines, root, "");
  return lines.join("");
}

function pushLines(lines: string[], { name, attributes, children, text }: PrintedElement, indent: string): void {
  const tag = `${indent}<${name}${attributes}`;
  if (text !== undefined) lines.push(`${tag}>${escapeXml(text)}</${name}>\n`);
  else if (children.every((child) => child === undefined)) lines.push(`${tag} />\n`);
  else {
    lines.push(`${tag}>\n`);
    for (const child of children) if (child !== undefined) pushLines(lines, child, `${indent}  `);
    lines.push(`${indent}</${name}>\n`);
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

// Line breaks and tabs are printed as references, or a reader would turn them into blanks (XML 1.0 §3.3.3). Characters
// that XML forbids even as references (XML 1.0 §2.2) become U+FFFD.
function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "\ufffd")
      .replaceAll(/[&<>"\t\n\r]/g, (character) => ENTITIES.get(character) ?? `&#${character.charCodeAt(0)};`)
  );
}
