/** Reads the sentences of an api page about request and response bodies, and its title for the kind of operation. */
import type { TypeName, TypeRef } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { isRequestBody, isParameters } from "../headings.js";
import { linksOf } from "../inline-text.js";
import { isTrueMember } from "../markdown/metadata.js";
import type { Section, Slice } from "../page.js";
import type { PageContext } from "../page-context.js";
import type { RequestLine } from "./request-lines.js";
import { isEdmType, shortNameOf, typeOfCell } from "../tables/type-cell.js";

/** Decides whether a page documents an action or a function, by its title, its metadata, its path or its sections. */
export function operationOf({ page }: PageContext, lines: readonly RequestLine[]): "Action" | "Function" | undefined {
  const { title } = page;
  // PATCH, PUT and DELETE write what a path addresses.
  if (lines.length > 0 && lines.every(({ method }) => method !== "GET" && method !== "POST")) return undefined;
  const stated = /^\S+\s+(action|function)$/i.exec(title)?.[1]?.toLowerCase();
  if (stated !== undefined) return stated === "action" ? "Action" : "Function";
  // Only functions are composable (CSDL 4.01 §12.7); some pages that state it show POST.
  if (page.metadata.some((metadata) => isTrueMember(metadata, "isComposable"))) return "Function";
  if (page.sections.some(({ heading }) => heading === "function parameters")) return "Function";
  const [line] = lines;
  const last = line?.template.slice(line.template.lastIndexOf("/") + 1) ?? "";
  const segment = /^(?:[\w.]*\.)?(\w+)(?:\(.*\))?$/.exec(last);
  const called = /^[^:]+:\s*(\w+)$/.exec(title)?.[1];
  const isCall =
    /\w\(\s*\w+\s*=/.test(last) || (called !== undefined && segment?.[1]?.toLowerCase() === called.toLowerCase());
  if (line === undefined) return undefined;
  if (isCall) return line.method === "GET" ? "Function" : "Action";
  return line.method === "POST" && bodyIsParameters(page.sections) ? "Action" : undefined;
}

function bodyParagraphs(sections: readonly Section[]): readonly Slice[] {
  return sections
    .filter(({ heading, inExample }) => isRequestBody(heading) && !inExample)
    .flatMap(({ paragraphs }) => paragraphs);
}

/** Whether the section about the request body speaks of parameters. */
function bodyIsParameters(sections: readonly Section[]): boolean {
  return bodyParagraphs(sections).some(({ text }) => /\b(?:the|following|representation of) parameters\b/i.test(text));
}

/** Whether the rows of the page are parameters and not properties of an entity. */
export function takesParameters({ page }: PageContext, operation: "Action" | "Function" | undefined): boolean {
  return operation !== undefined || page.sections.some(({ heading }) => isParameters(heading));
}

const NO_BODY = /\b(?:do(?:es)? not|don['’]t) (?:supply|provide|require)|\bno request body|\bempty\b/i;
const NO_RESPONSE = /\b(?:empty|no) (?:response )?(?:body|content)\b|\bnot return anything\b/i;
/** Words before the type of a body, the most reliable first. */
const BEFORE_BODY_TYPE = [/\brepresentations? (?:of|for)\s/i, /\b(?:supply|provide) (?:the|an?)\s/i];
const BEFORE_RETURN_TYPE = /\b(?:response(?: code)?|code)\b[\s`,]*(?:and|along with|with)\s+/i;

/** The type of the request body: by "supply a JSON representation of the X object", else by a title "Update X". */
export function bodyTypeOf(context: PageContext, lines: readonly RequestLine[]): TypeRef<TypeName> | undefined {
  const paragraphs = bodyParagraphs(context.page.sections);
  if (!lines.some(({ method }) => method === "POST" || method === "PATCH" || method === "PUT")) return undefined;
  if (paragraphs.some(({ text }) => NO_BODY.test(text))) return undefined;
  for (const paragraph of paragraphs) {
    for (const before of BEFORE_BODY_TYPE) {
      const phrase = before.exec(withoutMarks(paragraph.text));
      const found = phrase === null ? undefined : typeAfter(context, paragraph, phrase.index + phrase[0].length);
      if (found !== undefined) return found;
    }
  }
  const named = /^(?:update|create|upsert)\s+(\S+)$/i.exec(context.page.title)?.[1];
  return named === undefined ? undefined : namedType(context, { text: named, at: context.page.titleAt });
}

function withoutMarks(text: string): string {
  return text.replace(/[\s*`]/g, " ");
}

/** Words in the place of a type that name none. */
const NO_TYPE = new Set(
  (
    "the a an new updated requested created specified object objects resource parameters value values following only json reference " +
    "representation representations relevant location empty list collection array body properties and of with for id name response its all any one each these same as"
  ).split(" "),
);

/** The type named behind an offset in the same sentence: by the first link, else by the first word. */
function typeAfter(context: PageContext, paragraph: Slice, start: number): TypeRef<TypeName> | undefined {
  const [sentence = ""] = paragraph.text.slice(start).split(/\.(?=\s|$)/, 1);
  const slice = { text: sentence, at: paragraph.at + start };
  const link = linksOf(slice, context.page.definitions).find(({ target }) => leadsToPage(target));
  if (link !== undefined) {
    const before = sentence.slice(0, link.at - slice.at);
    const behind = sentence.slice(link.at - slice.at + link.text.length);
    return refOf(context, { text: link.text, at: link.at }, isCollection(before, behind));
  }
  const words = TYPE_WORDS.exec(sentence);
  const word = words?.[2]?.replace(/\.$/, "");
  if (words === null || word === undefined || NO_TYPE.has(word.toLowerCase())) return undefined;
  return refOf(
    context,
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

function refOf(context: PageContext, slice: Slice, collection: boolean): TypeRef<TypeName> | undefined {
  const found = typeOfCell(context, slice);
  return found === undefined ? undefined : { type: found.type, collection: collection || found.collection };
}

function namedType(context: PageContext, slice: Slice): TypeRef<TypeName> | undefined {
  const found = refOf(context, slice, false);
  return found === undefined || isEdmType(found.type) ? undefined : found;
}

/** The status code and the type that a page states for its response. */
export interface StatedResponse {
  readonly status?: number;
  readonly returns?: TypeRef<TypeName>;
}

/** Reads "returns a `201 Created` response code and a X object in the response body". */
export function responseOf(context: PageContext): StatedResponse {
  const sections = context.page.sections.filter(({ heading, inExample }) => heading === "response" && !inExample);
  for (const paragraph of sections.flatMap(({ paragraphs }) => paragraphs)) {
    const code = /\b([1-5]\d\d)\b(?=[\s`,]*[A-Za-z`])/.exec(paragraph.text);
    if (code === null) continue;
    const status = Number(code[1]);
    const returns = returnsIn(context, paragraph, code.index);
    return { status, ...(returns !== undefined && { returns }) };
  }
  return {};
}

function returnsIn(context: PageContext, paragraph: Slice, from: number): TypeRef<TypeName> | undefined {
  const rest = paragraph.text.slice(from);
  if (NO_RESPONSE.test(rest.split(/\.\s/, 1)[0] ?? "")) return undefined;
  const phrase = BEFORE_RETURN_TYPE.exec(withoutMarks(rest));
  return phrase === null ? undefined : typeAfter(context, paragraph, from + phrase.index + phrase[0].length);
}

/** Replaces a short type name by the full name if examples show exactly one type of that name. */
export function withFullName<R extends TypeRef<TypeName> | undefined>(ref: R, shown: readonly QualifiedName[]): R {
  if (ref === undefined || typeof ref.type === "string") return ref;
  const { short } = ref.type;
  const fitting = new Set(shown.filter((name) => shortNameOf(name) === short));
  const [only] = fitting;
  return only !== undefined && fitting.size === 1 ? { ...ref, type: only } : ref;
}
