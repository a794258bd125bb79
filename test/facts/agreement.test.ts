/** Types and validators print the same facts: whatever a property declares, both hold it for optional, null or refused alike. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { assumptionsOf, type WantedAssumptions } from "../../src/facts/assumptions.js";
import { factsOf } from "../../src/facts/facts.js";
import { nameAll } from "../../src/naming/names.js";
import { everything } from "../../src/select/selection.js";
import { planFiles, type FileViews } from "../../src/views/plan-files.js";
import { viewContext } from "../../src/views/view-context.js";
import { modelOf } from "../support/model.js";

interface Traits {
  readonly type: string;
  readonly nullable: "true" | "false" | undefined;
  readonly defaultValue: boolean;
  readonly key: boolean;
  readonly terms: readonly string[];
  /** What the only entity set states of it. */
  readonly restrictions: readonly Restriction[];
}

type Restriction = "required" | "nonInsertable" | "nonUpdatable";

const traits: fc.Arbitrary<Traits> = fc.record({
  type: fc.constantFrom("Edm.String", "Edm.Int32", "Edm.Guid", "Collection(Edm.String)"),
  nullable: fc.constantFrom("true", "false", undefined),
  defaultValue: fc.boolean(),
  key: fc.boolean(),
  terms: fc.subarray([
    '<Annotation Term="Org.OData.Core.V1.Computed" />',
    '<Annotation Term="Org.OData.Core.V1.Immutable" />',
    '<Annotation Term="Org.OData.Core.V1.ComputedDefaultValue" />',
    '<Annotation Term="com.sap.vocabularies.Common.v1.FieldControl" Int="7" />',
    '<Annotation Term="Org.OData.Core.V1.Permissions" EnumMember="Org.OData.Core.V1.Permission/Read" />',
    '<Annotation Term="Org.OData.Core.V1.Permissions" EnumMember="Org.OData.Core.V1.Permission/Write" />',
  ]),
  restrictions: fc.subarray<Restriction>(["required", "nonInsertable", "nonUpdatable"]),
});

const assumptions: fc.Arbitrary<WantedAssumptions> = fc.record({
  nonNull: fc.constantFrom("present", "notNull"),
  keysOnCreate: fc.constantFrom("required", "optional", undefined),
});

/** Of two annotations with one term the second would be an error. */
function isValid({ terms }: Traits): boolean {
  return terms.filter((term) => term.includes("Permissions")).length < 2;
}

