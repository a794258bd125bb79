import { beforeAll, describe, expect, it } from "vitest";
import { generated, type Generated, type Schema } from "./support/generated.js";

const key = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid" Nullable="false"/>';
const csdl = `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01"><edmx:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="trip">
<EntityType Name="Trip">${key}
  <Property Name="start" Type="trip.Place"/><Property Name="stops" Type="Collection(trip.Place)"/>
  <NavigationProperty Name="guide" Type="trip.Person"/>
  <NavigationProperty Name="guests" Type="Collection(trip.Person)"/>
  <NavigationProperty Name="bills" Type="Collection(trip.Person)" ContainsTarget="true"/>
</EntityType>
<EntityType Name="Person">${key}<Property Name="name" Type="Edm.String" Nullable="false"/></EntityType>
<EntityType Name="Shape" Abstract="true">${key}</EntityType>
<EntityType Name="Circle" BaseType="trip.Shape"/>
<ComplexType Name="Note"><Property Name="text" Type="Edm.String"/></ComplexType>
<ComplexType Name="List"><Property Name="notes" Type="Collection(Edm.String)"/></ComplexType>
<ComplexType Name="Place"><Property Name="city" Type="Edm.String"/><Property Name="next" Type="trip.Place"/></ComplexType>
<ComplexType Name="Hotel" BaseType="trip.Place"><NavigationProperty Name="host" Type="trip.Person"/></ComplexType>
<ComplexType Name="Nowhere" Abstract="true"/>
<Action Name="visit"><Parameter Name="place" Type="trip.Place"/><Parameter Name="nowhere" Type="trip.Nowhere"/></Action>
<EntityContainer Name="C"><EntitySet Name="trips" EntityType="trip.Trip"/><EntitySet Name="shapes" EntityType="trip.Shape"/>
<ActionImport Name="visit" Action="trip.visit"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

describe("a new entity", () => {
  let service: Generated;
  beforeAll(async () => {
    service = await generated(csdl);
  });

  function problems(name: string, value: unknown): readonly string[] {
    const schema = service.root()[name] as Schema;
    return (schema.validate(value).issues ?? []).map(({ path, code }) => `${path.join("/")} ${code}`);
  }
  const created = (body: object) =>
    problems("tripCreateSchema", { id: "0f8fad5b-d9cb-469f-a165-70867728950e", ...body });
  const hotel = { "@odata.type": "#trip.Hotel", host: { id: "0f8fad5b-d9cb-469f-a165-70867728950e", name: 1 } };

  it("is created with the entities of complex values, at any depth", () => {
    expect(created({ start: hotel })).toEqual(["start/host/name type"]);
    expect(created({ stops: [{}, { next: hotel }] })).toEqual(["stops/1/next/host/name type"]);
    expect(created({ start: { ...hotel, host: {} } })).toEqual(["start/host/name missing"]);
    expect(problems("visitParametersSchema", { place: { next: hotel } })).toEqual(["place/next/host/name type"]);
  });

  it("finds what is wrong with a complex value once", () => {
    expect(created({ start: { "@odata.type": "#trip.Unheard", city: 1, x: 1 } })).toEqual([
      "start/@odata.type odata-type",
      "start/city type",
      "start/x unknown-property",
    ]);
  });

  it.each(["@odata.id", "@id"])("relates an entity that exists, by %s, unless it contains its entities", (id) => {
    const reference = { [id]: "people(1)", "@odata.type": "#trip.Person" };
    expect(created({ guide: reference, guests: [reference], start: { ...hotel, host: reference } })).toEqual([]);
    expect(created({ guests: [{ ...reference, name: 1 }] })).toEqual(["guests/0/name type"]);
    expect(created({ bills: [reference] })).toEqual(["bills/0/name missing"]);
  });

  it("of an abstract type names another, with createOf too", () => {
    const { createOf, shapeSchema } = service.root() as { createOf: (schema: unknown) => Schema; shapeSchema: Schema };
    const schema = createOf(shapeSchema);
    const body = { id: "0f8fad5b-d9cb-469f-a165-70867728950e" };
    expect(schema.validate(body).issues).toMatchObject([{ path: ["@odata.type"], code: "odata-type" }]);
    expect(schema.is({ ...body, "@odata.type": "#trip.Circle" })).toBe(true);
    expect(shapeSchema.is(body)).toBe(true);
    expect(problems("visitParametersSchema", { nowhere: {} })).toEqual(["nowhere/@odata.type odata-type"]);
  });

  it.each(["@odata.type", "@type"])("has no other type by %s; what is read may be newer", (name) => {
    const body = { id: "0f8fad5b-d9cb-469f-a165-70867728950e", name: "x", [name]: "#trip.Pet" };
    expect(problems("personCreateSchema", body)).toEqual([`${name} odata-type`]);
    expect(problems("personSchema", body)).toEqual([]);
  });
});

describe("what is read", () => {
  const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
  const terms = ["context", "id", "etag", "type", "editLink", "readLink", "mediaReadLink", "mediaEditLink"];
  const ofProperty = ["context", "type", "nextLink", "deltaLink", "navigationLink", "associationLink"];

  it.each(["@odata.", "@"])("has control information of the right kind, in the spelling %s", async (start) => {
    const root = (await generated(csdl)).root() as Readonly<Record<string, Schema>>;
    const problems = (name: string, value: unknown) =>
      (root[name]?.validate(value).issues ?? []).map(({ path, code }) => `${path.join("/")} ${code}`);
    for (const name of [...terms, ...ofProperty.map((term) => `guests${start}${term}`)]) {
      const full = name.includes("@") ? name : start + name;
      const entity = (value: unknown) => ({ "@odata.id": "trips(1)", id, stops: [], [full]: value });
      expect(problems("tripSchema", entity(5)), full).toEqual([`${full} type`]);
      expect(problems("tripSchema", entity(null)), full).toEqual([]);
      expect(problems("tripSchema", entity("x")), full).toEqual([]);
    }
    expect(problems("tripSchema", { id, stops: [], "@a.b": 1, [`${start}unheard`]: 1, "guests@a.b": {} })).toEqual([]);
    const expanded = {
      id,
      stops: [],
      guests: [],
      guide: {},
      [`guests${start}nextLink`]: 5,
      [`guide${start}context`]: 5,
    };
    expect(problems("tripSchema", expanded)).toEqual([`guests${start}nextLink type`, `guide${start}context type`]);
    expect(problems("tripSchema", { id, stops: [], [`start${start}type`]: 5 })).toEqual([`start${start}type type`]);
    const counted = (count: unknown) => ({ value: [], [`${start}count`]: count });
    expect([1, "1", null].flatMap((count) => problems("tripCollectionResponseSchema", counted(count)))).toEqual([]);
    expect(problems("tripCollectionResponseSchema", counted("one"))).toEqual([`${start}count type`]);
    expect(problems("tripCollectionResponseSchema", { value: [], [`${start}nextLink`]: 5 })).toEqual([
      `${start}nextLink type`,
    ]);
    expect(problems("placeSchema", { [`${start}type`]: 5 })).toEqual([`${start}type type`]);
  });

  it("is looked at in complex values that name their type, or whose members services annotate", async () => {
    const root = (await generated(csdl)).root() as Readonly<Record<string, Schema>>;
    const paths = (name: string, value: object) =>
      (root[name]?.validate({ "text@odata.type": 5, "notes@odata.nextLink": 5, ...value }).issues ?? []).map(
        ({ path }) => path.join("/"),
      );
    const both = ["text@odata.type", "notes@odata.nextLink"];
    expect(paths("listSchema", { notes: [] })).toEqual(both);
    expect(paths("noteSchema", { text: "x" })).toEqual([]);
    expect(paths("noteSchema", { text: "x", "@odata.type": "#trip.Note" })).toEqual(both);
    expect(paths("noteSchema", { text: "x", "@type": "#trip.Note" })).toEqual(both);
  });
});
