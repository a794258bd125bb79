import { describe, expect, it } from "vitest";
import { serviceOf } from "./service.js";

function entity(properties: string, rest = ""): string {
  return (
    `<EntityType Name="Product"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>${properties}</EntityType>${rest}` +
    '<EntityContainer Name="C"><EntitySet Name="Products" EntityType="shop.Product"/></EntityContainer>'
  );
}

function permissions(...names: readonly string[]): string {
  const value = names.map((name) => `Core.Permission/${name}`).join(" ");
  return `<Annotation Term="Core.Permissions"><EnumMember>${value}</EnumMember></Annotation>`;
}

function property(name: string, annotations: string): string {
  return `<Property Name="${name}" Type="Edm.String" Nullable="false">${annotations}</Property>`;
}

describe("Core.Permissions", () => {
  const content = entity(
    property("read", permissions("Read")) +
      property("write", permissions("Write")) +
      property("none", permissions("None")) +
      property("both", permissions("Read", "Write")) +
      `<NavigationProperty Name="maker" Type="shop.Product">${permissions("Read")}</NavigationProperty>`,
  );

  it("decide what a type requires when read, and has when written", async () => {
    const service = await serviceOf(content);
    const use = `
      import type { Product, ProductCreate, ProductUpdate } from "./index.js";
      export const given: Product = { id: 1, read: "", both: "" };
      export const created: ProductCreate = { id: 1, write: "", both: "" };
      export const updated: ProductUpdate = { write: "" };
      // @ts-expect-error it is read only
      export const wrong1: ProductCreate = { id: 1, write: "", both: "", read: "" };
      // @ts-expect-error so is what cannot be accessed
      export const wrong2: ProductUpdate = { none: "" };
      // @ts-expect-error what can be written has to be
      export const wrong3: ProductCreate = { id: 1, both: "" };
      // @ts-expect-error and a relationship that is read only cannot be bound
      export const wrong4: ProductUpdate = { "maker@odata.bind": "Products(1)" };
    `;
    expect(service.use(use)).toBe("");
  });

  it("are checked by schemas", async () => {
    const { productSchema, productCreateSchema, productUpdateSchema } = await (await serviceOf(content)).schemas();
    expect(productSchema?.validate({ id: 1, read: "", both: "" })).toMatchObject({ ok: true });
    expect(productCreateSchema?.validate({ id: 1, write: "", both: "" })).toMatchObject({ ok: true });
    expect(productUpdateSchema?.validate({ read: "", none: "", maker: {} })).toMatchObject({
      issues: ["read", "none", "maker"].map((name) => ({ path: [name], code: "read-only" })),
    });
  });
});

it("a tag that only an instance can tell is not taken for true", async () => {
  const fixed = '<Annotation Term="Core.Computed" Path="isFixed"/>';
  const { text } = await serviceOf(entity(property("name", fixed)));
  expect(text("types.ts")).not.toContain('omit: "name"');
});

