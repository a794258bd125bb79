import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { compile } from "../support/compile.js";
import { generateTo } from "../support/generate.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";

const out = mkdtempSync(join(tmpdir(), "odata-codegen-checks-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

function schema(elements: string): string {
  return `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">${elements}</Schema>`;
}

describe("the checks of properties", () => {
  it("are no file where there is nothing to check", async () => {
    const folder = join(out, "enums");
    const input = temporaryFolder({ "a.xml": schema('<EnumType Name="Color"><Member Name="Red"/></EnumType>') });
    expect(await generateTo(folder, [input])).toEqual([]);
    expect(Object.keys(contentOf(folder))).not.toContain("validators/checks.ts");
    expect(compile(folder, "typescript-7.0")).toBe("");
  });

  it("of a type that is not known look at whether the value is there", async () => {
    const folder = join(out, "untyped");
    const elements = [
      '<Action Name="Send"><Parameter Name="body" Type="Edm.Untyped" Nullable="false"/><Parameter Name="note" Type="Edm.Untyped"/></Action>',
      '<ComplexType Name="Box"><Property Name="content" Type="Edm.Untyped" Nullable="false"/><Property Name="photo" Type="Edm.Stream" Nullable="false"/></ComplexType>',
    ];
    await generateTo(folder, [temporaryFolder({ "a.xml": schema(elements.join("")) })]);
    expect(compile(folder, "typescript-7.0", { emit: true })).toBe("");
    const { sendParametersSchema, boxSchema } = (await import(
      pathToFileURL(join(folder, "js/validators.js")).href
    )) as Record<string, { validate: (value: unknown) => unknown }>;
    expect(sendParametersSchema?.validate({ body: [1], note: null })).toMatchObject({ ok: true });
    expect(sendParametersSchema?.validate({})).toMatchObject({
      ok: false,
      issues: [{ path: ["body"], code: "missing" }],
    });
    expect(sendParametersSchema?.validate({ body: 1, extra: 2 })).toMatchObject({
      ok: false,
      issues: [{ path: ["extra"], code: "unknown-property" }],
    });
    expect(boxSchema?.validate({ content: "x" })).toMatchObject({ ok: true });
    expect(boxSchema?.validate({ content: null })).toMatchObject({
      ok: false,
      issues: [{ path: ["content"], code: "null" }],
    });
  });
});
