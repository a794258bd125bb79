/** The walk from everything that a document declares to what stands for it in the output; what it misses is named. */
import { placeOf, type Output, type Place } from "./output.js";
import type { WireChild, WireEnum, WireModel, WireOperation, WireType } from "./wire-model.js";

/** What is missing from the types, or there and not declared. */
export function missingTypes({ types, enums }: WireModel, output: Output): readonly string[] {
  const declared = new Set(types.map(({ name }) => name));
  const places = enums.map((type) => enumPlace(type, output));
  return [
    ...output.typeNames.filter((name) => !declared.has(name)).map((name) => `${name} is not declared`),
    ...types.flatMap((type) => missingMembers(type, output)),
    ...enums.filter((_, index) => places[index] === undefined).map(({ name }) => `enum ${name}`),
    ...repeated(places.flatMap((place) => (place === undefined ? [] : [textOf(place)]))),
    ...repeated(types.map(({ name }) => textOf(output.typePlace(name) ?? { module: "none", name }))),
  ];
}

/** What is missing from the client. */
export function missingRequests({ types, operations, children }: WireModel, output: Output): readonly string[] {
  return [
    ...types.filter(({ kind }) => kind === "EntityType").flatMap((type) => missingNavigation(type, output)),
    ...operations.filter(({ on }) => on !== undefined).flatMap((operation) => missingBound(operation, output)),
    ...children.flatMap((child) => missingChild(child, operations, output)),
  ];
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} stands for two types`);
}

function textOf({ module, name }: Place): string {
  return `${module ?? "flat"} ${name}`;
}

/** A stream stands in a payload by its annotations (OData JSON Format 4.01 §9). */
function isThere(member: string, members: ReadonlyMap<string, string>): boolean {
  return members.has(member) || members.has(`${member}@odata.mediaReadLink`);
}

function missingMembers({ name, base, properties, navigation }: WireType, output: Output): readonly string[] {
  const place = output.typePlace(name);
  const found = place && output.interfaceAt("types", place);
  if (place === undefined || found === undefined) return [`type ${name}`];
  const own = new Set([...properties, ...navigation]);
  const emitted = [...found.members.keys()].filter((member) => !member.includes("@odata."));
  const above = base === undefined ? undefined : output.typePlace(base);
  const extended = found.base === undefined ? undefined : placeOf(found.base, place.module);
  return [
    ...[...own].filter((member) => !isThere(member, found.members)).map((member) => `${name}/${member}`),
    ...emitted.filter((member) => !own.has(member)).map((member) => `${name}/${member} is not declared there`),
    ...((above && textOf(above)) === (extended && textOf(extended)) ? [] : [`${name} extends ${found.base}`]),
  ];
}

/** Enums have no name in the output but the one that they are given: the capital one, with `_` where that is taken. */
function enumPlace({ name, members }: WireEnum, output: Output): Place | undefined {
  const dot = name.lastIndexOf(".");
  const module = moduleOf(name.slice(0, dot));
  const { unions } = output.module("types", module);
  const { arrays } = output.module("values", module);
  const simple = name.slice(dot + 1);
  const capital = simple.slice(0, 1).toUpperCase() + simple.slice(1);
  const same = (found: readonly string[] | undefined) => found?.join(" ") === members.join(" ");
  // An enum without members is `string`.
  const isUnion = (candidate: string) => (members.length === 0 ? !unions.has(candidate) : same(unions.get(candidate)));
  const given = [capital, `${capital}_`, `${capital}__`].find(isUnion);
  const values = given && `${given.slice(0, 1).toLowerCase()}${given.slice(1)}Values`;
  return given !== undefined && [values, `${values}_`].some((array) => same(arrays.get(array ?? "")))
    ? { module, name: given }
    : undefined;
}

/** `microsoft.graph.callRecords` has the module `callRecords`. */
function moduleOf(namespace: string): string | undefined {
  const words = namespace.split(".").slice(2);
  const rest = words.slice(1).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return words[0] === undefined ? undefined : [words[0], ...rest].join("");
}

function missingNavigation({ name, navigation }: WireType, output: Output): readonly string[] {
  const members = [membersOf(name, "Navigation", output), membersOf(name, "Segments", output)];
  return navigation
    .filter((property) => members.every((some) => typeOf(some, output, property) === undefined))
    .map((property) => `${name}/${property}`);
}

function missingBound(operation: WireOperation, output: Output): readonly string[] {
  const { on, name } = operation;
  const members = membersOf(on?.type ?? "", on?.collection === true ? "CollectionSegments" : "Segments", output);
  const type = typeOf(members, output, name.slice(name.lastIndexOf(".") + 1), name);
  return type !== undefined && offers(type, operation, output) ? [] : [labelOf(operation)];
}

function missingChild(child: WireChild, operations: readonly WireOperation[], output: Output): readonly string[] {
  const type = typeOf(output.interfaceAt("client", { module: undefined, name: "Client" })?.members, output, child.name);
  const place = output.typePlace(child.target);
  if (child.kind === "EntitySet" || child.kind === "Singleton") {
    const role = child.kind === "EntitySet" ? "CollectionRequests" : "ItemRequests";
    const found = type === undefined ? undefined : placeOf(type.replace(restricted, "$1"), undefined);
    return found !== undefined &&
      place !== undefined &&
      found.module === place.module &&
      found.name.startsWith(place.name) &&
      (restricted.test(type ?? "") || found.name.includes(role))
      ? []
      : [`${child.kind} ${child.name}`];
  }
  return operations
    .filter(({ name, on }) => name === child.target && on === undefined)
    .filter((operation) => type === undefined || !offers(type, operation, output))
    .map(labelOf);
}

/** A place that does not support all of its entity type, which comes first. */
const restricted = /^(?:Collection|Item)At<\s*([\p{ID_Continue}.]+),[^]*$/u;

function labelOf({ kind, name, on, parameters }: WireOperation): string {
  return `${kind} ${name} on ${on?.collection === true ? "a collection of " : ""}${on?.type} (${parameters.join()})`;
}

function membersOf(type: string, role: string, output: Output): ReadonlyMap<string, string> | undefined {
  const place = output.typePlace(type);
  return place && output.interfaceAt("client", { ...place, name: place.name + role })?.members;
}

function typeOf(
  members: ReadonlyMap<string, string> | undefined,
  output: Output,
  ...wire: readonly string[]
): string | undefined {
  return output
    .segmentNames(...wire)
    .map((name) => members?.get(name))
    .find((type) => type !== undefined);
}

/** Whether the type of a member has a form for this overload: of its kind, with parameters of these names. */
function offers(type: string, { kind, parameters }: WireOperation, output: Output): boolean {
  const none = kind === "Action" ? "Action0<" : "() => ";
  if (parameters.length === 0) return type.includes(none);
  const named =
    kind === "Action"
      ? /\bAction<\s*writes\.([\p{ID_Continue}.]+)/gu
      : /\(\s*parameters\??: writes\.([\p{ID_Continue}.]+),?\s*\)/gu;
  return [...type.matchAll(named)].some(([, name = ""]) => {
    const declared = output.interfaceAt("writes", placeOf(name, undefined));
    return declared !== undefined && [...declared.members.keys()].join() === parameters.join();
  });
}
