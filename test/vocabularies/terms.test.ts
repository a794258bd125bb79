import { describe, expect, it } from "vitest";
import { vocabularies } from "../../src/vocabularies/terms/terms.js";
import { generateTo } from "../support/generate.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { csdl } from "./service.js";

/** Where an annotation can stand in the schema below. */
type Slot = "schema" | "container" | "set" | "type" | "text" | "number" | "tags" | "navigation" | "shape" | "parameter";

const slots: readonly Slot[] = [
  "schema",
  "container",
  "set",
  "type",
  "text",
  "number",
  "tags",
  "navigation",
  "shape",
  "parameter",
];

function schema(annotations: Partial<Record<Slot, string>>): string {
  const at = (slot: Slot): string => annotations[slot] ?? "";
  return csdl(
    '<EntityType Name="Product"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>' +
      `<Property Name="text" Type="Edm.String" Nullable="false">${at("text")}</Property>` +
      `<Property Name="number" Type="Edm.Int32">${at("number")}</Property>` +
      `<Property Name="tags" Type="Collection(Edm.String)">${at("tags")}</Property>` +
      `<Property Name="shape" Type="shop.Shape">${at("shape")}</Property>` +
      `<NavigationProperty Name="parts" Type="Collection(shop.Product)">${at("navigation")}</NavigationProperty>${at("type")}</EntityType>` +
      '<ComplexType Name="Shape"/><ComplexType Name="Circle" BaseType="shop.Shape"/>' +
      `<Action Name="Reset" IsBound="true"><Parameter Name="it" Type="shop.Product"/><Parameter Name="hard" Type="Edm.Boolean" Nullable="false">${at("parameter")}</Parameter></Action>` +
      `<EntityContainer Name="C"><EntitySet Name="products" EntityType="shop.Product">${at("set")}</EntitySet>${at("container")}</EntityContainer>${at("schema")}`,
  );
}

async function outputOf(annotations: Partial<Record<Slot, string>>): Promise<string> {
  const folder = temporaryFolder();
  await generateTo(folder, [temporaryFolder({ "a.xml": schema(annotations) })], { runtime: "package" });
  return JSON.stringify(contentOf(folder));
}

function collection(...items: readonly string[]): string {
  return `<Collection>${items.join("")}</Collection>`;
}

function record(property: string, value: string): string {
  return `<Record><PropertyValue Property="${property}">${value}</PropertyValue></Record>`;
}

const yes = "<Bool>true</Bool>";
const no = "<Bool>false</Bool>";

