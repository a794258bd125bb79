import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { atMost } from "../report/budget.mjs";
import { kilobytes } from "../report/figures.mjs";
import { graphOutput } from "../subjects/tool.mjs";

const schemas = [
  { name: "assignedLicenseSchema", kind: "a type that holds no other" },
  { name: "importedWindowsAutopilotDeviceIdentitySchema", kind: "with the one type within it" },
  { name: "userSchema", kind: "with the 20 types within it" },
];

/** What an app ships that uses little of the whole of Graph. */
export async function bundles(context) {
  const folder = join(context.folder, "bundles");
  cpSync(graphOutput(context), join(folder, "graph"), { recursive: true });
  const list = await sizes(join(folder, "list-users.ts"), new URL("../apps/list-users.ts", import.meta.url));
  const checked = [];
  for (const { name, kind } of schemas)
    checked.push({ name, kind, ...(await sizes(join(folder, `${name}.ts`), name)) });
  const [leaf] = checked;
  return {
    title: "g. What an app ships",
    text: "Bundled with `esbuild --minify` from the entry of the output for the whole of Graph, then `gzip -9`.",
    head: ["app", "minified", "gzip"],
    rows: [
      ["list the users' displayName", kilobytes(list.minified), kilobytes(list.gzip)],
      ...checked.map(({ name, kind, minified, gzip }) => [
        `\`${name}\`, ${kind}`,
        kilobytes(minified),
        kilobytes(gzip),
      ]),
    ],
    budgets: [
      atMost("bundle that lists the users' displayName", 4000, list.gzip, kilobytes),
      atMost("bundle of one leaf schema", 1200, leaf.gzip, kilobytes),
    ],
  };
}

/** The size of an app that is a file, or that exports one name of the output. */
async function sizes(entry, app) {
  mkdirSync(dirname(entry), { recursive: true });
  if (app instanceof URL) cpSync(fileURLToPath(app), entry);
  else writeFileSync(entry, `export { ${app} } from "./graph/index.js";\n`);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    outdir: dirname(entry),
  });
  const { contents } = outputFiles[0];
  return { minified: contents.length, gzip: gzipSync(contents, { level: 9 }).length };
}
