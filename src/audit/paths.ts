/** Checks each segment of documented request paths against the CSDL. */
import { isStructured, type Model } from "../edm/model.js";
import { simpleNameOf } from "../edm/names.js";
import type { Request } from "../edm/requests.js";
import type { Finding, Followed } from "./finding.js";
import { membersOf } from "./members.js";

/** All possible names of segments: lower case → as declared. */
export type SegmentNames = ReadonlyMap<string, ReadonlySet<string>>;

export function segmentNamesOf(model: Model): SegmentNames {
  const names = new Map<string, Set<string>>();
  const add = (name: string) => {
    const key = name.toLowerCase();
    const same = names.get(key);
    if (same === undefined) names.set(key, new Set([name]));
    else same.add(name);
  };
  for (const element of model.elements) {
    if (element.kind === "EntityContainer") for (const { name } of element.children) add(name);
    else add(simpleNameOf(element.name));
    if (isStructured(element)) for (const { name } of membersOf(element)) add(name);
  }
  return names;
}

/** The findings about the path of a request; none if every segment exists in this letter case. */
export function pathFindings(
  request: Request,
  { failed, suggestion }: Followed,
  model: Model,
  names: SegmentNames,
): readonly Finding[] {
  const findings = request.template
    .split("/")
    .slice(1)
    .flatMap((segment) => letterCaseFinding(request, segment, withCapitals(segment, names)));
  if (failed === undefined) return findings;
  const hint = suggestion === undefined ? "" : `; did you mean ${suggestion}?`;
  const csdl = model.container?.at;
  const unresolved: Finding = {
    cause: "path-unresolved",
    element: elementOf(request),
    message: `the CSDL has no segment "${failed}" at this point of the path${hint}`,
    page: request.at,
    ...(csdl !== undefined && { csdl }),
    ...(suggestion !== undefined && { suggestion }),
  };
  return [...findings, unresolved];
}

/** The name in a segment, without namespace, parameters and key in parentheses. */
const NAME = /^(?:\w+\.)*(\w+)(?=\(|$)/;

function nameIn(segment: string): string {
  return NAME.exec(segment)?.[1] ?? segment;
}

/** The segment in the letter case of the CSDL, if only one name there differs in nothing else. */
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
  const message = `documented as ${nameIn(segment)}, declared as ${suggestion} in the CSDL`;
  return [{ cause: "path-letter-case", element: elementOf(request), message, page: request.at, suggestion }];
}

export function elementOf({ method, template }: Request): string {
  return `${method} ${template}`;
}
