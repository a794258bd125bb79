/** Where the path of a request leads in the CSDL, found by a walk of its own, and where it leads in a model. */
import { isPart, type Part, type ResolvedRequest, type Resource } from "../../src/edm/model.js";
import { derivedFrom, lineOf, type Oracle, type OracleMember, type OracleRef } from "./oracle.js";

/** What the segments so far lead to. */
interface Place {
  /** `user[]`, `user`, `.city`, `sendMail()`, `$Value`. */
  readonly text: string;
  readonly type: string | undefined;
  readonly collection: boolean;
}

/** What a path addresses in the CSDL; undefined where it leads nowhere. */
export function placeInCsdl(template: string, oracle: Oracle): string | undefined {
  const [first = "", ...rest] = segmentsOf(template);
  const root = [...oracle.children].find(([name]) => name.toLowerCase() === nameOf(first))?.[1];
  if (root === undefined) return undefined;
  let place: Place | undefined = hasArguments(first) ? itemOf(placeOf(root)) : placeOf(root);
  for (const segment of rest) place = place && below(place, segment, oracle);
  return place?.text;
}

/** What the path of a request addresses in the model. */
export function placeInModel({ resource, part }: ResolvedRequest): string | undefined {
  const found = part ?? resource;
  return found && textOf(found);
}

function textOf(found: Resource | Part): string {
  if (isPart(found)) {
    if (found.kind === "Property") return memberText(found.property.name, found.property.type?.collection === true);
    return found.kind === "Item" ? "item" : `$${found.kind}`;
  }
  if (found.kind === "Operation") return operationText(found.operation.name);
  return found.kind === "Collection" ? `${found.type}[]` : found.type;
}

function memberText(name: string, collection: boolean): string {
  return `.${name}${collection ? "[]" : ""}`;
}

function operationText(name: string): string {
  return `${name.slice(name.lastIndexOf(".") + 1)}()`;
}

/** The parts between slashes: without the query, and with every placeholder, quoted text and address by path as `{}`. */
function segmentsOf(template: string): readonly string[] {
  const [path = ""] = template
    .replace(/\{[^}]*\}|'[^']*'/g, "{}")
    .replace(/:\/[^:]*:?/g, "")
    .split("?");
  return path.split("/").flatMap((segment) => (segment.trim() === "" ? [] : [segment.trim()]));
}

function nameOf(segment: string): string {
  return segment.replace(/\(.*$/, "").toLowerCase();
}

function hasArguments(segment: string): boolean {
  return /\((?!\))/.test(segment);
}

function placeOf({ type, collection }: OracleRef): Place {
  return { text: collection ? `${type}[]` : type, type, collection };
}

function itemOf({ text, type }: Place): Place {
  return { text: text.startsWith(".") || type === undefined ? "item" : type, type, collection: false };
}

const SYSTEM: Readonly<Record<string, string>> = { $value: "$Value", $ref: "$References", $count: "$Count" };

function below(place: Place, segment: string, oracle: Oracle): Place | undefined {
  const isKey = /^(?:[{(]|\w+=|[\da-f-]{32,36}$|\d+$)/i.test(segment);
  if (isKey) return place.collection ? itemOf(place) : undefined;
  const name = nameOf(segment);
  const system = SYSTEM[name];
  if (system !== undefined) return { text: system, type: undefined, collection: false };
  const around = typesAround(place.type, oracle);
  const cast = around.find((type) => type.toLowerCase() === name);
  const member = place.collection ? undefined : memberAround(around, name, oracle);
  if (cast !== undefined) return keyed(placeOf({ type: cast, collection: place.collection }), segment);
  if (member !== undefined) return keyed(afterMember(member, oracle), segment);
  return (
    operationBelow(place, name, around, oracle) ??
    (place.collection && !hasArguments(segment) ? itemOf(place) : undefined)
  );
}

function keyed(place: Place, segment: string): Place {
  return hasArguments(segment) ? itemOf(place) : place;
}

function afterMember(member: OracleMember, { types }: Oracle): Place {
  const place = placeOf(member);
  const isResource = member.isNavigation && types.has(member.type);
  return isResource ? place : { ...place, text: memberText(member.name, member.collection) };
}

/** The type, its bases and the types derived from it: pages leave out casts. */
function typesAround(type: string | undefined, oracle: Oracle): readonly string[] {
  if (type === undefined) return [];
  return [...new Set([...lineOf(type, oracle).map(({ name }) => name), ...derivedFrom(type, oracle)])];
}

function memberAround(types: readonly string[], lowerCase: string, oracle: Oracle): OracleMember | undefined {
  return types
    .flatMap((type) => [...(oracle.types.get(type)?.members.values() ?? [])])
    .find(({ name }) => name.toLowerCase() === lowerCase);
}

function operationBelow(
  { collection }: Place,
  lowerCase: string,
  around: readonly string[],
  { operations }: Oracle,
): Place | undefined {
  const found = operations.find(
    ({ name, on }) =>
      on?.collection === collection &&
      around.includes(on.type) &&
      [name.toLowerCase(), operationText(name).slice(0, -2).toLowerCase()].includes(lowerCase),
  );
  return (
    found && {
      text: operationText(found.name),
      type: found.returns?.type,
      collection: found.returns?.collection === true,
    }
  );
}