function serviceOf(properties: readonly Traits[]): string {
  const lines = properties.map(
    ({ type, nullable, defaultValue, terms }, index) =>
      `<Property Name="p${index}" Type="${type}"${nullable === undefined ? "" : ` Nullable="${nullable}"`}${defaultValue ? ' DefaultValue="1"' : ""}>${terms.join("")}</Property>`,
  );
  const refs = properties.flatMap(({ key }, index) => (key ? [`<PropertyRef Name="p${index}" />`] : []));
  const paths = (restriction: Restriction) =>
    `<Collection>${properties.flatMap(({ restrictions }, index) => (restrictions.includes(restriction) ? [`<PropertyPath>p${index}</PropertyPath>`] : [])).join("")}</Collection>`;
  return `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="s" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="thing"><Key>${refs.join("")}</Key>${lines.join("")}</EntityType>
<EntityContainer Name="C"><EntitySet Name="things" EntityType="s.thing">
<Annotation Term="Org.OData.Capabilities.V1.InsertRestrictions"><Record>
<PropertyValue Property="RequiredProperties">${paths("required")}</PropertyValue>
<PropertyValue Property="NonInsertableProperties">${paths("nonInsertable")}</PropertyValue></Record></Annotation>
<Annotation Term="Org.OData.Capabilities.V1.UpdateRestrictions"><Record>
<PropertyValue Property="NonUpdatableProperties">${paths("nonUpdatable")}</PropertyValue></Record></Annotation>
</EntitySet></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;
}

/** How one output holds each property. */
interface Judgment {
  readonly present: boolean;
  readonly nullable: boolean;
  readonly onCreate: "required" | "optional" | "refused";
  readonly onUpdate: "optional" | "refused";
}

interface PlannedViews {
  readonly "types.ts": FileViews["declarations"];
  readonly "writes.ts": FileViews["declarations"];
  readonly "validators/checks.ts": FileViews["checks"];
}

function viewsOf(properties: readonly Traits[], wanted: WantedAssumptions): PlannedViews {
  const { model, failed } = modelOf({ "service.xml": serviceOf(properties) });
  expect(failed).toBe(false);
  const report = new Report();
  const stages = {
    model,
    names: nameAll(model, {}, report),
    selection: everything(model),
    facts: factsOf(model, assumptionsOf(model, wanted)),
  };
  const options = { emit: ["types", "validators"], runtime: "inline", importExtension: "js" } as const;
  const files = [...planFiles(viewContext(stages, options, { report, sources: new Sources() }))];
  const views = Object.fromEntries(files.flatMap((file) => ("template" in file ? [[file.path, file.view]] : [])));
  return views as unknown as PlannedViews; // both artifacts are emitted
}

function byTypes(types: FileViews["declarations"], writes: FileViews["declarations"], name: string): Judgment {
  const memberOf = (declarations: FileViews["declarations"]["declarations"], type: string) => {
    const found = declarations.find((declaration) => declaration.name === type);
    const member = found?.partial === "interface" ? found.members.find((one) => one.name === name) : undefined;
    return { optional: member?.optional, type: member?.partial === "member-line" ? String(member.type) : "" };
  };
  const [read, create, update] = [
    memberOf(types.declarations, "Thing"),
    memberOf(writes.declarations, "ThingCreate"),
    memberOf(writes.declarations, "ThingUpdate"),
  ];
  return {
    present: read.optional === false,
    nullable: read.type.endsWith(" | null"),
    onCreate: create.type === "edm.NotWritable" ? "refused" : create.optional === false ? "required" : "optional",
    onUpdate: update.type === "edm.NotWritable" ? "refused" : "optional",
  };
}

/** `o["a"], c, "a"` of `v.string(o["a"], c, "a");`, which may have each on a line of its own. */
function argumentsOf(call: string): string {
  return (/\(\s*([^]*?),?\s*\);$/.exec(call)?.[1] ?? "").replaceAll(/\s+/g, " ");
}

function byValidators({ checks }: FileViews["checks"], name: string): Judgment {
  const calls = checks.flatMap(({ properties }) => properties.map(argumentsOf));
  const call = calls.find((text) => text.startsWith(`o["${name}"], `)) ?? "";
  const [, flags = "v.nullable"] = /, (v\.\w+(?: \| v\.\w+)*)$/.exec(call) ?? [];
  const has = (...names: readonly string[]) => flags.split(" | ").some((flag) => names.includes(flag.slice(2)));
  return {
    present: has("required", "requiredOnRead"),
    nullable: has("nullable"),
    onCreate: has("computed", "refusedOnCreate")
      ? "refused"
      : has("required", "requiredOnCreate")
        ? "required"
        : "optional",
    onUpdate: has("computed", "immutable") ? "refused" : "optional",
  };
}

it("types and validators agree on every property", () => {
  const properties = fc
    .array(traits.filter(isValid), { minLength: 1, maxLength: 6 })
    .filter((drawn) => drawn.some(({ key }) => key));
  const judgments = new Set<string>();
  fc.assert(
    fc.property(properties, assumptions, (drawn, wanted) => {
      const { "types.ts": types, "writes.ts": writes, "validators/checks.ts": checks } = viewsOf(drawn, wanted);
      drawn.forEach((_, index) => {
        const judgment = byTypes(types, writes, `p${index}`);
        expect(byValidators(checks, `p${index}`)).toEqual(judgment);
        judgments.add(JSON.stringify(judgment));
      });
    }),
    { seed: 11, numRuns: 200 },
  );
  // The law is not kept by being empty: nearly all combinations occur.
  expect(judgments.size).toBeGreaterThan(12);
});
