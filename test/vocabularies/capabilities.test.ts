import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../support/compile.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { generateTo } from "../support/generate.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { csdl, serviceOf } from "./service.js";

function record(...properties: readonly string[]): string {
  return `<Record>${properties.map((property) => `<PropertyValue Property=${property}`).join("")}</Record>`;
}

function restrictions(term: string, ...properties: readonly string[]): string {
  return `<Annotation Term="Capabilities.${term}">${record(...properties)}</Annotation>`;
}

function no(property: string): string {
  return `"${property}" Bool="false"/>`;
}

function paths(property: string, ...names: readonly string[]): string {
  const items = names.map((name) => `<PropertyPath>${name}</PropertyPath>`);
  return `"${property}"><Collection>${items.join("")}</Collection></PropertyValue>`;
}

function filterExpressions(expression: string, ...names: readonly string[]): string {
  const items = names.map((name) =>
    record(`"Property" PropertyPath="${name}"/>`, `"AllowedExpressions" String="${expression}"/>`),
  );
  const collection = `<Collection>${items.join("")}</Collection>`;
  return restrictions("FilterRestrictions", `"FilterExpressionRestrictions">${collection}</PropertyValue>`);
}

interface Annotations {
  readonly set?: string;
  readonly type?: string;
  readonly navigation?: string;
  readonly container?: string;
  readonly external?: string;
}

function shop({ set = "", type = "", navigation = "", container = "", external = "" }: Annotations): string {
  return (
    '<EntityType Name="Product"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>' +
    '<Property Name="label" Type="Edm.String"/><Property Name="stock" Type="Edm.Int32"/>' +
    `<NavigationProperty Name="maker" Type="shop.Maker">${navigation}</NavigationProperty>` +
    `<NavigationProperty Name="parts" Type="Collection(shop.Product)"/>${type}</EntityType>` +
    '<EntityType Name="Maker"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>' +
    '<NavigationProperty Name="products" Type="Collection(shop.Product)"/></EntityType>' +
    `<EntityContainer Name="C"><EntitySet Name="products" EntityType="shop.Product">${set}</EntitySet>` +
    `<EntitySet Name="makers" EntityType="shop.Maker"/><Singleton Name="best" Type="shop.Product"/>${container}</EntityContainer>${external}`
  );
}

const BEGIN =
  'import { createClient } from "./client.js";\nexport function run(client: ReturnType<typeof createClient>) {\n';

