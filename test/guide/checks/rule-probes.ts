/** A rule of the metadata, and a body that breaks it. */
export interface RuleProbe {
  readonly rule: string;
  /** The members of an entity type, and after it what else the schema has. */
  readonly members: string;
  readonly beside?: string;
  /** The properties of the body, beside the key. */
  readonly body: Readonly<Record<string, unknown>>;
}

function property(type: string, facets = "", annotations = ""): string {
  return `<Property Name="p" Type="${type}" ${facets}>${annotations}</Property>`;
}

function term(name: string, value = "", within = ""): string {
  return `<Annotation Term="${name}" ${value}>${within}</Annotation>`;
}

function rule(rule: string, members: string, p: unknown, beside?: string): RuleProbe {
  return { rule, members, body: p === undefined ? {} : { p }, ...(beside !== undefined && { beside }) };
}

const presence = [
  rule("`Nullable=false`, a property without a value", property("Edm.String", 'Nullable="false"'), undefined),
  rule("`Nullable=false`, null", property("Edm.String", 'Nullable="false"'), null),
  rule(
    "`Nullable=false` and `DefaultValue`, no value",
    property("Edm.String", 'Nullable="false" DefaultValue="a"'),
    undefined,
  ),
  rule("a collection, no value", property("Collection(Edm.String)", 'Nullable="false"'), undefined),
  rule("a collection, null", property("Collection(Edm.String)", 'Nullable="true"'), null),
  rule("a collection with `Nullable=false`, an item null", property("Collection(Edm.String)", 'Nullable="false"'), [
    null,
  ]),
  rule("a collection without `Nullable`, an item null", property("Collection(Edm.String)"), [null]),
  rule("a collection with `Nullable=true`, an item null", property("Collection(Edm.String)", 'Nullable="true"'), [
    null,
  ]),
  rule("a collection, an item of another type", property("Collection(Edm.String)", 'Nullable="true"'), [5]),
  rule("a collection, one value", property("Collection(Edm.Untyped)", 'Nullable="true"'), "text"),
  rule("`Edm.Stream` with `Nullable=false`, null", property("Edm.Stream", 'Nullable="false"'), null),
  { rule: "a property that the type has not", members: property("Edm.String"), body: { q: 1 } },
  { rule: "undefined for it", members: property("Edm.String"), body: { q: undefined } },
];

const facets = [
  rule("`MaxLength` of Edm.String, in characters", property("Edm.String", 'MaxLength="2"'), "abc"),
  rule("two emoji for `MaxLength=2`", property("Edm.String", 'MaxLength="2"'), "😀😀"),
  rule("`MaxLength` of Edm.Binary, in bytes", property("Edm.Binary", 'MaxLength="2"'), "T0Rh"),
  rule("`Unicode=false`", property("Edm.String", 'Unicode="false"'), "é"),
  rule("`Precision` of Edm.Decimal", property("Edm.Decimal", 'Precision="3" Scale="2"'), "12.34"),
  rule("`Scale` of Edm.Decimal", property("Edm.Decimal", 'Precision="5" Scale="2"'), 1.234),
  rule("`Precision`, with `Scale=variable`", property("Edm.Decimal", 'Precision="3" Scale="variable"'), "1.2345"),
  rule("`Precision` of Edm.DateTimeOffset", property("Edm.DateTimeOffset", 'Precision="1"'), "2024-02-29T07:16:23.55Z"),
  rule("`Precision` of Edm.TimeOfDay", property("Edm.TimeOfDay", 'Precision="3"'), "07:59:59.1234"),
  rule("`Precision` of Edm.Duration", property("Edm.Duration", 'Precision="1"'), "PT0.55S"),
  rule("`Precision=0`", property("Edm.Duration", 'Precision="0"'), "PT0.5S"),
  rule(
    "`MaxLength` of a type definition",
    property("probe.Code"),
    "abcd",
    '<TypeDefinition Name="Code" UnderlyingType="Edm.String" MaxLength="3" />',
  ),
];

