/** Patterns of a selection: `/users/**` by path, `microsoft.graph.user` by name, `#POST` by HTTP method. */
import type { Place, Report } from "../diagnostics/report.js";
import type { Method } from "../edm/requests.js";

export type Pattern = PathPattern | NamePattern;

export interface PathPattern {
  readonly kind: "path";
  /** The pattern as given. */
  readonly text: string;
  readonly segments: readonly PathSegment[];
  /** The HTTP method after `#`; all methods if undefined. */
  readonly method?: Method;
}

/** `**` (any), a key such as `{id}`, or a name in which `*` matches any characters. */
export type PathSegment =
  { readonly kind: "any" } | { readonly kind: "key" } | { readonly kind: "name"; readonly glob: string };

export interface NamePattern {
  readonly kind: "name";
  readonly text: string;
  readonly glob: string;
  /** Whether derived types match too: `ns.Type+`. */
  readonly derived: boolean;
}

const METHODS: readonly Method[] = ["GET", "POST", "PATCH", "PUT", "DELETE"];

/** Parses patterns. Reports malformed ones and omits them. */
export function parsePatterns(texts: readonly string[], option: string, report: Report): readonly Pattern[] {
  return texts.flatMap((text) => {
    const pattern = parsePattern(text);
    if (typeof pattern !== "string") return [pattern];
    report.add("pattern-malformed", placeOf(option, text), { pattern: text, problem: pattern });
    return [];
  });
}

/** The place of diagnostics about a pattern: the option with its value. */
export function placeOf(option: string, text: string): Place {
  return { path: `${option} ${text}` };
}

/** Parses a pattern; returns the problem as text if it is malformed. */
function parsePattern(text: string): Pattern | string {
  const [before = "", method, ...rest] = text.split("#");
  if (rest.length > 0) return "it has more than one #";
  if (method !== undefined && !isMethod(method)) return `${method || "nothing"} is not one of ${METHODS.join(", ")}`;
  const isPath = before.startsWith("/") || (before === "" && method !== undefined);
  if (!isPath) return method === undefined ? namePattern(text) : "only paths can have a method";
  const segments = before === "" ? [{ kind: "any" } as const] : segmentsOf(before);
  const wrong = segments.find((segment) => segment.kind === "name" && segment.glob.includes("**"));
  if (wrong !== undefined) return "** matches whole segments and must be alone between slashes";
  return { kind: "path", text, segments, ...(method !== undefined && { method }) };
}

function isMethod(text: string): text is Method {
  return (METHODS as readonly string[]).includes(text);
}

/** Parses path segments. Parameters in parentheses are ignored: all overloads of a function are selected together. */
function segmentsOf(path: string): readonly PathSegment[] {
  return path
    .replaceAll(/\([^()]*\)/g, "")
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => {
      if (segment === "**") return { kind: "any" };
      return /^\{.*\}$/.test(segment) ? { kind: "key" } : { kind: "name", glob: segment };
    });
}

function namePattern(text: string): NamePattern | string {
  const derived = text.endsWith("+");
  const glob = derived ? text.slice(0, -1) : text;
  if (glob === "") return "it is empty";
  const isMixed = glob.split(".").some((part) => part !== "**" && part.includes("**"));
  return isMixed
    ? "** matches whole parts of a name and must be alone between dots"
    : { kind: "name", text, glob, derived };
}
