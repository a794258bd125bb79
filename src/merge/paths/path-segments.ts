export interface Argument {
  /** Absent: a single key, as in `borders('{sideIndex}')`. */
  readonly name?: string;
  readonly value: string;
}

export type PathSegment =
  /** `users`, `microsoft.graph.user`, `$ref`, `reminderView(startDateTime='{x}')`. */
  | NameSegment
  /** `{id}`, `roleTemplateId={roleTemplateId}`, a GUID or a number. */
  | { readonly kind: "Key"; readonly text: string }
  /** `:/{path}:`, an item below the one before it. */
  | { readonly kind: "Path"; readonly text: string };

export interface NameSegment {
  readonly kind: "Name";
  readonly name: string;
  /** The name in lower case, by which it is looked up. */
  readonly lowerCase: string;
  readonly arguments?: readonly Argument[];
}

export function nameSegment(name: string): NameSegment {
  return { kind: "Name", name, lowerCase: name.toLowerCase() };
}

/**
 * Splits a path template into segments: `/users/{id | userPrincipalName}/messages?x=y` → `users`, a key, `messages`.
 * Reads the spellings of reference pages: `{id | name}`, `<id>`, calls, keys in parentheses, and items of a drive that
 * are addressed by path between colons.
 */
export function pathSegmentsOf(template: string): readonly PathSegment[] {
  const segments: PathSegment[] = [];
  let path: string[] | undefined;
  for (const part of partsOf(template)) {
    const opens = part.length > 1 && part.endsWith(":");
    if (path !== undefined) {
      path.push(opens ? part.slice(0, -1) : part);
      if (!opens) continue;
      segments.push({ kind: "Path", text: path.join("/") });
      path = undefined;
    } else if (part !== ":") {
      segments.push(readSegment(opens ? part.slice(0, -1) : part));
      if (opens) path = [];
    }
  }
  if (path !== undefined && path.length > 0) segments.push({ kind: "Path", text: path.join("/") });
  return segments;
}

/** Splits at slashes outside braces, parentheses and quotes. */
function partsOf(template: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  let end = 0;
  for (; end < template.length; end++) {
    const c = template[end];
    if (c === "'" && depth > 0) quoted = !quoted;
    else if (!quoted && (c === "{" || c === "(")) depth++;
    else if (!quoted && (c === "}" || c === ")")) depth = Math.max(0, depth - 1);
    if (c === "?" && depth === 0) break;
    if (c === "/" && depth === 0) {
      if (end > start) parts.push(template.slice(start, end));
      start = end + 1;
    }
  }
  if (end > start) parts.push(template.slice(start, end));
  // If a brace is not closed, every slash separates.
  const texts = depth > 0 ? (template.split("?", 1)[0] ?? "").split("/") : parts;
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

/** A placeholder with or without text after it (`{id} | name`), `(id)`, a text in quotes, a number, a GUID. */
const KEY = /^(?:[{(].*|'.*'|\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32})$/i;

function readSegment(text: string): PathSegment {
  if (KEY.test(text) || /^\w+=/.test(text)) return { kind: "Key", text };
  const call = /^([^(]+)\((.*)\)$/.exec(text);
  if (call === null) return nameSegment(text);
  const [, name = "", list = ""] = call;
  return { ...nameSegment(name.trim()), arguments: argumentsOf(list) };
}

/** `a='{x}', b={y}`, with quotes of every kind around the values. */
function argumentsOf(list: string): readonly Argument[] {
  const items = list.match(/(?:'[^']*'|\{[^{}]*\}|[^,'{}]|['{}])+/g) ?? [];
  return items.flatMap((item) => {
    if (item.trim() === "") return [];
    const named = /^\s*@?([\p{L}_]\w*)\s*=\s*(.*)$/u.exec(item);
    const value = (named?.[2] ?? item).trim().replace(/^['"‘’“”]|['"‘’“”]$/g, "");
    return [named?.[1] === undefined ? { value } : { name: named[1], value }];
  });
}

/** The name and the value of a key: `roleTemplateId={id}`, `{id}`. */
export function keyArgument(text: string): Argument {
  const [, name, value = text] = /^([\p{L}_]\w*)=(.*)$/u.exec(text) ?? [];
  return name === undefined ? { value } : { name, value };
}

/** Every key in paths that are compared: keys have many spellings. */
export const KEY_SEGMENT = "{}";
/** Every item that is addressed by its path. */
export const PATH_SEGMENT = ":";

/** A segment in paths that are compared: `users`, `{}`, `reminderview(enddatetime,startdatetime)`. */
export function segmentKey(segment: PathSegment): string {
  if (segment.kind === "Name" && segment.arguments === undefined) return segment.lowerCase;
  return segmentText(segment).toLowerCase();
}

/** A segment in messages: without the values of arguments, their names sorted. */
export function segmentText(segment: PathSegment): string {
  if (segment.kind === "Key") return KEY_SEGMENT;
  if (segment.kind === "Path") return PATH_SEGMENT;
  const names = segment.arguments?.map(({ name = KEY_SEGMENT }) => name) ?? [];
  if (names.length === 0) return segment.name;
  return `${segment.name}(${names.sort().join(",")})`;
}
