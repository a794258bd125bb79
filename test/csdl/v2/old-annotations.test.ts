import { describe, expect, it } from "vitest";
import { OldAnnotations } from "../../../src/csdl/xml/v2/annotations/old-annotations.js";
import { OldNames } from "../../../src/csdl/xml/v2/names.js";
import type { XmlElement } from "../../../src/csdl/xml/tree/xml-element.js";
import { elementsOf, printed, schemaIn } from "./old-xml.js";

function annotationsIn(
  schemas: readonly XmlElement[],
  element: XmlElement,
  references: readonly XmlElement[] = [],
): readonly string[] {
  return new OldAnnotations(schemas, references, new OldNames(schemas)).of(element).map(printed);
}

/** The annotations of the element called `name` in a schema with this content. */
function annotationsOf(name: string, content: string): readonly string[] {
  const schema = schemaIn(content);
  const element = elementsOf(schema).find(({ attributes }) => attributes.some(({ value }) => value === name));
  return annotationsIn([schema], element as XmlElement);
}

const CORE = "Org.OData.Core.V1";
const CAPABILITIES = "Org.OData.Capabilities.V1";
const COMMON = "com.sap.vocabularies.Common.v1";
const MEASURES = "Org.OData.Measures.V1";

/** An attribute of a property of type String, and the annotations that it gives. */
const ofProperty: readonly (readonly [attributes: string, ...annotations: string[]])[] = [
  ['sap:label="Price"', `${COMMON}.Label String=Price`],
  ['sap:quickinfo="Price in euros"', `${COMMON}.QuickInfo String=Price in euros`],
  ['sap:heading="Price"', `${COMMON}.Heading String=Price`],
  ['sap:label=" "'],
  ['sap:creatable="false" sap:updatable="false"', `${CORE}.Computed`],
  ['sap:updatable="false"', `${CORE}.Immutable`],
  ['sap:creatable="false"'],
  ['sap:creatable="true" sap:updatable="true"'],
  ['sap:updatable-path="IsDraft"'],
  ['sap:text="Name"', `${COMMON}.Text Path=Name`],
  ['sap:field-control="to_Control/Name"', `${COMMON}.FieldControl Path=to_Control/Name`],
  ['sap:semantics="email"', "com.sap.vocabularies.Communication.v1.IsEmailAddress"],
  ['sap:semantics="email;type=pref"', "com.sap.vocabularies.Communication.v1.IsEmailAddress"],
  ['sap:semantics="tel;type=cell,work"', "com.sap.vocabularies.Communication.v1.IsPhoneNumber"],
  ['sap:semantics="url"', `${CORE}.IsURL`],
  ['sap:semantics="currency-code"', `${COMMON}.IsCurrency`],
  ['sap:semantics="unit-of-measure"', `${COMMON}.IsUnit`],
  ['sap:semantics="year"', `${COMMON}.IsCalendarYear`],
  ['sap:semantics="yearmonth"', `${COMMON}.IsCalendarYearMonth`],
  ['sap:semantics="yearmonthday"', `${COMMON}.IsCalendarDate`],
  ['sap:semantics="yearquarter"', `${COMMON}.IsCalendarYearQuarter`],
  ['sap:semantics="yearweek"', `${COMMON}.IsCalendarYearWeek`],
  ['sap:semantics="fiscalyear"', `${COMMON}.IsFiscalYear`],
  ['sap:semantics="fiscalyearperiod"', `${COMMON}.IsFiscalYearPeriod`],
  ['sap:semantics="givenname"'],
  ['sap:semantics="constructor"'],
  ['sap:aggregation-role="dimension"', "com.sap.vocabularies.Analytics.v1.Dimension"],
  ['sap:aggregation-role="measure"', "com.sap.vocabularies.Analytics.v1.Measure"],
  ['sap:aggregation-role="totaled-properties-list"'],
  ['sap:value-list="fixed-values"', `${COMMON}.ValueListWithFixedValues`],
  ['sap:value-list="standard"'],
  ['sap:display-format="UpperCase"', `${COMMON}.IsUpperCase`],
  ['sap:display-format="NonNegative"', `${COMMON}.IsDigitSequence`],
  ['sap:display-format="Date"', "odata_codegen.V1.DateOnly"],
  ['sap:validation-regexp="[A-Z]+"', "Org.OData.Validation.V1.Pattern String=[A-Z]+"],
  ['sap:visible="false"', "com.sap.vocabularies.UI.v1.Hidden"],
  ['sap:visible="true"'],
  ['m:MimeType="image/png"', `${CORE}.MediaType String=image/png`],
  ['store:StoreGeneratedPattern="Identity"', `${CORE}.Computed`],
  ['store:StoreGeneratedPattern="Computed"', `${CORE}.Computed`],
  ['store:StoreGeneratedPattern="None"'],
  ['sap:creatable="false" sap:updatable="false" store:StoreGeneratedPattern="Identity"', `${CORE}.Computed`],
  // Of another namespace, whatever the prefix.
  ['x:label="Price" label="Price"'],
];