describe("capabilities decide what can be sent:", () => {
  it.each([
    ["InsertRestrictions", no("Insertable"), ["client.products.post({ id: 1 })"], ["client.makers.post({ id: 1 })"]],
    ["DeleteRestrictions", no("Deletable"), ["client.products.byId(1).delete()"], ["client.best.delete()"]],
    [
      "UpdateRestrictions",
      no("Updatable"),
      ["client.products.byId(1).patch({})", "client.products.byId(1).put({})"],
      ["client.best.patch({})"],
    ],
    [
      "UpdateRestrictions",
      '"UpdateMethod" EnumMember="Capabilities.HttpMethod/PUT"/>',
      ["client.products.byId(1).patch({})"],
      ["client.products.byId(1).put({})"],
    ],
    [
      "ReadRestrictions",
      no("Readable"),
      ["client.products.get()", "client.products.byId(1).get()"],
      ["client.best.get()"],
    ],
    [
      "ReadRestrictions",
      `"ReadByKeyRestrictions">${record(no("Readable"))}</PropertyValue>`,
      ["client.products.byId(1).get()"],
      ["client.products.get()"],
    ],
    [
      "CountRestrictions",
      no("Countable"),
      ["client.products.$count()", "client.products.get({ count: true })"],
      ["client.products.get()"],
    ],
    [
      "FilterRestrictions",
      no("Filterable"),
      ['client.products.get({ filter: "a" })'],
      ["client.products.get({ top: 1 })"],
    ],
    [
      "SortRestrictions",
      no("Sortable"),
      ['client.products.get({ orderby: "a" })'],
      ["client.products.get({ top: 1 })"],
    ],
    ["SearchRestrictions", no("Searchable"), ['client.products.get({ search: "a" })'], []],
    [
      "SelectSupport",
      no("Supported"),
      ['client.products.get({ select: ["id"] })', 'client.products.byId(1).get({ select: ["id"] })'],
      [],
    ],
    [
      "ExpandRestrictions",
      no("Expandable"),
      ["client.products.get({ expand: { maker: true } })", "client.products.byId(1).get({ expand: { maker: true } })"],
      ["client.best.get({ expand: { maker: true } })"],
    ],
    [
      "ExpandRestrictions",
      `${no("Expandable")}<PropertyValue Property="ExpandByKeyRestrictions">${record('"Expandable" Bool="true"/>')}</PropertyValue>`,
      ["client.products.get({ expand: { maker: true } })"],
      ["client.products.byId(1).get({ expand: { maker: true } })"],
    ],
    [
      "ExpandRestrictions",
      paths("NonExpandableProperties", "maker"),
      ["client.products.get({ expand: { maker: true } })"],
      ["client.products.get({ expand: { parts: { top: 1 } } })"],
    ],
  ])("%s with %s", async (term, property, refused, allowed) => {
    const service = await serviceOf(shop({ set: restrictions(term, property) }));
    expect(service.said).toEqual([]);
    const wrong = refused.map((code) => `  // @ts-expect-error not supported\n  void ${code};\n`);
    const right = allowed.map((code) => `  void ${code};\n`);
    expect(service.use(`${BEGIN}${wrong.join("")}${right.join("")}}`)).toBe("");
  });

  it.each([
    ["TopSupported", "client.products.get({ top: 1 })"],
    ["SkipSupported", "client.products.get({ skip: 1 })"],
    ["IndexableByKey", "client.products.byId(1)"],
  ])("%s", async (term, refused) => {
    const set = `<Annotation Term="Capabilities.${term}" Bool="false"/>`;
    const use = `${BEGIN}  // @ts-expect-error not supported\n  void ${refused};\n  void client.products.get({ filter: "a", custom: { $top: 1 } });\n}`;
    expect((await serviceOf(shop({ set }))).use(use)).toBe("");
  });

  it("what remains keeps its types", async () => {
    const set =
      restrictions("FilterRestrictions", no("Filterable")) +
      restrictions("ExpandRestrictions", paths("NonExpandableProperties", "maker"));
    const use = `${BEGIN}
      void (async () => {
        const { value } = await client.products.get({ select: ["label"], expand: { parts: { select: ["stock"] } } });
        const label: string | null | undefined = value[0]?.label;
        const stock: number | null | undefined = value[0]?.parts[0]?.stock;
        // @ts-expect-error it was not selected
        void value[0]?.stock;
        for await (const product of client.products.get()) void product.label;
        return [label, stock];
      })();
    }`;
    expect((await serviceOf(shop({ set }))).use(use)).toBe("");
  });
});

describe("capabilities are taken from the nearest place:", () => {
  const insertable = (value: boolean): string => restrictions("InsertRestrictions", `"Insertable" Bool="${value}"/>`);
  const post = "client.products.post({ id: 1 })";

  it.each<[string, Annotations, boolean]>([
    [
      "an external annotation of the set",
      { external: `<Annotations Target="shop.C/products">${insertable(false)}</Annotations>` },
      false,
    ],
    ["the entity type", { type: insertable(false) }, false],
    ["the set before the entity type", { type: insertable(false), set: insertable(true) }, true],
    [
      "the defaults of the container",
      {
        container: `<Annotation Term="Capabilities.DefaultCapabilities">${record(`"InsertRestrictions">${record(no("Insertable"))}</PropertyValue>`)}</Annotation>`,
      },
      false,
    ],
    [
      "Core.Permissions of the set",
      { set: '<Annotation Term="Core.Permissions" EnumMember="Core.Permission/Read"/>' },
      false,
    ],
    [
      "what only an instance can tell is no restriction",
      { set: restrictions("InsertRestrictions", '"Insertable" Path="stock"/>') },
      true,
    ],
  ])("%s", async (_, annotations, allowed) => {
    const expected = allowed ? "" : "  // @ts-expect-error not supported\n";
    expect((await serviceOf(shop(annotations))).use(`${BEGIN}${expected}  void ${post};\n}`)).toBe("");
  });

  it("a navigation property", async () => {
    const { use } = await serviceOf(shop({ navigation: restrictions("UpdateRestrictions", no("Updatable")) }));
    expect(
      use(`${BEGIN}
        // @ts-expect-error not supported
        void client.best.maker.patch({});
        void client.makers.byId(1).patch({});
      }`),
    ).toBe("");
  });

  it("the restricted properties of a set, also along a path", async () => {
    const restricted = (path: string): string =>
      record(
        `"NavigationProperty" NavigationPropertyPath="${path}"/>`,
        `"InsertRestrictions">${record(no("Insertable"))}</PropertyValue>`,
      );
    const set = `<Annotation Term="Capabilities.NavigationRestrictions">${record(
      `"RestrictedProperties"><Collection>${restricted("parts")}${restricted("maker/products")}</Collection></PropertyValue>`,
    )}</Annotation>`;
    const { use } = await serviceOf(shop({ set }));
    expect(
      use(`${BEGIN}
        // @ts-expect-error not supported on this way
        void client.products.byId(1).parts.post({ id: 1 });
        // @ts-expect-error nor on this
        void client.products.byId(1).maker.products.post({ id: 1 });
        void client.best.parts.post({ id: 1 });
        void client.best.maker.products.post({ id: 1 });
        void client.products.byId(1).parts.get();
        void client.products.byId(1).maker.patch({});
        void client.products.byId(1).delete();
      }`),
    ).toBe("");
  });
});

