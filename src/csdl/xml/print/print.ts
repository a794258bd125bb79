/** An element to print. */
export interface PrintedElement {
  readonly name: string;
  /** As `printAttributes` has them. */
  readonly attributes: string;
  /** Those that are `undefined` are left out. */
  readonly children: readonly (PrintedElement | undefined)[];
  readonly text: string | undefined;
}

export function element(name: string, attributes = "", children: PrintedElement["children"] = []): PrintedElement {
  return { name, attributes, children, text: undefined };
}

export function textElement(name: string, text: string): PrintedElement {
  return { name, attributes: "", children: [], text };
}

/** The attributes of an element, a blank before each; those that are `undefined` are left out. */
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

/** The text of an element, indented by two blanks. */
export function printXml(root: PrintedElement): string {
  // One list for all lines: text that is joined at each level is copied at each level.
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

// Line breaks and tabs are references, or a reader would take them for blanks (XML 1.0 §3.3.3). What XML cannot
// say in any way (XML 1.0 §2.2) becomes the replacement character.
function escapeXml(text: string): string {
  if (!MAY_NEED_ESCAPE.test(text)) return text;
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "\ufffd")
      .replaceAll(/[&<>"\t\n\r]/g, (character) => ENTITIES.get(character) ?? `&#${character.charCodeAt(0)};`)
  );
}

/** Most texts are of none but these. */
const MAY_NEED_ESCAPE = /[^ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd]/;
