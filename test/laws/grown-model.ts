/** Small models whose names are likely to collide, as XML by element, so that a part of one is a model, too. */
import fc from "fast-check";
import type { Model } from "../../src/edm/model.js";
import { modelOf } from "../support/model.js";

export interface Part {
  readonly namespace: string;
  /** No two parts of a model have the same. */
  readonly key: string;
  readonly xml: string;
  /** What it was before: entity types that were complex ones. */
  readonly earlier?: string;
}

const namespaces = ["a", "a.b", "a.B", "A.b", "Default", "a.userSchema", "a.userValues", "page"];
const typeNames = [
  "user",
  "User",
  "USER",
  "userCreate",
  "UserSchema",
  "userCreateSchema",
  "userFind",
  "page",
  "userCollection",
];
const operationNames = ["find", "userFind", "Find", "create", "user"];

const namespace = fc.constantFrom(...namespaces);
const typeName = fc.constantFrom(...typeNames);
const qualified = fc.tuple(namespace, typeName).map(([of, name]) => `${of}.${name}`);
const used = fc.oneof(
  qualified,
  namespace.map((of) => `${of}.thing`),
);
const use = fc.tuple(used, fc.boolean()).map(([type, many]) => (many ? `Collection(${type})` : type));

const key = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>';

function typeXml(kind: string, name: string, uses: readonly string[]): string {
  const members = uses.map((type, index) => `<Property Name="p${index}" Type="${type}"/>`).join("");
  if (kind === "EnumType") return `<EnumType Name="${name}"><Member Name="on"/></EnumType>`;
  if (kind === "TypeDefinition") return `<TypeDefinition Name="${name}" UnderlyingType="Edm.String"/>`;
  return `<${kind} Name="${name}">${kind === "EntityType" ? key : ""}${members}</${kind}>`;
}

const type: fc.Arbitrary<Part> = fc
  .record({
    namespace,
    name: typeName,
    kind: fc.constantFrom("ComplexType", "EntityType", "EntityType", "EnumType", "TypeDefinition"),
    uses: fc.array(use, { maxLength: 3 }),
    moved: fc.boolean(),
  })
  .map(({ namespace: of, name, kind, uses, moved }) => ({
    namespace: of,
    key: `${of}.${name}`,
    xml: typeXml(kind, name, uses),
    ...(kind === "EntityType" && moved && { earlier: typeXml("ComplexType", name, uses) }),
  }));

/** Entity types that are derived from each other, which types of other kinds could not be. */
const derived: fc.Arbitrary<Part> = fc
  .record({
    namespace,
    name: fc.constantFrom("thing", "userThing", "thingCreate"),
    base: fc.option(namespace, { nil: "" }),
  })
  .map(({ namespace: of, name, base }) => ({
    namespace: of,
    key: `${of}.${name}`,
    xml:
      name === "thing" || base === ""
        ? typeXml("EntityType", name, [`Collection(${of}.thing)`])
        : `<EntityType Name="${name}" BaseType="${base}.thing"/>`,
  }));

const operation: fc.Arbitrary<Part> = fc
  .record({
    namespace,
    name: fc.constantFrom(...operationNames),
    kind: fc.constantFrom("Action", "Function"),
    binding: fc.option(use, { nil: "" }),
    parameters: fc.subarray(["p", "q"]),
    many: fc.boolean(),
  })
  .map(({ namespace: of, name, kind, binding, parameters, many }) => {
    const it = binding === "" ? "" : `<Parameter Name="it" Type="${binding}"/>`;
    const rest = parameters.map((one) => `<Parameter Name="${one}" Type="Edm.Int32"/>`).join("");
    const result = `<ReturnType Type="${many ? "Collection(Edm.Int32)" : "Edm.Int32"}"/>`;
    const told = kind === "Function" ? parameters.join() : "";
    return {
      namespace: of,
      key: `${of}.${name}(${kind} ${binding} ${told})`,
      xml: `<${kind} Name="${name}"${binding === "" ? "" : ' IsBound="true"'}>${it}${rest}${result}</${kind}>`,
    };
  });

const container: fc.Arbitrary<Part> = fc
  .record({ namespace, type: qualified })
  .map(({ namespace: of, type: name }) => ({
    namespace: of,
    key: "container",
    xml: `<EntityContainer Name="C"><EntitySet Name="all" EntityType="${name}"/></EntityContainer>`,
  }));

/** Some parts, no two with one key. */
export const parts: fc.Arbitrary<readonly Part[]> = fc.uniqueArray(
  fc.oneof({ weight: 5, arbitrary: type }, { weight: 4, arbitrary: operation }, derived, container),
  { selector: (part) => part.key, minLength: 1, maxLength: 24 },
);

export function modelOfParts(given: readonly Part[]): Model {
  const schemas = [...new Set(given.map((part) => part.namespace))].map((name) => {
    const inside = given.filter((part) => part.namespace === name).map(({ xml }) => xml);
    return `<Schema Namespace="${name}" xmlns="http://docs.oasis-open.org/odata/ns/edm">${inside.join("")}</Schema>`;
  });
  return modelOf({
    "a.xml": `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${schemas.join("")}</edmx:DataServices></edmx:Edmx>`,
  }).model;
}
