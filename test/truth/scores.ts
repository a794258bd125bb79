/** How far the model of pages alone is that of the CSDL of the same day. */
import type { Authority } from "../../src/edm/authority.js";
import type { AnyProperty, StructuredType, TypeRef } from "../../src/edm/elements.js";
import type { Model, ResolvedRequest } from "../../src/edm/model.js";
import { propertiesOf } from "../../src/merge/types/properties.js";
import { lineOf, memberOf, type Oracle, type OracleRef } from "./oracle.js";
import { placeInCsdl, placeInModel } from "./places.js";

/** One thing of the model, or of the CSDL; with a cause it is not as the other has it. */
export interface Judgment {
  readonly what: string;
  readonly ours?: string | undefined;
  readonly theirs?: string | undefined;
  readonly cause?: string | undefined;
}

export type Truth = Readonly<Record<keyof typeof judges, readonly Judgment[]>>;

/** Judges the model of pages alone. Of types, those that both have. */
export function truthOf(model: Model, oracle: Oracle): Truth {
  const entries = Object.entries(judges).map(([name, judge]) => [name, judge(model, oracle)]);
  return Object.fromEntries(entries) as Truth; // the keys of `judges`
}

const judges = {
  /** Properties that a type declares itself: whether the CSDL has them on the type or on a base of it. */
  names: (model: Model, oracle: Oracle) =>
    commonTypes(model, oracle).flatMap((type) =>
      propertiesOf(type).map((property) => judgedName(type, property, oracle)),
    ),
  /** The same with their types; letter case and other names of primitive types do not count. */
  types: (model: Model, oracle: Oracle) =>
    commonTypes(model, oracle).flatMap((type) =>
      propertiesOf(type).map((property) => judgedType(type, property, oracle)),
    ),
  /** The properties that the CSDL declares for a type: whether the model has them there or on a base. */
  found: (model: Model, oracle: Oracle) =>
    commonTypes(model, oracle).flatMap((type) => judgedMembers(type, model, oracle)),
  /** Types with a page and a base other than `entity`, which tells only that a type is one. */
  bases: (model: Model, oracle: Oracle) =>
    commonTypes(model, oracle).flatMap((type) => judgedBase(type, model, oracle)),
  /** Sets and singletons. */
  children: judgedChildren,
  /** Requests whose path leads somewhere in the CSDL. */
  places: ({ requests }: Model, oracle: Oracle) => requests.flatMap((request) => judgedPlace(request, oracle)),
};

function commonTypes(model: Model, { types }: Oracle): readonly StructuredType[] {
  return model.structuredTypes.filter(({ name }) => types.has(name));
}

function textOf(ref: OracleRef | TypeRef | undefined): string | undefined {
  return ref && (ref.collection ? `Collection(${ref.type})` : ref.type);
}

const SOURCES: Partial<Record<Authority, string>> = {
  resourcePage: "a row of the page that the CSDL lacks",
  apiList: "a path, or a table of an api page",
  example: "an example",
};

function judgedName(type: StructuredType, { name, by, type: ref }: AnyProperty, oracle: Oracle): Judgment {
  const judgment = { what: `${type.name}/${name}`, ours: textOf(ref) };
  if (memberOf(type.name, name, oracle) !== undefined) return judgment;
  const line = lineOf(type.name, oracle);
  const isSpelled = line.some(({ members }) =>
    [...members.keys()].some((one) => one.toLowerCase() === name.toLowerCase()),
  );
  if (isSpelled) return { ...judgment, cause: "letter case" };
  if (by === "example" && line.some(({ open }) => open)) return { ...judgment, cause: "custom data of an open type" };
  return { ...judgment, cause: SOURCES[by] ?? by };
}