/** The properties that a change of a product cannot give. */
function refusedIn(writes: string): readonly string[] {
  const [shape = ""] = /^export interface ProductUpdate\b[^]*?^\}$/m.exec(writes) ?? [];
  return [...shape.matchAll(/^ {2}(\w+)\?: edm\.NotWritable;$/gm)].flatMap(([, name]) => name ?? []);
}

describe("capabilities say of properties", () => {
  const insert = restrictions(
    "InsertRestrictions",
    paths("RequiredProperties", "label"),
    paths("NonInsertableProperties", "id", "stock"),
  );
  const update = restrictions(
    "UpdateRestrictions",
    paths("NonUpdatableProperties", "label"),
    paths("RequiredProperties", "stock"),
  );

  it("what has to be given on create, and what cannot be: in types and schemas", async () => {
    const service = await serviceOf(shop({ set: insert }));
    expect(
      service.use(`import type { ProductCreate, ProductUpdate } from "./writes.js";
        export const right: ProductCreate = { label: "a" };
        export const updated: ProductUpdate = { stock: 1 };
        // @ts-expect-error the label is missing
        export const wrong1: ProductCreate = {};
        // @ts-expect-error the service gives the key
        export const wrong2: ProductCreate = { label: "a", id: 1 };`),
    ).toBe("");
    const { productCreateSchema, productUpdateSchema } = await service.schemas();
    expect(productCreateSchema?.validate({ label: "a" })).toMatchObject({ ok: true });
    expect(productCreateSchema?.validate({ stock: 1 })).toMatchObject({
      issues: [
        { path: ["label"], code: "missing" },
        { path: ["stock"], code: "read-only" },
      ],
    });
    expect(productUpdateSchema?.validate({ stock: 1 })).toMatchObject({ ok: true });
    expect(service.text("client.ts")).toContain("A new entity needs `label`.");
  });

  it("what cannot be changed, where every place agrees: a singleton that says nothing lets it be", async () => {
    const one = await serviceOf(shop({ set: update }));
    expect(refusedIn(one.text("writes.ts"))).toEqual(["id"]);
    expect(one.text("client.ts")).toContain("A change has to give `stock`.\n   *\n   * A change cannot give `label`.");
    const all = await serviceOf(shop({ type: update }));
    expect(refusedIn(all.text("writes.ts"))).toEqual(["id", "label"]);
  });

  it("how lists can be filtered and sorted, and that a change needs an ETag", async () => {
    const { text } = await serviceOf(
      shop({
        set:
          restrictions(
            "FilterRestrictions",
            paths("NonFilterableProperties", "stock"),
            paths("RequiredProperties", "label"),
          ) +
          restrictions(
            "SortRestrictions",
            paths("NonSortableProperties", "label"),
            paths("AscendingOnlyProperties", "id"),
            paths("DescendingOnlyProperties", "stock"),
          ) +
          '<Annotation Term="Capabilities.FilterFunctions"><Collection><String>contains</String></Collection></Annotation>' +
          '<Annotation Term="Core.OptimisticConcurrency"><Collection/></Annotation>',
      }),
    );
    for (const note of [
      "Cannot be filtered by `stock`.",
      "Needs a filter by `label`.",
      "Filters may use `contains`.",
      "Cannot be sorted by `label`.",
      "Can be sorted in ascending order only by `id`.",
      "Can be sorted in descending order only by `stock`.",
      "A change needs the ETag of the entity, in the option `ifMatch`.",
    ])
      expect(text("client.ts")).toContain(note);
  });

  it.each([
    ["SingleValue", "one value"],
    ["MultiValue", "values, joined by `or`"],
    ["SingleRange", "one range"],
    ["MultiRange", "ranges, joined by `or`"],
    ["SearchExpression", "a text pattern"],
    ["MultiRangeOrSearchExpression", "ranges, joined by `or`, or a text pattern"],
  ])("which expressions filters have: %s", async (expression, words) => {
    const { text } = await serviceOf(shop({ set: filterExpressions(expression, "label", "stock") }));
    expect(text("client.ts")).toContain(`  /** Filters compare \`label\`, \`stock\` with ${words}. */\n  products`);
    expect(text("types.ts")).toContain(`  /** Filters compare it with ${words}. */\n  label`);
  });

  it("no expression that the vocabulary does not have", async () => {
    const { text } = await serviceOf(shop({ set: filterExpressions("Unheard", "label") }));
    expect(text("client.ts")).not.toContain("Filters compare");
    expect(text("types.ts")).not.toContain("Filters compare");
  });

  it("what all sets say of a property, at the property", async () => {
    const set =
      restrictions(
        "FilterRestrictions",
        paths("NonFilterableProperties", "id", "maker"),
        paths("RequiredProperties", "label"),
      ) +
      restrictions("SortRestrictions", paths("NonSortableProperties", "id", "stock")) +
      restrictions("InsertRestrictions", paths("NonInsertableProperties", "stock"));
    const types = (await serviceOf(shop({ set }))).text("types.ts");
    expect(types).toContain("  /** Not filterable or sortable. */\n  id");
    expect(types).toContain("  /** Required in filters. */\n  label");
    expect(types).toContain("  /** Cannot be set on create. Not sortable. */\n  stock");
    expect(types).toContain("  /** Not filterable. */\n  maker");
    const container = '<EntitySet Name="all" EntityType="shop.Product"/>';
    expect((await serviceOf(shop({ set, container }))).text("types.ts")).not.toMatch(/filter|sort|create/);
  });
});