/** An attribute of an entity set; every set also has `SearchRestrictions`. */
const ofSet: readonly (readonly [attributes: string, ...annotations: string[]])[] = [
  [""],
  ['sap:creatable="false"', `${CAPABILITIES}.InsertRestrictions {Insertable Bool=false}`],
  ['sap:updatable="false"', `${CAPABILITIES}.UpdateRestrictions {Updatable Bool=false}`],
  ['sap:deletable="false"', `${CAPABILITIES}.DeleteRestrictions {Deletable Bool=false}`],
  ['sap:creatable="true" sap:updatable="true" sap:deletable="true"'],
  ['sap:deletable-path="IsDraft"'],
  ['sap:countable="false"', `${CAPABILITIES}.CountRestrictions {Countable Bool=false}`],
  ['sap:pageable="false"', `${CAPABILITIES}.TopSupported Bool=false`, `${CAPABILITIES}.SkipSupported Bool=false`],
  ['sap:topable="false"', `${CAPABILITIES}.TopSupported Bool=false`],
  ['sap:pageable="false" sap:topable="true"', `${CAPABILITIES}.SkipSupported Bool=false`],
  [
    'sap:addressable="false"',
    `${CAPABILITIES}.ReadRestrictions {Readable Bool=false, ReadByKeyRestrictions {Readable Bool=true}}`,
  ],
  ['sap:requires-filter="true"', `${CAPABILITIES}.FilterRestrictions {RequiresFilter Bool=true}`],
  ['sap:label="Orders"', `${COMMON}.Label String=Orders`],
];

/** Attributes of the property `Price`, and what the set of its type has then. */
const ofMember: readonly (readonly [attributes: string, ...annotations: string[]])[] = [
  ['sap:filterable="false"', `${CAPABILITIES}.FilterRestrictions {NonFilterableProperties [Price]}`],
  ['sap:sortable="false"', `${CAPABILITIES}.SortRestrictions {NonSortableProperties [Price]}`],
  ['sap:required-in-filter="true"', `${CAPABILITIES}.FilterRestrictions {RequiredProperties [Price]}`],
  ['sap:parameter="mandatory"', `${CAPABILITIES}.FilterRestrictions {RequiredProperties [Price]}`],
  ['sap:parameter="optional"'],
  [
    'sap:parameter="mandatory" sap:filterable="false"',
    `${CAPABILITIES}.FilterRestrictions {NonFilterableProperties [Price]}`,
  ],
  ['sap:required="true"', `${CAPABILITIES}.InsertRestrictions {RequiredProperties [Price]}`],
  ['sap:creatable="false"', `${CAPABILITIES}.InsertRestrictions {NonInsertableProperties [Price]}`],
  ['sap:creatable="false" sap:updatable="false"'],
  ...["single-value=SingleValue", "multi-value=MultiValue", "interval=SingleRange"].map((pair) => {
    const [value = "", member = ""] = pair.split("=");
    const expression = `{Property PropertyPath=Price, AllowedExpressions String=${member}}`;
    return [
      `sap:filter-restriction="${value}"`,
      `${CAPABILITIES}.FilterRestrictions {FilterExpressionRestrictions [${expression}]}`,
    ] as const;
  }),
  ['sap:filter-restriction="unheard-of"'],
  ['ConcurrencyMode="Fixed"', `${CORE}.OptimisticConcurrency [Price]`],
  ['ConcurrencyMode="None"'],
];

