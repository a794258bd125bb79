/**
 * The order of the pages that document one request: the page about the resource that the path addresses comes before
 * pages about others that go the same way, e.g. `user-list` before `intune-devices-user-list`, and `calendar-update`
 * before the page on extended properties, which shows the paths of everything that can have some.
 */
import { sourceIndexOf } from "../../diagnostics/position.js";
import type { Document } from "../../edm/document.js";
import { groupBy } from "../../edm/grouping.js";
import { simpleNameOf, type QualifiedName } from "../../edm/names.js";
import type { Request } from "../../edm/requests.js";
import { singularOf } from "../names/type-names.js";
import { pathSegmentsOf, type NameSegment } from "./path-segments.js";

/** How well a page fits a request; the lower, the better, and earlier numbers count first. */
export interface PageRank {
  /** Whether file name or title name what is addressed: 0 exactly, 1 in a longer name, as of a derived type, 2 not at all. */
  readonly naming: 0 | 1 | 2;
  /** Whether the file name begins with no resource of the path: `intune-devices-user-list`. */
  readonly foreign: boolean;
  /** Whether the page has the markup of today; it states anew what older pages do. */
  readonly recent: boolean;
  readonly others: readonly number[];
}

/** The first generation with the markup of today. */
const RECENT = 2;

export type RankPage = (request: Request) => PageRank;

export function pageRanking(requests: readonly Request[], documents: readonly Document[]): RankPage {
  const pages = new Map(
    documents.flatMap((document) => (document.kind === "page" ? [[document.source.index, document] as const] : [])),
  );
  const breadths = new Map(
    [...groupBy(requests, ({ at }) => sourceIndexOf(at))].map(([index, group]) => [index, breadthOf(group)] as const),
  );
  return (request) => {
    const source = sourceIndexOf(request.at);
    const page = pages.get(source);
    const file = fileWordsOf(page?.source.name ?? "");
    const segments = namesIn(request.template);
    const subject = positionOf(file[0] ?? "", segments);
    const isRead = request.method === "GET";
    const fits = file.includes("list") === (pathSegmentsOf(request.template).at(-1)?.kind === "Name");
    const { ends = 0, roots = 0 } = breadths.get(source) ?? {};
    return {
      naming: namingOf([...objectOf(file), ...wordsOf(request.title)], segments.at(-1)),
      foreign: subject === -1,
      recent: (page?.age.generation ?? 0) >= RECENT,
      others: [Number(isRead && !fits), ends, roots, segments.length - subject],
    };
  };
}

/** Compares two pages of one request by rank; 0 if they fit alike. */
export function compareRanks(a: PageRank, b: PageRank): number {
  const numbers = [b.naming, Number(b.foreign), ...b.others];
  const different = [a.naming, Number(a.foreign), ...a.others].map((number, index) => number - (numbers[index] ?? 0));
  return different.find((difference) => difference !== 0) ?? 0;
}

/** The names of what a path addresses, in lower case: `/me/messages/{id}` → `messages`, `message`. */
export function addressedNames(template: string): readonly string[] {
  return namesIn(template).at(-1) ?? [];
}

/** How much a page is about: its different last segments, and its different first ones. */
function breadthOf(requests: readonly Request[]): { readonly ends: number; readonly roots: number } {
  const paths = requests.map(({ template }) => namesIn(template));
  return {
    ends: new Set(paths.map((segments) => segments.at(-1)?.[0])).size,
    roots: new Set(paths.map((segments) => segments[0]?.[0])).size,
  };
}

/** A segment in lower case, and what it may be called: its singular, and for `me` the type of its value. */
type Names = readonly string[];

function namesIn(template: string): readonly Names[] {
  return pathSegmentsOf(template).flatMap((segment) =>
    segment.kind === "Name" && !segment.name.startsWith("$") ? [namesOf(segment)] : [],
  );
}

function namesOf({ lowerCase }: NameSegment): Names {
  const name = simpleNameOf(`.${lowerCase}` as QualifiedName); // a cast or an operation may be qualified
  return name === "me" ? [name, "user"] : [...new Set([name, singularOf(name)])];
}

function namingOf(words: readonly string[], addressed: Names = []): PageRank["naming"] {
  if (words.some((word) => addressed.includes(word))) return 0;
  const isPart = (word: string, name: string) => word.startsWith(name) || word.endsWith(name);
  return words.some((word) => addressed.some((name) => isPart(word, name))) ? 1 : 2;
}

/** The last segment that the first word of a file name stands for: the resource that the page belongs to. */
function positionOf(word: string, segments: readonly Names[]): number {
  return word === "" ? -1 : segments.findLastIndex((names) => names.some((name) => word.endsWith(name)));
}

/** `api/user-list-messages.md` → `user`, `list`, `messages` */
function fileWordsOf(path: string): readonly string[] {
  const [, file = ""] = /([^\\/]*?)(?:\.\w+)?$/.exec(path) ?? [];
  return file.toLowerCase().split("-");
}

const VERBS: ReadonlySet<string> = new Set("list get post create add update put upsert delete remove".split(" "));

/** What a page reads or writes: `user-list-messages` → `messages`, `user-get` → `user`; an operation has no verb. */
function objectOf(file: readonly string[]): readonly string[] {
  const verb = file.findLastIndex((word, index) => index > 0 && VERBS.has(word));
  if (verb === -1) return file;
  return verb === file.length - 1 ? file.slice(verb - 1, verb) : file.slice(verb + 1);
}

/** `List messages` → `messages` */
function wordsOf(title: string): readonly string[] {
  const words = title.toLowerCase().match(/\w+/g) ?? [];
  return words.length > 1 && VERBS.has(words[0] ?? "") ? words.slice(1) : words;
}
