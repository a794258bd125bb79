import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as Output from "../../generated/intune-enrollment/index.js";
import { compile, compilers } from "../support/compile.js";
import { generateTo } from "../support/generate.js";
import { exampleOf, type ExampleCall, type Json } from "./examples.js";
import { startService, type Service } from "./service.js";

const USAGE = new URL("usage.ts", import.meta.url);

/** Generates from a folder, compiles with every supported compiler, and runs what comes out. */
export function describeOutput(folder: string, pages: Readonly<Record<string, string>>): void {
  const out = mkdtempSync(join(tmpdir(), "odata-codegen-output-"));
  const examples = Object.entries(pages).flatMap(([name, text]) => {
    const example = exampleOf(text);
    return example === undefined ? [] : [{ name, ...example }];
  });
  let output: typeof Output;
  let built: string;

  beforeAll(async () => {
    const said = await generateTo(join(out, "output"), [folder]);
    expect(said.filter((line) => line.includes(" error "))).toEqual([]);
    writeFileSync(
      join(out, "usage.ts"),
      readFileSync(USAGE, "utf8").replace(/"\.\.\/\.\.\/generated\/.*"/, '"./output/index.js"'),
    );
    built = compile(out, "typescript", { emit: true });
    expect(built).toBe("");
    output = (await import(pathToFileURL(join(out, "js/output/index.js")).href)) as typeof Output;
  }, 120_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("has an example for each of the five requests", () => {
    expect(examples).toHaveLength(5);
  });

  describe("the output", () => {
    it.each(compilers)("compiles under the strictest flags with %s, and what users get wrong does not", (compiler) => {
      expect(compiler === "typescript" ? built : compile(out, compiler)).toBe("");
    });

    it("says of a request what the pages say: what it does, method and path, permissions by scheme", () => {
      const client = readFileSync(join(out, "output/client.ts"), "utf8");
      const comment = client
        .slice(0, client.indexOf("  post: Post<writes.ImportedDeviceIdentityCreateOrDerived"))
        .split("/**")
        .at(-1);
      expect(comment?.replace(/\n\s*\*/g, " ").replace(/\s+/g, " ")).toMatch(
        /^ \S.*`POST \/deviceManagement\/importedDeviceIdentities` Permissions, (?:from least to most privileged|any one of each line): - Delegated \(work or school account\): DeviceManagementServiceConfig\.ReadWrite\.All, DeviceManagementConfiguration\.ReadWrite\.All - Delegated \(personal Microsoft account\): not supported - Application: /,
      );
    });

    it("hides no error and has no any", () => {
      for (const path of readdirSync(join(out, "output"), { recursive: true, encoding: "utf8" })) {
        if (!path.endsWith(".ts")) continue;
        const code = readFileSync(join(out, "output", path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) =>
          /@ts-/.test(comment) ? comment : "",
        );
        expect(code.match(/@ts-\w+|(?<![."])\bany\b(?![(":])/g), path).toBeNull();
      }
    });
  });

  describe("the client, against a server", () => {
    let service: Service;
    beforeAll(async () => {
      service = await startService();
    });
    afterAll(() => service.close());
    const connect = () =>
      output.createClient({
        baseUrl: service.url,
        credential: { getToken: async () => ({ token: "secret", expiresOnTimestamp: 0 }) },
      });

    it.each(examples)("sends what $name shows, and gives back what it shows", async (example) => {
      service.answer(example.status, example.response);
      const result = await call(connect(), example);
      const request = service.arrived.at(-1);
      expect(request).toMatchObject({
        method: example.method,
        path: new URL(example.url).pathname.replace(/%7B.*?%7D/, "7%2F8"),
      });
      expect(request?.headers).toMatchObject({
        authorization: "Bearer secret",
        accept: "application/json",
        "content-type": "application/json",
      });
      expect(JSON.parse(request?.body ?? "")).toEqual(example.request);
      expect(result).toEqual("value" in example.response ? { value: example.response["value"] } : example.response);
    });

    it("throws an ODataError for a refusal, with what the service says of it", async () => {
      const error = {
        code: "Forbidden",
        message: "No.",
        target: "id",
        details: [{ code: "d1", message: "more" }],
        innerError: { "request-id": "r-1" },
      };
      service.answer(403, { error }, { "request-id": "r-1" });
      const failure: unknown = await connect()
        .deviceManagement.importedDeviceIdentities.byId("7")
        .get()
        .then(
          () => undefined,
          (reason: unknown) => reason,
        );
      expect(failure).toBeInstanceOf(Error);
      expect(output.ODataError.is(failure)).toBe(true);
      expect(failure).toMatchObject({
        status: 403,
        code: "Forbidden",
        message: "No.",
        target: "id",
        requestId: "r-1",
        details: [{ code: "d1", message: "more" }],
      });
    });
  });

  describe("the schemas", () => {
    it.each(examples)("accept the bodies of $name", (example) => {
      const { request, response } = schemasOf(output, example);
      expect(request.validate(example.request)).toEqual({ ok: true, value: example.request });
      expect(response.validate(example.response)).toEqual({ ok: true, value: example.response });
    });

    it.each(examples)("refuse the bodies of $name with any one property of another type or format", (example) => {
      const { request, response } = schemasOf(output, example);
      for (const { value, path } of spoilt(example.request, true))
        expect(pathsOf(request.validate(value)), JSON.stringify(value)).toEqual([path]);
      for (const { value, path } of spoilt(example.response, false))
        expect(pathsOf(response.validate(value)), JSON.stringify(value)).toEqual([path]);
    });

    it("accept a member that is not known yet on read, and refuse it on write", () => {
      expect(output.importedDeviceIdentitySchema.is({ id: "1", platform: "fridge" })).toBe(true);
      expect(pathsOf(output.importedDeviceIdentityCreateSchema.validate({ platform: "fridge" }))).toEqual([
        ["platform"],
      ]);
    });

    it("accept what the service sets when it is given, and refuse a key that is changed", () => {
      expect(output.importedDeviceIdentityCreateSchema.is({ id: "1", createdDateTime: "2016-12-31T23:58:44Z" })).toBe(
        true,
      );
      expect(output.importedDeviceIdentityUpdateSchema.validate({ id: "1" })).toMatchObject({
        ok: false,
        issues: [{ path: ["id"], code: "read-only" }],
      });
    });

    it("are Standard Schemas", () => {
      const { vendor, version, validate } = output.importedDeviceIdentityCreateSchema["~standard"];
      expect({ vendor, version }).toEqual({ vendor: "odata-codegen", version: 1 });
      expect(validate({ platform: 1 })).toMatchObject({ issues: [{ path: ["platform"] }] });
    });
  });
}

function call(client: Output.Client, { method, url, request }: ExampleCall): Promise<unknown> {
  const { importedDeviceIdentities, importedWindowsAutopilotDeviceIdentities } = client.deviceManagement;
  // The body is the page's; that it fits is what the validators' tests show.
  const body = request as never;
  if (method === "PATCH") return importedDeviceIdentities.byId("7/8").patch(body);
  if (url.endsWith("/importDeviceIdentityList")) return importedDeviceIdentities.importDeviceIdentityList.post(body);
  return url.endsWith("/importedDeviceIdentities")
    ? importedDeviceIdentities.post(body)
    : importedWindowsAutopilotDeviceIdentities.post(body);
}

function schemasOf(
  output: typeof Output,
  { method, url, request }: ExampleCall,
): { readonly request: Output.ValidationSchema<unknown>; readonly response: Output.ValidationSchema<unknown> } {
  if (method === "PATCH")
    return { request: output.importedDeviceIdentityUpdateSchema, response: output.importedDeviceIdentitySchema };
  if (url.endsWith("/importDeviceIdentityList")) {
    return {
      request: output.importDeviceIdentityListParametersSchema,
      response: output.importDeviceIdentityListResultSchema,
    };
  }
  if (url.endsWith("/importedWindowsAutopilotDeviceIdentities")) {
    return {
      request: output.importedWindowsAutopilotDeviceIdentityCreateSchema,
      response: output.importedWindowsAutopilotDeviceIdentitySchema,
    };
  }
  return String(request["@odata.type"]).endsWith("Result")
    ? {
        request: output.importedDeviceIdentityResultCreateSchema,
        response: output.importedDeviceIdentityResultSchema,
      }
    : { request: output.importedDeviceIdentityCreateSchema, response: output.importedDeviceIdentitySchema };
}

function pathsOf(result: Output.ValidationResult<unknown>): readonly (readonly PropertyKey[])[] {
  return result.ok ? [] : result.issues.map(({ path }) => path);
}

interface Spoilt {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

/** The body with one property spoilt, for every property at every depth, and for every way to spoil it. */
function spoilt(body: Json, write: boolean): readonly Spoilt[] {
  return Object.entries(body).flatMap(([name, value]) => {
    const ways = wrongValues(name, value, write).map((wrong) => ({ value: wrong, path: [] as (string | number)[] }));
    const inside = Array.isArray(value)
      ? value.flatMap((item: Json, index) =>
          spoilt(item, write).map((way) => ({ value: value.with(index, way.value), path: [index, ...way.path] })),
        )
      : typeof value === "object" && value !== null
        ? spoilt(value as Json, write)
        : [];
    return [...ways, ...inside].map((way) => ({ value: { ...body, [name]: way.value }, path: [name, ...way.path] }));
  });
}

function wrongValues(name: string, value: unknown, write: boolean): readonly unknown[] {
  if (name === "@odata.type") return [7];
  if (typeof value === "boolean") return ["true", 1, {}];
  if (typeof value === "number") return ["15", true, 1.5, 2 ** 31, []];
  if (Array.isArray(value)) return [{}, "[]", 1];
  if (typeof value === "object") return ["{}", [], true];
  const notText = [7, true, {}, ["x"]];
  if (name.endsWith("DateTime"))
    return [...notText, "yesterday", "2017-02-30T00:00:00Z", "2017-01-01", "2017-01-01T00:00:00.1234567890123Z"];
  if (name === "hardwareIdentifier") return [...notText, "not base64!"];
  return write && ["importedDeviceIdentityType", "enrollmentState", "platform"].includes(name)
    ? [...notText, "nonsense"]
    : notText;
}
