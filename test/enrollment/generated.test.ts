import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { contentOf } from "../support/temporary-folder.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const emit = ["types", "validators", "client", "operations", "examples"] as const;
const output = "generated/intune-enrollment";

/** Without the runtime, which is copied, and the manifest, which holds hashes. */
function written(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !/^(?:runtime\/|\.)/.test(path)));
}

it("generated/ holds what the enrollment pages give, byte for byte", async () => {
  const request = {
    inputs: ["schemas/intune-enrollment"],
    output,
    emit,
    runtime: "inline",
    importExtension: "js",
  } as const;
  const result = await generate(request, nodeIo(root));
  const files = Object.fromEntries(result.output.files.map(({ path, text }) => [path, text]));
  expect(Object.keys(files)).toContain("client.ts");
  expect(written(files)).toEqual(written(contentOf(join(root, output))));
});
