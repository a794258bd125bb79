import { SapCommon, textOf, type Annotated } from "../edm/vocabulary.js";

/**
 * The label of an element and its quick info, `Net Amount – Amount without taxes` (SAP's Common.Label and .QuickInfo; of
 * those without a label the heading). Left out is what `text`, or the other one, says already.
 */
export function labelTextOf(element: Annotated, text = ""): string | undefined {
  const label = shown(element, SapCommon.Label) ?? shown(element, SapCommon.Heading);
  const quickInfo = shown(element, SapCommon.QuickInfo);
  const isLabelSaid = label === undefined || says(quickInfo, label);
  const isInfoSaid = quickInfo === undefined || (!isLabelSaid && says(label, quickInfo));
  const parts = [...(isLabelSaid ? [] : [label]), ...(isInfoSaid ? [] : [quickInfo])];
  const news = parts.filter((part) => !says(text, part));
  return news.length === 0 ? undefined : news.join(" – ");
}

/** Models of CAP have keys of texts, `{i18n>Title}`, where they are not translated. */
function shown(element: Annotated, term: (typeof SapCommon)[keyof typeof SapCommon]): string | undefined {
  const text = textOf(element, term)?.trim();
  return text === undefined || text === "" || /^\{.*\}$/.test(text) ? undefined : text;
}

/** Whether a text has all words of another in a row. */
function says(text: string | undefined, part: string): boolean {
  return wordsOf(text ?? "").includes(wordsOf(part));
}

function wordsOf(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
}
