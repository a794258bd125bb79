import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { usageOf } from "../measure/usage.mjs";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

/** The description of GitHub's API: no OData, but of a size with Graph's. */
export const gitHubDescription = join(modules, "@octokit/openapi/generated/api.github.com.json");

/** Types, query objects and client; it wants a tsconfig.json in its working folder. */
export function odata2ts(input, output) {
  const folder = emptied(dirname(output), "odata2ts-project");
  writeFileSync(
    join(folder, "tsconfig.json"),
    '{ "compilerOptions": { "target": "es2022", "module": "nodenext", "strict": true } }',
  );
  emptied(output);
  return usageOf(
    [join(modules, "@odata2ts/odata2ts/lib/run-cli.js"), "-s", input, "-o", output, "-m", "all", "-e", "ts"],
    { cwd: folder },
  );
}

/** It reads a folder of documents that end in .edmx or .xml. */
export function sapGenerator(input, output, options = []) {
  const folder = emptied(dirname(output), "sap-input");
  cpSync(input, join(folder, `${basename(input).replace(/\.\w+$/, "")}.edmx`));
  emptied(output);
  return usageOf([join(modules, "@sap-cloud-sdk/generator/dist/cli.js"), "-i", folder, "-o", output, ...options]);
}

export function openapiTypescript(output) {
  emptied(output);
  return usageOf([join(modules, "openapi-typescript/bin/cli.js"), gitHubDescription, "-o", join(output, "github.ts")]);
}

function emptied(...parts) {
  const folder = join(...parts);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
