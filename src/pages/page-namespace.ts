import { isNamespace } from "../edm/names.js";
import { metadataOf, offsetOfMember, stringMember } from "./markdown/metadata.js";
import { placeOf, shownText, type PageContext } from "./page-context.js";

/** The namespace that a page states: by `Namespace: x.y` below the title, else in the `#page.annotation` comment. */
export function namespaceOf(context: PageContext): string | undefined {
  for (const { text, at } of context.page.intro) {
    const line = /^\s*(?:\*\*)?Namespace:(?:\*\*)?\s*(\S.*)$/im.exec(text);
    if (line === null) continue;
    const [whole, written = ""] = line;
    const offset = at + line.index + whole.length - written.length;
    return checkedNamespace(context, shownText(context, written), offset);
  }
  for (const metadata of metadataOf(context.page, "type", "#page.annotation")) {
    const stated = stringMember(metadata, "namespace");
    if (stated !== undefined) return checkedNamespace(context, stated, offsetOfMember(metadata, "namespace"));
  }
  return undefined;
}

function checkedNamespace(context: PageContext, written: string, offset: number): string | undefined {
  const namespace = written.replace(/\.$/, "");
  if (isNamespace(namespace)) return namespace;
  context.report.add("page-namespace-illegal", placeOf(context, offset), { namespace: written });
  return undefined;
}