describe("Core.Revisions", () => {
  const deprecated =
    '<Annotation Term="Core.Revisions"><Collection><Record><PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Added"/></Record>' +
    '<Record><PropertyValue Property="Version" String="2024-04"/><PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Deprecated"/>' +
    '<PropertyValue Property="Description" String="Use */ `other`"/><PropertyValue Property="RemovalDate" Date="2026-01-31"/></Record></Collection></Annotation>';
  const tag = " * @deprecated Use *\\/ `other`. Deprecated since 2024-04. To be removed on 2026-01-31.\n";

  it("mark types, properties, operations and sets as deprecated, and say so of members", async () => {
    const { text } = await serviceOf(
      `<EnumType Name="Color"><Member Name="Red">${deprecated}</Member><Member Name="Blue"/></EnumType>` +
        `<EntityType Name="Product"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>` +
        `<Property Name="label" Type="Edm.String"><Annotation Term="Core.Description" String="What it is called"/>${deprecated}</Property>${deprecated}</EntityType>` +
        `<Action Name="Reset">${deprecated}</Action>` +
        `<EntityContainer Name="C"><EntitySet Name="Products" EntityType="shop.Product">${deprecated}</EntitySet><ActionImport Name="Reset" Action="shop.Reset"/></EntityContainer>`,
    );
    const types = text("types.ts");
    expect(types).toContain(`/**\n${tag} */\nexport interface Product {`);
    expect(types).toContain(`  /**\n   * What it is called\n   *\n  ${tag}   */\n  label?: string | null;`);
    expect(types).toContain(
      "/** - `Red`: Deprecated: Use *\\/ `other`. Deprecated since 2024-04. To be removed on 2026-01-31. */\nexport type Color",
    );
    const client = text("client.ts");
    expect(client).toContain(`  /**\n  ${tag}   */\n  Products: ProductCollectionRequests;`);
    expect(client).toContain(`  /**\n  ${tag}   */\n  Reset: Action0<void>;`);
  });

  it("that only tell of additions deprecate nothing", async () => {
    const added = deprecated.replace("RevisionKind/Deprecated", "RevisionKind/Modified");
    const { text } = await serviceOf(entity(property("label", added)));
    expect(text("types.ts")).not.toContain("@deprecated");
  });
});

it("descriptions, examples, kinds of content and defaults stand in the comment", async () => {
  const { text } = await serviceOf(
    entity(
      property(
        "home",
        '<Annotation Term="Core.IsURL"/><Annotation Term="Core.Example"><Record><PropertyValue Property="Value" String="http://a.b"/></Record></Annotation>',
      ) +
        property(
          "form",
          '<Annotation Term="Core.Description" String="Of the form"/><Annotation Term="Core.LongDescription" String="At length."/>',
        ) +
        '<Property Name="photo" Type="Edm.Stream"><Annotation Term="Core.AcceptableMediaTypes"><Collection><String>image/png</String><String>image/gif</String></Collection></Annotation></Property>' +
        property(
          "logo",
          '<Annotation Term="Core.MediaType" String="image/svg+xml"/><Annotation Term="Core.AutoExpand"/>',
        ),
    ),
  );
  const types = text("types.ts");
  expect(types).toContain("/** A URL. Example: `http://a.b`. */\n  home: string;");
  expect(types).toContain("/**\n   * Of the form\n   *\n   * At length.\n   */\n  form: string;");
  expect(types).toContain('/** Content of type `image/png` or `image/gif`. */\n  "photo@odata.mediaReadLink"?: string');
  expect(types).toContain("/** Content of type `image/svg+xml`. Given without being asked for by `expand`. */\n  logo");
});

it("Core.AdditionalProperties opens and closes types", async () => {
  const { text, use } = await serviceOf(
    '<ComplexType Name="Shut" OpenType="true"><Annotation Term="Core.AdditionalProperties" Bool="false"/></ComplexType>' +
      '<ComplexType Name="Wide"><Property Name="a" Type="Edm.String"/><Annotation Term="Core.AdditionalProperties"/></ComplexType>',
  );
  expect(text("validators/checks.ts").match(/v\.open\(c\)/g)).toHaveLength(1);
  expect(
    use(`import type { Dynamic, Shut, Wide } from "./types.js";
      export const wide: Dynamic<Wide> = { anything: 1 };
      // @ts-expect-error a name that is not declared may be misspelled
      export const narrow: Wide = { anything: 1 };
      // @ts-expect-error it has no properties but its own
      export const shut: Shut = { anything: 1 };`),
  ).toBe("");
});

