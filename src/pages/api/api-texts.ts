/** What the sentences of an api page say of bodies, and what its title says of the operation. */
import type { TypeName, TypeRef } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { isRequestBody, isParameters } from "../headings.js";
import { linksOf } from "../inline-text.js";
import type { Section, Slice } from "../page.js";
import type { Reading } from "../reading.js";
import type { RequestLine } from "./request-lines.js";
import { isEdmType, shortNameOf, typeOfCell } from "../tables/type-cell.js";

/** Whether the page documents an action or a function, by its title, its path or its sections. */
export function operationOf({ page }: Reading, lines: readonly RequestLine[]): "Action" | "Function" | undefined {
  const { title } = page;
  const stated = /^\S+\s+(action|function)$/i.exec(title)?.[1]?.toLowerCase();
  if (stated !== undefined) return stated === "action" ? "Action" : "Function";
  if (page.sections.some(({ heading }) => heading === "function parameters")) return "Function";
  const [line] = lines;
  const last = line?.template.slice(line.template.lastIndexOf("/") + 1) ?? "";
  const segment = /^(?:[\w.]*\.)?(\w+)(?:\(.*\))?$/.exec(last);
  const called = /^[^:]+:\s*(\w+)$/.exec(title)?.[1];
  const isCall =
    /\w\(\s*\w+\s*=/.test(last) || (called !== undefined && segment?.[1]?.toLowerCase() === called.toLowerCase());
  if (line === undefined) return undefined;
  if (isCall) return line.method === "GET" ? "Function" : "Action";
  return line.method === "POST" && saysParameters(page.sections) ? "Action" : undefined;
}

function bodyParagraphs(sections: readonly Section[]): readonly Slice[] {
  return sections
    .filter(({ heading, inExample }) => isRequestBody(heading) && !inExample)
    .flatMap(({ paragraphs }) => paragraphs);
}

/** Whether the request body holds parameters, not an entity. */
function saysParameters(sections: readonly Section[]): boolean {
  return bodyParagraphs(sections).some(({ text }) => /\b(?:the|following|representation of) parameters\b/i.test(text));
}

export function takesParameters({ page }: Reading, operation: "Action" | "Function" | undefined): boolean {
  return operation !== undefined || page.sections.some(({ heading }) => isParameters(heading));
}

const NO_BODY = /\b(?:do(?:es)? not|don['’]t) (?:supply|provide|require)|\bno request body|\bempty\b/i;
const NO_RESPONSE = /\b(?:empty|no) (?:response )?(?:body|content)\b|\bnot return anything\b/i;
/** What stands before the type of a body, the surest first. */
const BEFORE_BODY_TYPE = [/\brepresentations? (?:of|for)\s/i, /\b(?:supply|provide) (?:the|an?)\s/i];
const BEFORE_RETURN_TYPE = /\b(?:response(?: code)?|code)\b[\s`,]*(?:and|along with|with)\s+/i;

/** "supply a JSON representation of the X object", else the X of "Update X". */
export function bodyTypeOf(reading: Reading, lines: readonly RequestLine[]): TypeRef<TypeName> | undefined {
  const paragraphs = bodyParagraphs(reading.page.sections);
  if (!lines.some(({ method }) => method === "POST" || method === "PATCH" || method === "PUT")) return undefined;
  if (paragraphs.some(({ text }) => NO_BODY.test(text))) return undefined;
  for (const paragraph of paragraphs) {
    for (const before of BEFORE_BODY_TYPE) {
      const phrase = before.exec(withoutMarks(paragraph.text));
      const found = phrase === null ? undefined : typeAfter(reading, paragraph, phrase.index + phrase[0].length);
      if (found !== undefined) return found;
    }
  }
  const named = /^(?:update|create|upsert)\s+(\S+)$/i.exec(reading.page.title)?.[1];
  return named === undefined ? undefined : namedType(reading, { text: named, at: reading.page.titleAt });
}

function withoutMarks(text: string): string {
  return text.replace(/[\s*`]/g, " ");
}

/** Words that stand where a type might, and name none. */
const NO_TYPE = new Set(
  (
    "the a an new updated requested created specified object objects resource parameters value values following only json reference " +
    "relevant location empty list collection array body properties and of with for id name response its all any one each these same as"
  ).split(" "),
);

/** The type named from an offset of a text on: by the first link, else by the first word that can be one. */
function typeAfter(reading: Reading, paragraph: Slice, start: number): TypeRef<TypeName> | undefined {
  const [sentence = ""] = paragraph.text.slice(start).split(/\.(?=\s|$)/, 1);
  const slice = { text: sentence, at: paragraph.at + start };
  const link = linksOf(slice, reading.page.definitions).find(({ target }) => leadsToPage(target));
  if (link !== undefined) {
    const before = sentence.slice(0, link.at - slice.at);
    const behind = sentence.slice(link.at - slice.at + link.text.length);
    return refOf(reading, { text: link.text, at: link.at }, isCollection(before, behind));
  }
  const words = TYPE_WORDS.exec(sentence);
  const word = words?.[2]?.replace(/\.$/, "");
  if (words === null || word === undefined || NO_TYPE.has(word.toLowerCase())) return undefined;
  return refOf(
    reading,
    { text: word, at: slice.at + words[0].indexOf(word) },
    isCollection(words[1] ?? "", words[3] ?? ""),
  );
}

function leadsToPage(target: string): boolean {
  return /\.md\b|resources\/|\/graph\/api\//.test(target) && !/^https?:/.test(target);
}

const TYPE_WORDS = new RegExp(
  [
    "^((?:(?:the|an?|new|updated|requested|created|specified|collection of|list of|array of)(?=\\s)|\\s)*)[*`]*",
    "([\\p{L}_][\\p{L}\\p{N}_.]*)[*`]*",
    "((?: objects?| resources?)?(?: collection)?)",
  ].join(""),
  "iu",
);

function isCollection(before: string, behind: string): boolean {
  if (/\b(?:collection|list|array|set) of\b[^.]*$/i.test(before)) return true;
  return /^[\s*`]*(?:(?:(?:object|resource)s? )?collection|objects|resources|entries)\b/i.test(behind);
}

function refOf(reading: Reading, slice: Slice, collection: boolean): TypeRef<TypeName> | undefined {
  const found = typeOfCell(reading, slice);
  return found === undefined ? undefined : { type: found.type, collection: collection || found.collection };
}

function namedType(reading: Reading, slice: Slice): TypeRef<TypeName> | undefined {
  const found = refOf(reading, slice, false);
  return found === undefined || isEdmType(found.type) ? undefined : found;
}

export interface ResponseFacts {
  readonly status?: number;
  readonly returns?: TypeRef<TypeName>;
}

/** "returns a `201 Created` response code and a X object in the response body". */
export function responseOf(reading: Reading): ResponseFacts {
  const sections = reading.page.sections.filter(({ heading, inExample }) => heading === "response" && !inExample);
  for (const paragraph of sections.flatMap(({ paragraphs }) => paragraphs)) {
    const code = /\b([1-5]\d\d)\b(?=[\s`,]*[A-Za-z`])/.exec(paragraph.text);
    if (code === null) continue;
    const status = Number(code[1]);
    const returns = returnsIn(reading, paragraph, code.index);
    return { status, ...(returns !== undefined && { returns }) };
  }
  return {};
}

function returnsIn(reading: Reading, paragraph: Slice, from: number): TypeRef<TypeName> | undefined {
  const rest = paragraph.text.slice(from);
  if (NO_RESPONSE.test(rest.split(/\.\s/, 1)[0] ?? "")) return undefined;
  const phrase = BEFORE_RETURN_TYPE.exec(withoutMarks(rest));
  return phrase === null ? undefined : typeAfter(reading, paragraph, from + phrase.index + phrase[0].length);
}

/** The full name where an example shows a type of that short name, and only one. */
export function withFullName<R extends TypeRef<TypeName>>(ref: R, shown: () => readonly QualifiedName[]): R {
  if (typeof ref.type === "string") return ref;
  const fitting = new Set(shown().filter((name) => shortNameOf(name) === shortNameOf(ref.type)));
  const [only] = fitting;
  return only !== undefined && fitting.size === 1 ? { ...ref, type: only } : ref;
}
