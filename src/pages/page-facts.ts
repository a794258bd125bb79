import { isNamespace } from "../edm/names.js";
import { derivesFrom, inheritsFrom, type BasePhrase } from "./types/base-phrases.js";
import { metadataOf, placeIn, textIn } from "./markdown/metadata.js";
import type { Include, Page, Slice } from "./page.js";
import { placeOf, shownText, type Reading } from "./reading.js";

/** The include that holds the table of national clouds. */
export function cloudsInclude(page: Page): Include | undefined {
  return page.includes.find(({ name }) => name === "national-cloud-support");
}

/** The namespace that a page states: in the line below its title, else in the comment at its end. */
export function namespaceOf(reading: Reading): string | undefined {
  for (const { text, at } of reading.page.intro) {
    const line = /^\s*(?:\*\*)?Namespace:(?:\*\*)?\s*(\S.*)$/im.exec(text);
    if (line === null) continue;
    const written = shownText(reading, line[1] ?? "");
    return checkedNamespace(reading, written, () => at + line.index + line[0].length - (line[1] ?? "").length);
  }
  for (const metadata of metadataOf(reading.page, "type", "#page.annotation")) {
    const said = textIn(metadata, "namespace");
    if (said !== undefined) return checkedNamespace(reading, said, () => placeIn(metadata, "namespace"));
  }
  return undefined;
}

function checkedNamespace(reading: Reading, written: string, offset: () => number): string | undefined {
  const namespace = written.replace(/\.$/, "");
  if (isNamespace(namespace)) return namespace;
  reading.report.add("page-namespace-illegal", placeOf(reading, offset()), { namespace: written });
  return undefined;
}

/** Quotes, includes, pictures and lists. */
const NO_PROSE = /^(?:>|\[!INCLUDE|!\[|[-*] )/;
/** Lines that stand on every page; in a rendered one, notes have no mark of their own. */
const NO_DESCRIPTION =
  /^(?:(?:\*\*)?Namespace:|(?:Important|Note|Caution):|Inherits from\b|None\b|This API is available in the following national cloud)/i;

/** The first prose below the title. */
export function descriptionOf(page: Page): Slice | undefined {
  return page.intro.find(
    ({ text }) => !NO_PROSE.test(text) && !NO_DESCRIPTION.test(text) && shownText({ page }, text) !== "",
  );
}

/** The sentence "Inherits from X", anywhere on the page; else what its introduction says in other words. */
export function inheritsSentence(page: Page): BasePhrase | undefined {
  return firstOf(page.paragraphs, inheritsFrom) ?? firstOf(page.intro, derivesFrom);
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