const NOT_SEARCHABLE = `${CAPABILITIES}.SearchRestrictions {Searchable Bool=false}`;
const ORDER = '<EntityType Name="Order"><Key><PropertyRef Name="Name"/></Key><Property Name="Name" Type="Edm.String"/>';

function container(attributes = ""): string {
  return `<EntityContainer Name="C"><EntitySet Name="Orders" EntityType="ns.Order" ${attributes}/></EntityContainer>`;
}

describe("attributes of a property", () => {
  it.each(ofProperty)("%s", (attributes, ...expected) => {
    const content = `${ORDER}<Property Name="Price" Type="Edm.String" ${attributes}/></EntityType>`;
    expect(annotationsOf("Price", content)).toEqual(expected);
  });

  it("a parameter of a function import is mandatory", () => {
    const content = `<EntityContainer Name="C"><FunctionImport Name="Ship" sap:label="Ship it"><Parameter Name="Id" Type="Edm.String" sap:parameter="mandatory"/></FunctionImport></EntityContainer>`;
    expect(annotationsOf("Ship", content)).toEqual([`${COMMON}.Label String=Ship it`]);
    expect(annotationsOf("Id", content)).toEqual([
      `${COMMON}.FieldControl EnumMember=${COMMON}.FieldControlType/Mandatory`,
    ]);
  });

  it("a function import takes its parameters in the body", () => {
    const content = (value: string): string =>
      `<EntityContainer Name="C"><FunctionImport Name="upsert" m:HttpMethod="POST" sap:support-payload="${value}"/></EntityContainer>`;
    expect(annotationsOf("upsert", content("true"))).toEqual(["odata_codegen.V1.SupportPayload"]);
    expect(annotationsOf("upsert", content("false"))).toEqual([]);
  });

  it.each([
    ['sap:semantics="currency-code"', "ISOCurrency"],
    ['sap:semantics="unit-of-measure"', "Unit"],
    ["", "Unit"],
  ])("a unit is a currency if its property says so: %s", (attributes, term) => {
    const content = `${ORDER}<Property Name="Price" Type="Edm.Decimal" sap:unit="Code"/><Property Name="Code" Type="Edm.String" ${attributes}/></EntityType>`;
    expect(annotationsOf("Price", content)).toEqual([`${MEASURES}.${term} Path=Code`]);
  });

  it("finds the property with the unit in a base type", () => {
    const content = `${ORDER}<Property Name="Code" Type="Edm.String" sap:semantics="currency-code"/></EntityType><EntityType Name="Rush" BaseType="Self.Order"><Property Name="Price" Type="Edm.Decimal" sap:unit="Code"/></EntityType>`;
    expect(annotationsOf("Price", content)).toEqual([`${MEASURES}.ISOCurrency Path=Code`]);
  });

  it("super-ordinates of super-ordinates belong to the context, in a circle, too", () => {
    const content = `${ORDER}${["City:Region", "Region:Country", "Country:City"]
      .map((pair) => pair.split(":"))
      .map(([name, above]) => `<Property Name="${name}" Type="Edm.String" sap:super-ordinate="${above}"/>`)
      .join("")}</EntityType>`;
    expect(annotationsOf("City", content)).toEqual([
      "Org.OData.Aggregation.V1.ContextDefiningProperties [Region, Country, City]",
    ]);
  });
});