const colors =
  '<EnumType Name="Color"><Member Name="red" Value="1"/><Member Name="blue" Value="2"/><Member Name="unknownFutureValue" Value="4"/></EnumType>' +
  '<EnumType Name="Colors" IsFlags="true"><Member Name="red" Value="1"/><Member Name="blue" Value="2"/></EnumType>';

const enums = [
  rule("an enumeration, another member", property("probe.Color"), "green", colors),
  rule("the number of a member", property("probe.Color"), 1, colors),
  rule("the member `unknownFutureValue`", property("probe.Color"), "unknownFutureValue", colors),
  rule("`IsFlags`, another member", property("probe.Colors"), "red,green", colors),
  rule("`IsFlags`, a member twice", property("probe.Colors"), "red,red", colors),
  rule("`IsFlags`, a number among members", property("probe.Colors"), "red,2", colors),
];

const shapes =
  '<ComplexType Name="Shape" Abstract="true"><Property Name="area" Type="Edm.Int32"/></ComplexType>' +
  '<ComplexType Name="Circle" BaseType="probe.Shape"><Property Name="radius" Type="Edm.Int32"/></ComplexType>' +
  '<ComplexType Name="Point"><Property Name="x" Type="Edm.Int32"/></ComplexType>' +
  '<ComplexType Name="Point3D" BaseType="probe.Point"><Property Name="z" Type="Edm.Int32"/></ComplexType>' +
  '<ComplexType Name="Open" OpenType="true"/>';

const structured = [
  rule("a complex value, a wrong property", property("probe.Point"), { x: "1" }, shapes),
  rule(
    "of a derived type, a wrong property of it",
    property("probe.Point"),
    { "@odata.type": "#probe.Point3D", z: "1" },
    shapes,
  ),
  rule("of an unknown type", property("probe.Point"), { "@odata.type": "#probe.Point4D", x: 1 }, shapes),
  rule("of an abstract type, without the name of another", property("probe.Shape"), { area: 1 }, shapes),
  rule("of an open type, an undeclared property", property("probe.Open"), { y: 1 }, shapes),
  {
    rule: "an entity that names another type",
    members: property("Edm.String"),
    body: { "@odata.type": "#probe.Other" },
  },
];

const other =
  '<EntityType Name="Other"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>';

function navigation(type: string, facets = "", annotations = ""): string {
  return `<NavigationProperty Name="p" Type="${type}" ${facets}>${annotations}</NavigationProperty>`;
}

const related = [
  rule("a related entity, no object", navigation("probe.Other"), "text", other),
  rule("a related entity, a wrong property", navigation("probe.Other"), { id: "1" }, other),
  rule("related entities, a wrong property", navigation("Collection(probe.Other)"), [{ id: "1" }], other),
  {
    rule: "the URL of an entity to relate",
    members: navigation("probe.Other", 'Nullable="false"'),
    beside: other,
    body: { "p@odata.bind": "others(1)" },
  },
  {
    rule: "several URLs for one entity",
    members: navigation("probe.Other", 'Nullable="false"'),
    beside: other,
    body: { "p@odata.bind": ["others(1)"] },
  },
  {
    rule: "a URL for a property that relates none",
    members: property("Edm.String"),
    body: { "p@odata.bind": "others(1)" },
  },
];

const control = [
  ["a number as `@odata.etag`", { "@odata.etag": 5 }],
  ["a number as `@odata.id`", { "@odata.id": 5 }],
  ["a text as the count of a property", { "p@odata.count": "many" }],
  ["a number as the next link of a property", { "p@odata.nextLink": 5 }],
  ["a number as `@odata.type`", { "@odata.type": 5 }],
  ["an annotation of the service", { "@my.note": 5 }],
] as const;

const controls = control.map(([rule, body]) => ({
  rule,
  members: navigation("Collection(probe.Other)"),
  beside: other,
  body,
}));

