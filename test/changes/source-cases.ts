/**
 * Small services in two versions, each with programs that use what changed: `app` is written for the old version, and
 * `back` for the new one, which is then taken as the old.
 */
import type { Effect } from "../../src/changes/change.js";

export interface Version {
  /** Elements beside those that every service has. */
  readonly schema?: string;
  /** Members of the entity type `Thing`. */
  readonly thing?: string;
  /** Attributes of `Thing`, and what is in place of its key. */
  readonly attributes?: string;
  readonly key?: string;
  readonly container?: string;
  /** Annotations of the entity set `things`. */
  readonly set?: string;
}

export interface SourceCase {
  readonly before: Version;
  readonly after: Version;
  readonly app: string;
  readonly source: Effect;
  /** Whether the programs need schemas. */
  readonly validators?: true;
  /** Of the change back to the old version. */
  readonly back?: { readonly app: string; readonly source: Effect };
}

const string = (name: string, more = "") => `<Property Name="${name}" Type="Edm.String" ${more}/>`;
const property = (name: string, type: string, more = "") => `<Property Name="${name}" Type="${type}" ${more}/>`;
const tagged = (name: string, type: string, term: string, more = "") =>
  `<Property Name="${name}" Type="${type}" ${more}><Annotation Term="${term}" Bool="true"/></Property>`;
const computed = (name: string, more = "") => tagged(name, "Edm.String", "Org.OData.Core.V1.Computed", more);
const color = (members: string, more = "") =>
  `<EnumType Name="Color" ${more}>${members
    .split(" ")
    .map((name, index) => `<Member Name="${name}" Value="${2 ** index}"/>`)
    .join("")}</EnumType>`;
const part =
  '<EntityType Name="Part"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid" Nullable="false"/></EntityType>';
const parts = (more = "") => `<NavigationProperty Name="parts" Type="Collection(s.Part)" ${more}/>`;
const partSet = '<EntitySet Name="parts" EntityType="s.Part"/>';
const action = (parameters: string) =>
  `<Action Name="Move" IsBound="true"><Parameter Name="it" Type="s.Thing"/>${parameters}</Action>`;
const count = (parameters: string, result: string, more = "") =>
  `<Function Name="Count" IsBound="true" ${more}><Parameter Name="it" Type="s.Thing"/>${parameters}<ReturnType Type=${result}/></Function>`;
const parameter = (name: string, type: string, more = "") => `<Parameter Name="${name}" Type="${type}" ${more}/>`;
const allowed = (values: string) =>
  `<Property Name="state" Type="Edm.String"><Annotation Term="Org.OData.Validation.V1.AllowedValues"><Collection>${values
    .split(" ")
    .map((value) => `<Record><PropertyValue Property="Value" String="${value}"/></Record>`)
    .join("")}</Collection></Annotation></Property>`;
const capability = (term: string, name: string) =>
  `<Annotation Term="Org.OData.Capabilities.V1.${term}"><Record><PropertyValue Property="${name}" Bool="false"/></Record></Annotation>`;
const shape = (more = "") =>
  `<ComplexType Name="Shape" ${more}>${string("label")}</ComplexType><ComplexType Name="Circle" BaseType="s.Shape">${property("radius", "Edm.Int32")}</ComplexType>`;
const bag = (more = "") => `<ComplexType Name="Bag" ${more}/>`;
const bases = (first: string, second: string) =>
  `<EntityType Name="Base"><Key><PropertyRef Name="id"/></Key>${id}${first}</EntityType>` +
  `<EntityType Name="One" BaseType="s.Base">${second}</EntityType>`;
const id = property("id", "Edm.Guid", 'Nullable="false"');
/** The same with another type as the base of the second. */
const otherBase = (member: string) =>
  `${bases(member, "")}<EntityType Name="Other"><Key><PropertyRef Name="id"/></Key>${id}${member}</EntityType>`.replace(
    'Name="One" BaseType="s.Base"',
    'Name="One" BaseType="s.Other"',
  );
const two = '<EntityType Name="Two" BaseType="s.Base"/>';
const ones = '<EntitySet Name="ones" EntityType="s.One"/>';

