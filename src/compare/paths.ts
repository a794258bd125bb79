/** The paths of requests that pages show, against what the CSDL has at each of their segments. */
import { nearest } from "../diagnostics/near.js";
import type { StructuredType } from "../edm/elements.js";
import { isOperation, isStructured, type Model, type Resource } from "../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";
import type { Request } from "../edm/requests.js";
import type { AuditInputs, Finding } from "./finding.js";
import { membersOf } from "./members.js";

/** Every name that a segment may be, by itself in lower case. */
export type SegmentNames = ReadonlyMap<string, ReadonlySet<string>>;

export function segmentNamesOf(model: Model): SegmentNames {
  const names = new Map<string, Set<string>>();
  const add = (name: string) => {
    const key = name.toLowerCase();
    const same = names.get(key);
    if (same === undefined) names.set(key, new Set([name]));
    else same.add(name);
  };
  for (const element of model.schemas.flatMap(({ elements }) => elements)) {
    if (element.kind === "EntityContainer") for (const { name } of element.children) add(name);
    else add(simpleNameOf(element.name));
    if (isStructured(element)) for (const { name } of membersOf(element)) add(name);
  }
  return names;
}

/** What is wrong with the path of a request; nothing where it leads to a resource by its exact names. */
export function pathFindings(
  request: Request,
  resource: Resource | undefined,
  { csdl, resolve }: Pick<AuditInputs, "resolve"> & { readonly csdl: Model },
  names: SegmentNames,
): readonly Finding[] {
  const segments = request.template.split("/").slice(1);
  const written = segments.map((segment) => withCapitals(segment, names));
  const findings = segments.flatMap((segment, index) => letterCaseFinding(request, segment, written[index] ?? segment));
  if (resource !== undefined || written.some((segment) => segment.includes(":"))) return findings;
  const at = (count: number) => resolve({ ...request, template: `/${written.slice(0, count).join("/")}` });
  if (at(written.length) !== undefined) return findings;
  let known = written.length - 1;
  while (known > 0 && at(known) === undefined) known--;
  return [...findings, unresolved(request, written[known] ?? "", known === 0 ? undefined : at(known), csdl)];
}

/** The name in a segment: without namespace, parameters and the key in parentheses. */
const NAME = /^(?:\w+\.)*(\w+)(?=\(|$)/;

function nameIn(segment: string): string {
  return NAME.exec(segment)?.[1] ?? segment;
}

/** The segment with the capitals of the CSDL, where only one name has these letters. */
function withCapitals(segment: string, names: SegmentNames): string {
  const name = NAME.exec(segment)?.[1];
  const same = name === undefined ? undefined : names.get(name.toLowerCase());
  const [only] = same ?? [];
  if (name === undefined || only === undefined || same?.size !== 1) return segment;
  return segment.replace(NAME, (all) => `${all.slice(0, -name.length)}${only}`);
}

function letterCaseFinding(request: Request, segment: string, written: string): readonly Finding[] {
  if (segment === written) return [];
  const suggestion = nameIn(written);
  const message = `the segment is written ${nameIn(segment)}, in CSDL ${suggestion}`;
  return [{ cause: "path-letter-case", element: elementOf(request), message, page: request.at, suggestion }];
}

function unresolved(request: Request, segment: string, before: Resource | undefined, model: Model): Finding {
  const candidates = candidatesAt(before, model);
  const near = nearest(nameIn(segment), candidates);
  const hint = near === undefined ? "" : `; did you mean ${near}?`;
  const where = before === undefined ? "the service has" : `${placeText(before)} has`;
  const message = segment.startsWith("{")
    ? `${where} no items to take one of by ${segment}`
    : `${where} no "${segment}"${hint}`;
  const csdl = before === undefined ? model.container?.at : declarationOf(before, model);
  return {
    cause: "path-unresolved",
    element: elementOf(request),
    message,
    page: request.at,
    ...(csdl !== undefined && { csdl }),
    ...(near !== undefined && { suggestion: near }),
  };
}

export function elementOf({ method, template }: Request): string {
  return `${method} ${template}`;
}

function typeOf(resource: Resource): QualifiedName | undefined {
  return "type" in resource ? resource.type : undefined;
}

function declarationOf(resource: Resource, model: Model) {
  const type = typeOf(resource);
  return type === undefined ? undefined : model.type(type)?.at;
}

function placeText(resource: Resource): string {
  const type = typeOf(resource);
  if (type === undefined) return "the operation before it";
  return resource.kind === "Collection" ? `a collection of ${type}` : type;
}

/** What may come after a resource. */
function candidatesAt(resource: Resource | undefined, model: Model): readonly string[] {
  if (resource === undefined) return model.container?.children.map(({ name }) => name) ?? [];
  const name = typeOf(resource);
  const type = name === undefined ? undefined : model.type(name);
  const line: readonly StructuredType[] = type !== undefined && isStructured(type) ? [type, ...model.bases(type)] : [];
  const collection = resource.kind === "Collection";
  const operations = line.flatMap((one) => model.boundTo(one.name, collection)).filter(isOperation);
  const names = operations.map((operation) => simpleNameOf(operation.name) as string);
  return collection
    ? names
    : [...names, ...line.flatMap((one) => membersOf(one).map((member) => member.name as string))];
}
