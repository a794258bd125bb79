import { QueryFault } from "./fault.js";

/** The most characters that a query may have. */
const MAX_LENGTH = 100_000;

/** The options of a query, decoded once, in their order. Throws a QueryFault for what is not percent-encoded right. */
export function optionsOf(search: string): readonly (readonly [name: string, value: string])[] {
  const text = search.replace(/^\?/, "");
  if (text.length > MAX_LENGTH) throw new QueryFault(400, `The query has more than ${MAX_LENGTH} characters.`);
  return text
    .split("&")
    .filter((option) => option !== "")
    .map((option) => {
      const equals = option.indexOf("=");
      const end = equals < 0 ? option.length : equals;
      return [decoded(option.slice(0, end)), decoded(option.slice(end + 1))];
    });
}

/** A plus is a space, as forms are encoded, but before the offset of a time and in an exponent. */
function decoded(text: string): string {
  if (text.includes("#")) throw new QueryFault(400, '"#" has to be written %23.');
  try {
    return decodeURIComponent(text.replace(/(?<!\de)\+(?!\d\d:\d\d)/gi, " "));
  } catch {
    throw new QueryFault(400, `${text.slice(0, 50)} is not percent-encoded UTF-8.`);
  }
}