/** The first lines of each program: the client, an entity that was read, and what is exported. */
export const start = `import { createClient } from "./service/index.js";
import type * as all from "./service/index.js";
import type * as edm from "@odata-codegen/runtime/edm";
const client = createClient({ baseUrl: "https://example.com" });
const item = client.things.byId("01234567-89ab-cdef-0123-456789abcdef");
declare const text: string;
declare const number: number;
declare function take<T>(value: T): void;
`;

const reads = (statement: string) => `const thing = await item.get();\n${statement}`;
const writes = (body: string) => `await item.patch(${body});`;

export const sourceCases: Readonly<Record<string, SourceCase>> = {
  "a property": {
    before: {},
    after: { thing: string("extra") },
    app: reads("take<string | null | undefined>(thing.name);"),
    source: "compatible",
    back: { app: reads("take<string | null | undefined>(thing.extra);"), source: "breaking" },
  },
  "a property that a new entity needs": {
    before: {},
    after: { thing: string("extra", 'Nullable="false"') },
    app: "await client.things.post({ id: text, name: text });",
    source: "breaking",
  },
  "a property with a default": {
    before: {},
    after: { thing: string("extra", 'Nullable="false" DefaultValue="x"') },
    app: "await client.things.post({ id: text, name: text });",
    source: "compatible",
  },
  "Int32 to Int64": {
    before: { thing: property("size", "Edm.Int32") },
    after: { thing: property("size", "Edm.Int64") },
    app: reads("take<number | null | undefined>(thing.size);"),
    source: "breaking",
    back: { app: writes('{ size: "5" }'), source: "breaking" },
  },
  "Int16 to Int32": {
    before: { thing: property("size", "Edm.Int16") },
    after: { thing: property("size", "Edm.Int32") },
    app: `${reads("take<number | null | undefined>(thing.size);")}\n${writes("{ size: number }")}`,
    source: "compatible",
  },
  "String to Guid": {
    before: { thing: string("code") },
    after: { thing: property("code", "Edm.Guid") },
    app: `${reads("take<string | null | undefined>(thing.code);")}\n${writes("{ code: text }")}`,
    source: "compatible",
    back: { app: reads("take<edm.Guid | null | undefined>(thing.code);"), source: "compatible" },
  },
  "Date to DateTimeOffset": {
    before: { thing: property("due", "Edm.Date") },
    after: { thing: property("due", "Edm.DateTimeOffset") },
    app: reads("take<edm.Date | null | undefined>(thing.due);"),
    source: "breaking",
  },
  "Decimal to Double": {
    before: { thing: property("price", "Edm.Decimal") },
    after: { thing: property("price", "Edm.Double") },
    app: writes('{ price: "1.5" }'),
    source: "breaking",
    back: { app: reads('take<number | "INF" | "-INF" | "NaN" | null | undefined>(thing.price);'), source: "breaking" },
  },
  "String to an enumeration": {
    before: { schema: color("red green"), thing: string("color") },
    after: { schema: color("red green"), thing: property("color", "s.Color") },
    app: writes("{ color: text }"),
    source: "breaking",
    back: {
      app: `${reads("take<edm.Open<all.Color> | null | undefined>(thing.color);")}\n${writes('{ color: "red" }')}`,
      source: "compatible",
    },
  },
  "null to no null": {
    before: { thing: string("note") },
    after: { thing: string("note", 'Nullable="false" DefaultValue=""') },
    app: writes("{ note: null }"),
    source: "breaking",
    back: { app: reads("take<string>(thing.note);"), source: "breaking" },
  },
  "null to no null of a computed property": {
    before: { thing: computed("note") },
    after: { thing: computed("note", 'Nullable="false"') },
    app: reads("take<string | null | undefined>(thing.note);"),
    source: "compatible",
  },
  "a shorter text": {
    before: { thing: string("note", 'MaxLength="20"') },
    after: { thing: string("note", 'MaxLength="10"') },
    app: writes("{ note: text }"),
    source: "none",
    back: { app: writes("{ note: text }"), source: "none" },
  },
  "a member of an enumeration": {
    before: { schema: color("red green"), thing: property("color", "s.Color") },
    after: { schema: color("red green blue"), thing: property("color", "s.Color") },
    app: `${reads("take<string | null | undefined>(thing.color);")}\n${writes('{ color: "red" }')}`,
    source: "compatible",
    back: { app: writes('{ color: "blue" }'), source: "breaking" },
  },
  "the first member of an enumeration": {
    before: { schema: '<EnumType Name="Color"/>', thing: property("color", "s.Color") },
    after: { schema: color("red"), thing: property("color", "s.Color") },
    app: writes("{ color: text }"),
    source: "breaking",
  },
  flags: {
    before: { schema: color("red green"), thing: property("color", "s.Color") },
    after: { schema: color("red green", 'IsFlags="true"'), thing: property("color", "s.Color") },
    validators: true,
    app: `import { colorSchema } from "./service/index.js";\nif (colorSchema.is(text)) take<all.Color>(text);`,
    source: "breaking",
    back: { app: writes('{ color: "red,green" as edm.Flags<all.Color> }'), source: "breaking" },
  },
  "a navigation property": {
    before: { schema: part, container: partSet },
    after: { schema: part, container: partSet, thing: parts() },
    app: reads("take<string>(thing.id);"),
    source: "compatible",
    back: { app: "await item.parts.get({ top: 1 });", source: "breaking" },
  },
  containment: {
    before: { schema: part, container: partSet, thing: parts() },
    after: { schema: part, container: partSet, thing: parts('ContainsTarget="true"') },
    app: writes('{ "parts@odata.bind": [text] }'),
    source: "breaking",
    back: { app: "await client.things.post({ id: text, parts: [{ id: text }] });", source: "compatible" },
  },
  "the target of a navigation property": {
    before: {
      schema: `${part}<EntityType Name="Screw" BaseType="s.Part">${string("thread")}</EntityType>`,
      thing: '<NavigationProperty Name="part" Type="s.Screw"/>',
    },
    after: {
      schema: `${part}<EntityType Name="Screw" BaseType="s.Part">${string("thread")}</EntityType>`,
      thing: '<NavigationProperty Name="part" Type="s.Part"/>',
    },
    app: "const part = await item.part.get();\ntake<string | null | undefined>(part?.thread);",
    source: "breaking",
  },
  "a property that is computed": {
    before: { thing: string("note") },
    after: { thing: computed("note") },
    app: writes("{ note: text }"),
    source: "breaking",
    back: { app: reads("take<string | null | undefined>(thing.note);"), source: "compatible" },
  },
  "a property that is immutable": {
    before: { thing: string("note") },
    after: { thing: tagged("note", "Edm.String", "Org.OData.Core.V1.Immutable") },
    app: writes("{ note: text }"),
    source: "breaking",
  },
  "an entity set": {
    before: { schema: part },
    after: { schema: part, container: partSet },
    app: reads("take<string>(thing.id);"),
    source: "compatible",
    back: { app: "await client.parts.get();", source: "breaking" },
  },
  "creating at an entity set": {
    before: {},
    after: { set: capability("InsertRestrictions", "Insertable") },
    app: "await client.things.post({ id: text });",
    source: "breaking",
    back: { app: "await client.things.get();", source: "compatible" },
  },
  "filters at an entity set": {
    before: {},
    after: { set: capability("FilterRestrictions", "Filterable") },
    app: "await client.things.get({ filter: \"name eq 'x'\" });",
    source: "breaking",
    back: { app: "await client.things.get({ top: 1 });", source: "compatible" },
  },
  "a further parameter that may be left out": {
    before: { schema: action(parameter("x", "Edm.Int32")) },
    after: { schema: action(parameter("x", "Edm.Int32") + parameter("y", "Edm.Int32")) },
    app: "await item.Move.post({ x: 1 });",
    source: "compatible",
    back: { app: "await item.Move.post({ x: 1, y: 2 });", source: "breaking" },
  },
  "the first parameter": {
    before: { schema: action("") },
    after: { schema: action(parameter("x", "Edm.Int32")) },
    app: "await item.Move.post();",
    source: "breaking",
    back: { app: "await item.Move.post({ x: 1 });", source: "breaking" },
  },
  "a further parameter that is required": {
    before: { schema: action(parameter("x", "Edm.Int32")) },
    after: { schema: action(parameter("x", "Edm.Int32") + parameter("y", "Edm.Int32", 'Nullable="false"')) },
    app: "await item.Move.post({ x: 1 });",
    source: "breaking",
  },
  "a parameter that is not null": {
    before: { schema: action(parameter("x", "Edm.Int32")) },
    after: { schema: action(parameter("x", "Edm.Int32", 'Nullable="false"')) },
    app: "await item.Move.post({});",
    source: "breaking",
    back: { app: "await item.Move.post({ x: 1 });", source: "compatible" },
  },
  "the type of a parameter of a function": {
    before: { schema: count(parameter("x", "Edm.Int32", 'Nullable="false"'), '"Edm.Int32"') },
    after: { schema: count(parameter("x", "Edm.String", 'Nullable="false"'), '"Edm.Int32"') },
    app: "await item.Count({ x: 1 }).get();",
    source: "breaking",
    back: { app: "await item.Count({ x: text }).get();", source: "breaking" },
  },
  "the name of a parameter": {
    before: { schema: action(parameter("x", "Edm.Int32")) },
    after: { schema: action(parameter("z", "Edm.Int32")) },
    app: "await item.Move.post({ x: 1 });",
    source: "breaking",
  },
  "the result of a function": {
    before: { schema: count("", '"Edm.Int32" Nullable="false"') },
    after: { schema: count("", '"Edm.Int64" Nullable="false"') },
    app: "take<number>(await item.Count().get());",
    source: "breaking",
    back: { app: "take<edm.Int64>(await item.Count().get());", source: "compatible" },
  },
  "a result that may be missing": {
    before: { schema: count("", '"Edm.Int32" Nullable="false"') },
    after: { schema: count("", '"Edm.Int32"') },
    app: "take<number>(await item.Count().get());",
    source: "breaking",
    back: { app: "take<number | undefined>(await item.Count().get());", source: "compatible" },
  },
  "an action": {
    before: {},
    after: { schema: action("") },
    app: reads("take<string>(thing.id);"),
    source: "compatible",
    back: { app: "await item.Move.post();", source: "breaking" },
  },
  "a composable function": {
    before: { schema: `${part}${count("", '"s.Part" Nullable="false"')}`, container: partSet },
    after: { schema: `${part}${count("", '"s.Part" Nullable="false"', 'IsComposable="true"')}`, container: partSet },
    app: "take<string>((await item.Count().get()).id);",
    source: "compatible",
    back: { app: "await item.Count().patch({});", source: "breaking" },
  },
  "the first derived type": {
    before: {},
    after: { schema: '<EntityType Name="Special" BaseType="s.Thing"/>' },
    app: reads('take<"s.Thing" | "#s.Thing" | undefined>(thing["@odata.type"]);'),
    source: "breaking",
    back: { app: "take<all.Special | undefined>(undefined);", source: "breaking" },
  },
  "an abstract type": {
    before: { schema: shape(), thing: property("shape", "s.Shape") },
    after: { schema: shape('Abstract="true"'), thing: property("shape", "s.Shape") },
    app: writes("{ shape: { label: text } }"),
    source: "breaking",
    back: { app: writes('{ shape: { "@odata.type": "#s.Circle", radius: 1 } }'), source: "compatible" },
  },
  "another base type": {
    before: { schema: `${bases(string("first"), "")}`, container: ones },
    after: {
      schema:
        `${bases("", "")}<EntityType Name="Other"><Key><PropertyRef Name="id"/></Key>${id}${string("first")}</EntityType>`.replace(
          'Name="One" BaseType="s.Base"',
          'Name="One" BaseType="s.Other"',
        ),
      container: ones,
    },
    app: "const one = await client.ones.byId(text).get();\ntake<all.Base>(one);\ntake<string | null | undefined>((one as all.Base).first);",
    source: "breaking",
  },
  "another base type with the same members": {
    before: { schema: bases(string("first"), "") + two, container: ones },
    after: { schema: otherBase(string("first")) + two, container: ones },
    app: "take<all.Base>(await client.ones.byId(text).get());",
    source: "compatible",
  },
  "another base type than one that has no other derived types": {
    before: { schema: bases(string("first"), ""), container: ones },
    after: { schema: otherBase(string("first")), container: ones },
    app: "take<all.Base>(await client.ones.byId(text).get());",
    source: "breaking",
  },
  "another base type than that of a collection": {
    before: { schema: bases(string("first"), ""), container: `${ones}<EntitySet Name="bases" EntityType="s.Base"/>` },
    after: { schema: otherBase(string("first")), container: `${ones}<EntitySet Name="bases" EntityType="s.Base"/>` },
    app: 'await client.bases.as("s.One").get();',
    source: "breaking",
  },
  "a property that moves to a base type": {
    before: {
      schema: bases("", string("first")).replace('Name="Base"', 'Name="Base" Abstract="true"'),
      container: ones,
    },
    after: {
      schema: bases(string("first"), "").replace('Name="Base"', 'Name="Base" Abstract="true"'),
      container: ones,
    },
    app: "take<string | null | undefined>((await client.ones.byId(text).get()).first);",
    source: "compatible",
  },
  "a key": {
    before: {},
    after: { key: '<PropertyRef Name="number"/>', thing: property("number", "Edm.Int32", 'Nullable="false"') },
    app: "await client.things.byId(text).get();",
    source: "breaking",
  },
  "an open type that closes": {
    before: { schema: bag('OpenType="true"'), thing: property("bag", "s.Bag") },
    after: { schema: bag(), thing: property("bag", "s.Bag") },
    app: reads('take<unknown>(thing.bag?.["anything"]);'),
    source: "breaking",
    back: { app: reads("take<all.Bag | null | undefined>(thing.bag);"), source: "compatible" },
  },
  "allowed strings": {
    before: { thing: allowed("on off") },
    after: { thing: allowed("on") },
    app: writes('{ state: "off" }'),
    source: "breaking",
    back: { app: writes('{ state: "on" }'), source: "compatible" },
  },
  "a value to a collection": {
    before: { thing: string("tags") },
    after: { thing: property("tags", "Collection(Edm.String)", 'Nullable="false"') },
    app: reads("take<string | null | undefined>(thing.tags);"),
    source: "breaking",
    back: { app: reads("take<string[] | undefined>(thing.tags);"), source: "breaking" },
  },
  "null in a collection": {
    before: { thing: property("tags", "Collection(Edm.String)", 'Nullable="false"') },
    after: { thing: property("tags", "Collection(Edm.String)", 'Nullable="true"') },
    app: reads("take<string[] | undefined>(thing.tags);"),
    source: "breaking",
    back: { app: writes("{ tags: [null] }"), source: "breaking" },
  },
  "a stream": {
    before: {},
    after: { attributes: 'HasStream="true"' },
    app: reads("take<string>(thing.id);"),
    source: "compatible",
    back: { app: reads('take<string | undefined>(thing["@odata.mediaReadLink"]);'), source: "breaking" },
  },
  deprecation: {
    before: { thing: string("note") },
    after: {
      thing: `<Property Name="note" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record><PropertyValue Property="Kind" EnumMember="Org.OData.Core.V1.RevisionKind/Deprecated"/></Record></Collection></Annotation></Property>`,
    },
    app: reads("take<string | null | undefined>(thing.note);"),
    source: "compatible",
    back: { app: reads("take<string | null | undefined>(thing.note);"), source: "compatible" },
  },
  "a name that another type takes": {
    before: { schema: '<ComplexType Name="one_part">' + string("first") + "</ComplexType>" },
    after: {
      schema:
        '<ComplexType Name="one_part">' +
        string("first") +
        '</ComplexType><ComplexType Name="One_part">' +
        string("second") +
        "</ComplexType>",
    },
    app: "declare const value: all.One_part;\ntake<string | null | undefined>(value.first);",
    source: "breaking",
  },
  "a property that becomes a navigation property": {
    before: { schema: part, thing: property("part", "Edm.String") },
    after: { schema: part, thing: '<NavigationProperty Name="part" Type="s.Part"/>' },
    app: reads("take<string | null | undefined>(thing.part);"),
    source: "breaking",
  },
  "a type definition": {
    before: { schema: '<TypeDefinition Name="Code" UnderlyingType="Edm.String"/>', thing: property("code", "s.Code") },
    after: { schema: '<TypeDefinition Name="Code" UnderlyingType="Edm.Int32"/>', thing: property("code", "s.Code") },
    app: reads("take<string | null | undefined>(thing.code);"),
    source: "breaking",
  },
};

/** The metadata of one version. */
export function metadataOf({
  schema = "",
  thing = "",
  attributes = "",
  key,
  container = "",
  set = "",
}: Version): string {
  const ref = key ?? '<PropertyRef Name="id"/>';
  return `<?xml version="1.0"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="s" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Thing" ${attributes}><Key>${ref}</Key>${id}${string("name")}${thing}</EntityType>
${schema}
<EntityContainer Name="Container"><EntitySet Name="things" EntityType="s.Thing">${set}</EntitySet>${container}</EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>
`;
}
