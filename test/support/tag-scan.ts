/** A scanner of well-formed XML by one regular expression: a second opinion on what a document says. */

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tag[];
}

const TOKEN = /<!--[^]*?-->|<\?[^]*?\?>|<(\/?)([\w:.]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;
const ATTRIBUTE = /([\w:.]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Open[];
}

/** The elements of a text, below one that stands for the document. References in attributes stay as they are written. */
export function scanTags(text: string): Tag {
  const document: Open = { name: "", attributes: {}, children: [] };
  const open = [document];
  for (const [, end, name, attributes = "", empty] of text.matchAll(TOKEN)) {
    if (name === undefined) continue;
    if (end === "/") {
      open.pop();
      continue;
    }
    const tag: Open = { name, attributes: Object.create(null) as Record<string, string>, children: [] };
    for (const [, key = "", double, single] of attributes.matchAll(ATTRIBUTE))
      tag.attributes[key] = double ?? single ?? "";
    open.at(-1)?.children.push(tag);
    if (empty !== "/") open.push(tag);
  }
  return document;
}

/** All elements of that name below another one. */
export function tagsBelow({ children }: Tag, name: string): readonly Tag[] {
  return children.flatMap((child) => (child.name === name ? [child] : tagsBelow(child, name)));
}