describe("attributes of an entity set", () => {
  it.each(ofSet)("%s", (attributes, ...expected) => {
    const annotations = annotationsOf("Orders", `${ORDER}</EntityType>${container(attributes)}`);
    expect([...annotations].sort()).toEqual([...expected, NOT_SEARCHABLE].sort());
  });

  it("is searchable only if it says so", () => {
    expect(annotationsOf("Orders", `${ORDER}</EntityType>${container('sap:searchable="true"')}`)).toEqual([
      `${CAPABILITIES}.SearchRestrictions {Searchable Bool=true}`,
    ]);
  });
});

describe("attributes of properties, at the set of their type", () => {
  it.each(ofMember)("%s", (attributes, ...expected) => {
    const content = `${ORDER}<Property Name="Price" Type="Edm.String" ${attributes}/></EntityType>${container()}`;
    const annotations = annotationsOf("Orders", content);
    expect([...annotations].sort()).toEqual([...expected, NOT_SEARCHABLE].sort());
  });

  it("a set has those of the base of its type", () => {
    const content = `<EntityType Name="Base"><Property Name="Stamp" Type="Edm.DateTime" ConcurrencyMode="Fixed"/></EntityType><EntityType Name="Order" BaseType="Self.Base"/>${container()}`;
    expect(annotationsOf("Orders", content)).toContain(`${CORE}.OptimisticConcurrency [Stamp]`);
  });

  it("and those of a type in another schema", () => {
    const types = schemaIn(
      '<EntityType Name="Order"><Property Name="Stamp" Type="Edm.Int32" ConcurrencyMode="Fixed"/></EntityType>',
    );
    const sets = schemaIn(container(), "other");
    const set = elementsOf(sets).find(({ name }) => name === "EntitySet") as XmlElement;
    expect(annotationsIn([sets, types], set)).toContain(`${CORE}.OptimisticConcurrency [Stamp]`);
  });

  it("and navigation properties that no filter follows", () => {
    const content = `${ORDER}<NavigationProperty Name="Items" sap:filterable="false"/></EntityType>${container()}`;
    expect(annotationsOf("Orders", content)).toContain(
      `${CAPABILITIES}.FilterRestrictions {NonFilterableProperties [Items]}`,
    );
  });

  it.each([
    ["*", "", [NOT_SEARCHABLE]],
    ["*", 'sap:searchable="true"', []],
    ["0..1", "", []],
  ])("and collections of related entities that no searchable set has: %s %s", (multiplicity, attributes, expected) => {
    const property = '<NavigationProperty Name="Others" Relationship="Self.A" FromRole="one" ToRole="other"/>';
    const ends = `<End Role="one" Type="Self.Order" Multiplicity="*"/><End Role="other" Type="Self.Order" Multiplicity="${multiplicity}"/>`;
    const content = `${ORDER}${property}</EntityType><Association Name="A">${ends}</Association>${container(attributes)}`;
    expect(annotationsOf("Others", content)).toEqual(expected);
  });

  it("related entities that cannot be created are restricted at the navigation property", () => {
    const content = `${ORDER}<NavigationProperty Name="Items" sap:creatable="false"/></EntityType>`;
    expect(annotationsOf("Items", content)).toEqual([`${CAPABILITIES}.InsertRestrictions {Insertable Bool=false}`]);
  });
});

it("SuccessFactors has the attributes in a namespace of its own", () => {
  const property =
    '<Property Name="Price" Type="Edm.String" xmlns:sf="http://www.successfactors.com/edm/sap" sf:label="Price" sf:required="true"/>';
  const content = `${ORDER}${property}</EntityType>${container()}`;
  expect(annotationsOf("Price", content)).toEqual([`${COMMON}.Label String=Price`]);
  expect(annotationsOf("Orders", content)).toContain(`${CAPABILITIES}.InsertRestrictions {RequiredProperties [Price]}`);
});