function judgedType(type: StructuredType, property: AnyProperty, oracle: Oracle): Judgment {
  const found = memberOf(type.name, property.name, oracle);
  const judgment = { what: `${type.name}/${property.name}`, ours: textOf(property.type), theirs: textOf(found) };
  if (judgment.ours !== undefined && judgment.ours.toLowerCase() === judgment.theirs?.toLowerCase()) return judgment;
  return {
    ...judgment,
    cause: found === undefined ? "a name that the CSDL lacks" : typeCause(property.type, found, oracle),
  };
}

function typeCause(ours: TypeRef | undefined, theirs: OracleRef, { enums }: Oracle): string {
  if (ours === undefined) return "examples show null, [] or {} only";
  if (ours.type === "Edm.Untyped") return "a word that names no type (Json, object)";
  if (enums.has(theirs.type) && ours.type.startsWith("Edm.")) return "an enum documented as a primitive type";
  if (ours.collection !== theirs.collection) return "a single value against a collection";
  const [isPrimitive, wasPrimitive] = [ours.type.startsWith("Edm."), theirs.type.startsWith("Edm.")];
  if (isPrimitive && wasPrimitive) return "another primitive type";
  return isPrimitive === wasPrimitive ? "another model type" : "a primitive type against a model type";
}

function judgedMembers(type: StructuredType, model: Model, oracle: Oracle): readonly Judgment[] {
  const line = [type, ...model.bases(type)];
  const ours = new Set(line.flatMap((one) => propertiesOf(one).map(({ name }) => String(name))));
  return [...(oracle.types.get(type.name)?.members.values() ?? [])].map((member): Judgment => {
    const judgment = { what: `${type.name}/${member.name}`, theirs: textOf(member) };
    if (ours.has(member.name)) return judgment;
    return { ...judgment, cause: hasPage(type, model) ? "a page without a row for it" : "a type without a page" };
  });
}

function hasPage(type: StructuredType, model: Model): boolean {
  return model.declarations(type).some(({ by }) => by === "resourcePage");
}

function judgedBase(type: StructuredType, model: Model, oracle: Oracle): readonly Judgment[] {
  const { name, base: ours } = type;
  const theirs = oracle.types.get(name)?.base;
  if (theirs === undefined || theirs === "microsoft.graph.entity" || !hasPage(type, model)) return [];
  if (ours?.toLowerCase() === theirs.toLowerCase()) return [{ what: name, ours, theirs }];
  const isNone = ours === undefined || ours === "microsoft.graph.entity";
  const isAbove = lineOf(theirs, oracle).some((one) => one.name === ours);
  return [
    { what: name, ours, theirs, cause: isNone ? "no page names it" : isAbove ? "an indirect base" : "another type" },
  ];
}

function judgedChildren({ container }: Model, oracle: Oracle): readonly Judgment[] {
  return (container?.children ?? []).flatMap((child): readonly Judgment[] => {
    const theirs = textOf(oracle.children.get(child.name));
    if (theirs === undefined || (child.kind !== "EntitySet" && child.kind !== "Singleton")) return [];
    const ours = child.kind === "EntitySet" ? `Collection(${child.entityType})` : child.type;
    return [{ what: child.name, ours, theirs, cause: ours === theirs ? undefined : `${ours} for ${theirs}` }];
  });
}

function judgedPlace(request: ResolvedRequest, oracle: Oracle): readonly Judgment[] {
  const theirs = placeInCsdl(request.template, oracle);
  if (theirs === undefined) return [];
  const ours = placeInModel(request);
  const judgment = { what: `${request.method} ${request.template}`, ours, theirs };
  return [ours?.toLowerCase() === theirs.toLowerCase() ? judgment : { ...judgment, cause: placeCause(ours, theirs) }];
}

function placeCause(ours: string | undefined, theirs: string): string {
  if (ours === undefined) return "leads nowhere";
  if (theirs.endsWith("()") !== ours.endsWith("()")) return "an operation against a property";
  if (theirs.endsWith("[]") !== ours.endsWith("[]")) return "a single entity against a collection";
  return theirs.startsWith(".") !== ours.startsWith(".") ? "a property against a navigation property" : "another type";
}