describe("Core.OptionalParameter", () => {
  const optional = '<Annotation Term="Core.OptionalParameter"/>';
  const content =
    `<Function Name="Find"><Parameter Name="text" Type="Edm.String" Nullable="false">${optional}</Parameter><ReturnType Type="Edm.Int32"/></Function>` +
    `<Action Name="Order"><Parameter Name="id" Type="Edm.Int32" Nullable="false"/><Parameter Name="count" Type="Edm.Int32" Nullable="false">` +
    '<Annotation Term="Core.OptionalParameter"><Record><PropertyValue Property="DefaultValue" String="1"/></Record></Annotation></Parameter></Action>' +
    '<EntityContainer Name="C"><FunctionImport Name="Find" Function="shop.Find"/><ActionImport Name="Order" Action="shop.Order"/></EntityContainer>';

  it("lets a parameter be left out, and all of them", async () => {
    const { text, use } = await serviceOf(content);
    expect(text("writes.ts")).toContain("/** Default: `1`. */\n  count?: number | undefined;");
    expect(
      use(`import { createClient } from "./client.js";
        export function run(client: ReturnType<typeof createClient>) {
          void client.Find().get();
          void client.Find({ text: "a" }).get();
          void client.Order.post({ id: 1 });
          // @ts-expect-error the other one is needed
          void client.Order.post({ count: 2 });
        }`),
    ).toBe("");
  });

  it("is known to schemas", async () => {
    const { orderParametersSchema } = await (await serviceOf(content)).schemas();
    expect(orderParametersSchema?.validate({ id: 1 })).toMatchObject({ ok: true });
    expect(orderParametersSchema?.validate({ id: 1, count: null })).toMatchObject({ issues: [{ code: "null" }] });
  });
});

describe("Core.AlternateKeys", () => {
  const ref = (path: string, alias?: string): string =>
    `<Record><PropertyValue Property="Name" PropertyPath="${path}"/>${alias === undefined ? "" : `<PropertyValue Property="Alias" String="${alias}"/>`}</Record>`;
  const key = (...refs: readonly string[]): string =>
    `<Record><PropertyValue Property="Key"><Collection>${refs.join("")}</Collection></PropertyValue></Record>`;
  const keys = (term: string): string =>
    entity(
      '<Property Name="code" Type="Edm.Guid"/><Property Name="place" Type="shop.Place" Nullable="false"/><Property Name="label" Type="Edm.String"/>' +
        `<Annotation Term="${term}"><Collection>${key(ref("code"))}${key(ref("place/zip", "zip"), ref("label"))}${key(ref("place/zip"))}${key(ref("nowhere"))}</Collection></Annotation>`,
      '<ComplexType Name="Place"><Property Name="zip" Type="Edm.Int64"/></ComplexType>',
    );

  it.each(["Core.AlternateKeys", "OData.Community.Keys.V1.AlternateKeys"])(
    "%s are keys of a collection, too",
    async (term) => {
      const service = await serviceOf(keys(term));
      expect(
        service.use(`import { createClient } from "./client.js";
        export function run(client: ReturnType<typeof createClient>) {
          void client.Products.byId(1).get();
          void client.Products.byId({ code: "00000000-0000-0000-0000-000000000000" }).get();
          void client.Products.byId({ zip: "10115", label: "a" }).get();
          // @ts-expect-error a part is missing
          void client.Products.byId({ zip: "10115" });
          // @ts-expect-error there is no such property
          void client.Products.byId({ nowhere: 1 });
        }`),
      ).toBe("");
    },
  );

  it("are written as the types of their properties want it", async () => {
    const { createClient } = (await (await serviceOf(keys("Core.AlternateKeys"))).client()) as {
      createClient: (options: object) => { Products: { byId(key: object): { get(): Promise<unknown> } } };
    };
    const urls: string[] = [];
    const fetch = (url: string): Promise<Response> => {
      urls.push(url);
      return Promise.resolve(new Response("{}"));
    };
    const { Products } = createClient({ baseUrl: "https://a.b", fetch });
    await Products.byId({ code: "00000000-0000-0000-0000-000000000000" }).get();
    await Products.byId({ zip: "10115", label: "a" }).get();
    expect(urls).toEqual([
      "https://a.b/Products(code=00000000-0000-0000-0000-000000000000)",
      "https://a.b/Products(zip=10115,label='a')",
    ]);
  });
});