describe("documentation", () => {
  it.each([
    ["<Summary>A book.</Summary>", `${CORE}.Description String=A book.`],
    [
      "<Summary>A book.</Summary><LongDescription>Of paper.</LongDescription><sap:tagcollection/>",
      `${CORE}.Description String=A book.`,
      `${CORE}.LongDescription String=Of paper.`,
    ],
    ["<Summary/><LongDescription> </LongDescription>"],
  ])("%s", (content, ...expected) => {
    const documented = `<Documentation>${content}</Documentation>`;
    expect(annotationsOf("Book", `<EntityType Name="Book">${documented}</EntityType>`)).toEqual(expected);
    const property = `<EntityType Name="Book"><Property Name="Title" Type="Edm.String">${documented}</Property></EntityType>`;
    expect(annotationsOf("Title", property)).toEqual(expected);
  });
});

describe("annotations that the document has", () => {
  const V4 = 'xmlns="http://docs.oasis-open.org/odata/ns/edm"';
  const labeled = '<Property Name="Price" Type="Edm.String" sap:label="Old" sap:quickinfo="Old"/>';

  it.each([
    `<Annotations Target="ns.Order/Price" ${V4}><Annotation Term="${COMMON}.Label" String="New"/></Annotations>`,
    `<Annotations Target="Self.Order/Price" ${V4}><Annotation Term="${COMMON}.Label" String="New"/></Annotations>`,
  ])("stand: %s", (annotations) => {
    expect(annotationsOf("Price", `${ORDER}${labeled}</EntityType>${annotations}`)).toEqual([
      `${COMMON}.QuickInfo String=Old`,
    ]);
  });

  it("stand inside of the element", () => {
    const inner = `<Annotation Term="${COMMON}.Label" String="New" ${V4}/>`;
    const content = `${ORDER}<Property Name="Price" Type="Edm.String" sap:label="Old">${inner}</Property></EntityType>`;
    expect(annotationsOf("Price", content)).toEqual([]);
  });

  it("do not count with a qualifier", () => {
    const other = `<Annotations Target="ns.Order/Price" ${V4}><Annotation Term="${COMMON}.Label" Qualifier="short" String="New"/></Annotations>`;
    expect(annotationsOf("Price", `${ORDER}${labeled}</EntityType>${other}`)).toContain(`${COMMON}.Label String=Old`);
  });

  it("are found by the alias of a reference", () => {
    const schema = schemaIn(
      `${ORDER}${labeled}</EntityType><Annotations Target="ns.Order/Price" ${V4}><Annotation Term="Common.Label" String="New"/></Annotations>`,
    );
    const reference = schemaIn(`<Include Namespace="${COMMON}" Alias="Common"/>`);
    const price = elementsOf(schema).find(({ attributes }) => attributes[0]?.value === "Price") as XmlElement;
    expect(annotationsIn([schema], price, [reference])).toEqual([`${COMMON}.QuickInfo String=Old`]);
  });

  it("of records stand property by property", () => {
    const stated = `<Annotation Term="${CAPABILITIES}.FilterRestrictions"><Record><PropertyValue Property="RequiresFilter" Bool="true"/></Record></Annotation>`;
    const content = `${ORDER}<Property Name="Price" Type="Edm.String" sap:filterable="false"/></EntityType>${container()}<Annotations Target="ns.C/Orders" ${V4}>${stated}</Annotations>`;
    expect(annotationsOf("Orders", content)).toContain(
      `${CAPABILITIES}.FilterRestrictions {RequiresFilter Bool=true, NonFilterableProperties [Price]}`,
    );
    const restated = content.replace('Property="RequiresFilter" Bool="true"', 'Property="NonFilterableProperties"');
    expect(annotationsOf("Orders", restated)).toEqual([NOT_SEARCHABLE]);
  });
});