function allowed(...values: readonly string[]): string {
  const records = values.map((value) => `<Record><PropertyValue Property="Value" String="${value}"/></Record>`);
  return term("Validation.AllowedValues", "", `<Collection>${records.join("")}</Collection>`);
}

const validation = [
  rule("`Validation.Pattern`", property("Edm.String", "", term("Validation.Pattern", 'String="^[a-z]+$"')), "A"),
  rule("`Validation.Minimum`", property("Edm.Int32", "", term("Validation.Minimum", 'Int="1"')), 0),
  rule("`Validation.Maximum`", property("Edm.Decimal", "", term("Validation.Maximum", 'Decimal="9.5"')), "9.6"),
  rule(
    "`Validation.Exclusive`",
    property("Edm.Int32", "", term("Validation.Minimum", 'Int="1"', term("Validation.Exclusive"))),
    1,
  ),
  rule(
    "`Validation.Minimum` of a date",
    property("Edm.Date", "", term("Validation.Minimum", 'Date="2024-01-01"')),
    "2023-12-31",
  ),
  rule(
    "`Validation.Maximum` of a duration",
    property("Edm.Duration", "", term("Validation.Maximum", 'Duration="PT1H"')),
    "PT61M",
  ),
  rule("`Validation.MultipleOf`", property("Edm.Decimal", "", term("Validation.MultipleOf", 'Decimal="0.1"')), 0.25),
  rule("`Validation.AllowedValues`", property("Edm.String", "", allowed("a", "b")), "c"),
  rule(
    "`Validation.MinItems`",
    property("Collection(Edm.String)", 'Nullable="false"', term("Validation.MinItems", 'Int="1"')),
    [],
  ),
  rule(
    "`Validation.MaxItems`",
    property("Collection(Edm.String)", 'Nullable="false"', term("Validation.MaxItems", 'Int="1"')),
    ["a", "b"],
  ),
  rule(
    "`Validation.DerivedTypeConstraint`",
    property(
      "probe.Point",
      "",
      term("Validation.DerivedTypeConstraint", "", "<Collection><String>probe.Point3D</String></Collection>"),
    ),
    { x: 1 },
    shapes,
  ),
];

const core = [
  rule("`Core.Computed`", property("Edm.String", "", term("Core.Computed")), "a"),
  rule("`Core.Immutable`", property("Edm.String", "", term("Core.Immutable")), "a"),
  rule(
    "`Core.Permissions` without Write",
    property("Edm.String", "", term("Core.Permissions", 'EnumMember="Core.Permission/Read"')),
    "a",
  ),
  rule(
    "`Core.Permissions` without Read, no value",
    property("Edm.String", 'Nullable="false"', term("Core.Permissions", 'EnumMember="Core.Permission/Write"')),
    undefined,
  ),
  rule(
    "`Core.ComputedDefaultValue`, no value",
    property("Edm.String", 'Nullable="false"', term("Core.ComputedDefaultValue")),
    undefined,
  ),
  {
    rule: "`Core.AdditionalProperties`, an undeclared property",
    members: property("Edm.String") + term("Core.AdditionalProperties"),
    body: { q: 1 },
  },
  rule("`Common.FieldControl`, `ReadOnly`", property("Edm.String", "", fieldControl("ReadOnly")), "a"),
  rule(
    "`Common.FieldControl`, `Mandatory`, no value",
    property("Edm.String", "", fieldControl("Mandatory")),
    undefined,
  ),
];

function fieldControl(member: string): string {
  return term("Common.FieldControl", `EnumMember="Common.FieldControlType/${member}"`);
}

/** The rules of the documentation, by what they are about. */
export const ruleProbes: Readonly<Record<string, readonly RuleProbe[]>> = {
  "Presence and null": presence,
  Facets: facets,
  Enumerations: enums,
  "Structured types": structured,
  "Related entities": related,
  "Control information": controls,
  Validation: validation,
  "Core and Common": core,
};

export const rulesInOrder: readonly RuleProbe[] = Object.values(ruleProbes).flat();
