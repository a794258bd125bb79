/** Resolves the path of a request against the model. */
import { same, type BoundFunction, type Member, type PathModel, type TypeUse } from "./model.js";

export type Step =
  | { readonly kind: "member"; readonly member: Member }
  | { readonly kind: "cast"; readonly type: string }
  | { readonly kind: "key"; readonly key: string | Readonly<Record<string, string>> }
  | { readonly kind: "call"; readonly function: BoundFunction; readonly parameters: ReadonlyMap<string, string> }
  | { readonly kind: "$count" | "$value" | "$ref" };

export interface ResolvedPath {
  readonly steps: readonly Step[];
  /** What the path leads to; primitive for `$count` and `$value`. */
  readonly result: TypeUse;
  /** Names of the page that differ from the model in letter case, as `written instead of declared`. */
  readonly miswritten: readonly string[];
}

interface Walk {
  readonly model: PathModel;
  readonly steps: Step[];
  readonly miswritten: string[];
  /** Undefined at the service root. */
  at: TypeUse | undefined;
}

/** The steps, or the first segment that the model does not have. */
export function resolvePath(model: PathModel, path: string): ResolvedPath | { readonly unknown: string } {
  const walk: Walk = { model, steps: [], miswritten: [], at: undefined };
  for (const segment of segmentsOf(path)) if (!step(walk, segment)) return { unknown: segment };
  return walk.at === undefined
    ? { unknown: path }
    : { steps: walk.steps, result: walk.at, miswritten: walk.miswritten };
}

/** The decoded segments; a slash in quotes separates none, and a key in parentheses is a segment of its own: `(…)`. */
function segmentsOf(path: string): readonly string[] {
  const written = path.match(/(?:'[^']*'|[^/'])+/g) ?? [];
  return written.map(decoded).flatMap((segment) => {
    const [, name, key] = /^([^()]+)(\('[^']*'\)|\([\w-]*\d[\w-]*\))$/.exec(segment) ?? [];
    return name === undefined || key === undefined ? segment : [name, key];
  });
}

export function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

function step(walk: Walk, segment: string): boolean {
  const { at } = walk;
  if (segment === "$count" || segment === "$value" || segment === "$ref") {
    walk.steps.push({ kind: segment });
    if (segment !== "$ref") walk.at = { type: "Edm.Primitive", collection: false };
    return at !== undefined;
  }
  return (
    stepToMember(walk, segment) || stepToType(walk, segment) || stepToCall(walk, segment) || stepToKey(walk, segment)
  );
}

function stepToMember(walk: Walk, segment: string): boolean {
  const { model, at } = walk;
  const found = at === undefined ? model.child(segment) : at.collection ? undefined : model.member(at.type, segment);
  if (found === undefined) return false;
  note(walk, segment, found.name);
  walk.steps.push({ kind: "member", member: found });
  walk.at = found;
  return true;
}

function stepToType(walk: Walk, segment: string): boolean {
  const type = walk.at === undefined ? undefined : walk.model.typeName(segment);
  if (walk.at === undefined || type === undefined) return false;
  note(walk, segment, type);
  walk.steps.push({ kind: "cast", type });
  walk.at = { ...walk.at, type };
  return true;
}

function stepToCall(walk: Walk, segment: string): boolean {
  const [, name = "", list = ""] = /^([\w.]+)(?:\((.*)\))?$/s.exec(segment) ?? [];
  const parameters = parametersOf(list);
  const named = walk.model.functions(walk.at, name);
  const fitting = named.filter((one) => [...parameters.keys()].every((key) => declaredName(one, key) !== undefined));
  const found = fitting.find((one) => one.parameters.size === parameters.size) ?? fitting[0];
  if (found === undefined) return false;
  const declared = [...parameters].map(([key, value]) => [declaredName(found, key) ?? key, value] as const);
  for (const [index, key] of [...parameters.keys()].entries()) note(walk, key, declared[index]?.[0] ?? key);
  if (!name.includes(".")) note(walk, name, found.name.slice(found.name.lastIndexOf(".") + 1));
  walk.steps.push({ kind: "call", function: found, parameters: new Map(declared) });
  walk.at = found.returns;
  return true;
}

function declaredName({ parameters }: BoundFunction, name: string): string | undefined {
  return [...parameters.keys()].find((one) => same(one, name));
}

/** `a='x',b=1` */
function parametersOf(list: string): ReadonlyMap<string, string> {
  const pairs = list.match(/(?:'[^']*'|[^,'])+/g) ?? [];
  return new Map(
    pairs.map((pair) => {
      const equals = pair.indexOf("=");
      return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
    }),
  );
}

function stepToKey(walk: Walk, segment: string): boolean {
  if (walk.at?.collection !== true || !walk.model.isEntity(walk.at.type)) return false;
  const [, text] = /^\((.*)\)$/s.exec(segment) ?? [];
  const alternate = text === undefined ? undefined : /^(\w+)='([^']*)'$/.exec(text);
  const key = alternate ? { [alternate[1] ?? ""]: alternate[2] ?? "" } : (text ?? segment).replace(/^'(.*)'$/s, "$1");
  walk.steps.push({ kind: "key", key });
  walk.at = { ...walk.at, collection: false };
  return true;
}

function note({ miswritten }: Walk, written: string, declared: string): void {
  if (written !== declared) miswritten.push(`${written} instead of ${declared}`);
}