it("a set takes the derived types that it allows", async () => {
  const content =
    '<EntityType Name="Shape"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>' +
    '<EntityType Name="Circle" BaseType="shop.Shape"/><EntityType Name="Square" BaseType="shop.Shape"/>' +
    '<EntityContainer Name="C"><EntitySet Name="shapes" EntityType="shop.Shape"><Annotation Term="Validation.DerivedTypeConstraint"><Collection><String>shop.Circle</String></Collection></Annotation></EntitySet></EntityContainer>';
  expect(
    (await serviceOf(content)).use(`${BEGIN}
      void client.shapes.post({ "@odata.type": "#shop.Circle", id: 1 });
      // @ts-expect-error it is not in the list
      void client.shapes.post({ "@odata.type": "#shop.Square", id: 1 });
    }`),
  ).toBe("");
});

it("a request that a page documents stays, whatever an annotation says", async () => {
  const service = fileURLToPath(new URL("../../schemas/intune-enrollment", import.meta.url));
  const below = (name: string): string =>
    `<Annotations Target="microsoft.graph.deviceManagement/${name}">${insertAndDelete}</Annotations>`;
  const insertAndDelete =
    restrictions("InsertRestrictions", no("Insertable")) + restrictions("DeleteRestrictions", no("Deletable"));
  const annotations = temporaryFolder({ "a.xml": csdl(below("importedDeviceIdentities")) });
  const folder = temporaryFolder();
  await generateTo(folder, [service, annotations]);
  writeFileSync(
    join(folder, "use.ts"),
    `import type { Client } from "./client.js";
    export function run({ deviceManagement: { importedDeviceIdentities } }: Client) {
      void importedDeviceIdentities.post({ importedDeviceIdentifier: "1", importedDeviceIdentityType: "imei" });
      // @ts-expect-error no page documents this one
      void importedDeviceIdentities.byId("1").delete();
    }`,
  );
  expect(compile(folder, "typescript-7.0")).toBe("");
});

describeWithCorpus("TripPin", () => {
  it("has airports that can neither be created nor deleted, and people that can", async () => {
    const folder = temporaryFolder();
    const said = await generateTo(folder, [join(corpus, "csdl/oasis-ipr/oasis-tcs+odata-json-schema/TripPin.xml")]);
    expect(said.filter((line) => line.includes("annotation-value-unfit"))).toEqual([]);
    const use = `${BEGIN}
      // @ts-expect-error
      void client.Airports.post({});
      // @ts-expect-error
      void client.Airports.byId("a").delete();
      void client.Airports.byId("a").patch({});
      void client.People.byId("a").delete({ ifMatch: "*" });
      void client.People.byId("a").Friends.get();
    }`;
    writeFileSync(join(folder, "use.ts"), use);
    expect(compile(folder, "typescript-7.0")).toBe("");
    expect(readFileSync(join(folder, "client.ts"), "utf8")).toContain("A new entity cannot have `Trips`, `Friends`.");
  });
});