/** For every term that is used, a place and a value that show it. */
const samples: Readonly<Record<string, readonly [slot: Slot, value: string]>> = {
  "Org.OData.Core.V1.AcceptableMediaTypes": ["text", collection("<String>image/png</String>")],
  "Org.OData.Core.V1.AdditionalProperties": ["type", yes],
  "Org.OData.Core.V1.AlternateKeys": [
    "type",
    collection(record("Key", collection(record("Name", "<PropertyPath>text</PropertyPath>")))),
  ],
  "Org.OData.Core.V1.AutoExpand": ["navigation", yes],
  "Org.OData.Core.V1.Computed": ["text", yes],
  "Org.OData.Core.V1.ComputedDefaultValue": ["text", yes],
  "Org.OData.Core.V1.DefaultNamespace": ["schema", yes],
  "Org.OData.Core.V1.Description": ["text", "<String>What it says.</String>"],
  "Org.OData.Core.V1.Example": ["text", record("Value", "<String>a</String>")],
  "Org.OData.Core.V1.Immutable": ["text", yes],
  "Org.OData.Core.V1.IsMediaType": ["text", yes],
  "Org.OData.Core.V1.IsURL": ["text", yes],
  "Org.OData.Core.V1.Links": ["text", collection(record("href", "<String>https://example.org/</String>"))],
  "Org.OData.Core.V1.LongDescription": ["text", "<String>What it says.</String>"],
  "Org.OData.Core.V1.MediaType": ["text", "<String>image/png</String>"],
  "Org.OData.Core.V1.OptimisticConcurrency": ["set", collection()],
  "Org.OData.Core.V1.OptionalParameter": ["parameter", "<Record/>"],
  "Org.OData.Core.V1.Permissions": ["text", "<EnumMember>Org.OData.Core.V1.Permission/Read</EnumMember>"],
  "Org.OData.Core.V1.Revisions": [
    "text",
    collection(record("Kind", "<EnumMember>Org.OData.Core.V1.RevisionKind/Deprecated</EnumMember>")),
  ],
  "com.sap.vocabularies.Common.v1.FieldControl": [
    "number",
    "<EnumMember>com.sap.vocabularies.Common.v1.FieldControlType/Mandatory</EnumMember>",
  ],
  "com.sap.vocabularies.Common.v1.Heading": ["text", "<String>Title</String>"],
  "com.sap.vocabularies.Common.v1.IsCalendarDate": ["text", yes],
  "com.sap.vocabularies.Common.v1.IsDigitSequence": ["text", yes],
  "com.sap.vocabularies.Common.v1.IsUpperCase": ["text", yes],
  "com.sap.vocabularies.Common.v1.Label": ["text", "<String>Title</String>"],
  "com.sap.vocabularies.Common.v1.QuickInfo": ["text", "<String>What it is called</String>"],
  "com.sap.vocabularies.Communication.v1.IsEmailAddress": ["text", yes],
  "com.sap.vocabularies.Communication.v1.IsPhoneNumber": ["text", yes],
  "Org.OData.Measures.V1.ISOCurrency": ["number", "<String>EUR</String>"],
  "Org.OData.Measures.V1.Unit": ["number", "<Path>text</Path>"],
  "Org.OData.Validation.V1.AllowedValues": ["text", collection(record("Value", "<String>a</String>"))],
  "Org.OData.Validation.V1.DerivedTypeConstraint": ["shape", collection("<String>shop.Circle</String>")],
  "Org.OData.Validation.V1.MaxItems": ["tags", "<Int>1</Int>"],
  "Org.OData.Validation.V1.Maximum": ["number", "<Int>1</Int>"],
  "Org.OData.Validation.V1.MinItems": ["tags", "<Int>1</Int>"],
  "Org.OData.Validation.V1.Minimum": ["number", "<Int>1</Int>"],
  "Org.OData.Validation.V1.MultipleOf": ["number", "<Int>2</Int>"],
  "Org.OData.Validation.V1.Pattern": ["text", "<String>^a</String>"],
  "Org.OData.Capabilities.V1.CountRestrictions": ["set", record("Countable", no)],
  "Org.OData.Capabilities.V1.DefaultCapabilities": ["container", record("TopSupported", no)],
  "Org.OData.Capabilities.V1.DeleteRestrictions": ["set", record("Deletable", no)],
  "Org.OData.Capabilities.V1.ExpandRestrictions": ["set", record("Expandable", no)],
  "Org.OData.Capabilities.V1.FilterFunctions": ["set", collection("<String>contains</String>")],
  "Org.OData.Capabilities.V1.FilterRestrictions": ["set", record("Filterable", no)],
  "Org.OData.Capabilities.V1.IndexableByKey": ["set", no],
  "Org.OData.Capabilities.V1.InsertRestrictions": ["set", record("Insertable", no)],
  "Org.OData.Capabilities.V1.KeyAsSegmentSupported": ["container", yes],
  "Org.OData.Capabilities.V1.NavigationRestrictions": [
    "set",
    record(
      "RestrictedProperties",
      collection(
        '<Record><PropertyValue Property="NavigationProperty" NavigationPropertyPath="parts"/><PropertyValue Property="TopSupported" Bool="false"/></Record>',
      ),
    ),
  ],
  "Org.OData.Capabilities.V1.ReadRestrictions": ["set", record("Readable", no)],
  "Org.OData.Capabilities.V1.SearchRestrictions": ["set", record("Searchable", no)],
  "Org.OData.Capabilities.V1.SelectSupport": ["set", record("Supported", no)],
  "Org.OData.Capabilities.V1.SkipSupported": ["set", no],
  "Org.OData.Capabilities.V1.SortRestrictions": ["set", record("Sortable", no)],
  "Org.OData.Capabilities.V1.TopSupported": ["set", no],
  "Org.OData.Capabilities.V1.UpdateRestrictions": ["set", record("Updatable", no)],
};

/** These say something of other annotations. */
const onAnnotations: Readonly<Record<string, (own: string) => string>> = {
  "Org.OData.Core.V1.SymbolicName": (own) =>
    `<Annotation Term="Validation.AllowedValues"><Collection><Record><PropertyValue Property="Value" String="a"/>${own}</Record></Collection></Annotation>`,
  "Org.OData.Validation.V1.Exclusive": (own) => `<Annotation Term="Validation.Minimum" Int="1">${own}</Annotation>`,
};

const terms = Object.entries(vocabularies).flatMap(([namespace, entries]) =>
  Object.entries(entries).map(([name, { use }]) => ({ term: `${namespace}.${name}`, use })),
);

describe("what the table says is used changes the output:", () => {
  it.each(terms.filter(({ use }) => use === "used"))("$term", async ({ term }) => {
    const around = onAnnotations[term];
    if (around !== undefined) {
      const own = `<Annotation Term="${term}"${term.endsWith("SymbolicName") ? ' String="x"' : ""}/>`;
      const slot = term.endsWith("SymbolicName") ? "text" : "number";
      expect(await outputOf({ [slot]: around(own) })).not.toBe(await outputOf({ [slot]: around("") }));
      return;
    }
    const [slot, value] = samples[term] ?? ["text", ""];
    const annotation = `<Annotation Term="${term}">${value}</Annotation>`;
    expect(await outputOf({ [slot]: annotation })).not.toBe(await outputOf({}));
  });
});

describe("what it says is carried changes nothing:", () => {
  it.each(terms.filter(({ use }) => use === "carried"))("$term", async ({ term }) => {
    for (const value of ["", ' String="a"', ' Bool="false"']) {
      const annotation = `<Annotation Term="${term}"${value}/>`;
      const everywhere = Object.fromEntries(slots.map((slot) => [slot, annotation]));
      expect(await outputOf(everywhere)).toBe(await outputOf({}));
    }
  });
});

it("takes no term for a known one by a name of every object", async () => {
  const value = "<Record/>";
  const usual = await outputOf({});
  for (const term of [
    "constructor.prototype",
    "constructor.name",
    "__proto__.constructor",
    "Org.OData.Core.V1.constructor",
  ])
    expect(await outputOf({ type: `<Annotation Term="${term}">${value}</Annotation>` })).toBe(usual);
});
