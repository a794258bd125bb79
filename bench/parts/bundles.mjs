import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { atMost } from "../report/budget.mjs";
import { kilobytes } from "../report/figures.mjs";
import { generate } from "../subjects/tool.mjs";

const schemas = [
  { name: "assignedLicenseSchema", kind: "a type that holds no other" },
  { name: "importedWindowsAutopilotDeviceIdentitySchema", kind: "with the one type within it" },
  { name: "userSchema", kind: "with the 20 types within it" },
  { name: "userCreateSchema", kind: "with all that a new user can bring along" },
  {
    name: "createOf<UserCreate>(userSchema)",
    kind: "without",
    code: 'import { createOf, userSchema } from "./graph/index.js";\nexport const light = createOf(userSchema);\n',
  },
  { name: "directoryObjectOrDerivedSchema", kind: "with the types derived from it" },
];

/** Functions that an app imports from `odata.ts`, alone or together. */
const functions = [
  ["pages"],
  ["take"],
  ["odata", "guid"],
  ["filter", "guid"],
  ["filter", "orderby"],
  ["content"],
  ["ref"],
  ["response"],
  ["ifNoneMatch"],
  ["changes", "isRemoved"],
  ["batch"],
  ["batch", "multipart"],
  ["retry"],
  ["timeout"],
  ["logged"],
  ["checked"],
  ["poll"],
  ["upload"],
  ["byPath"],
];

/** The same of `query.ts`. */
const queries = [
  ["queryOptions"],
  ["infiniteQueryOptions"],
  ["queryOptions", "allQueryOptions", "infiniteQueryOptions", "mutationOptions", "queryKey"],
];

const listUsers = new URL("../apps/list-users.ts", import.meta.url);

/** What an app ships that uses little of the whole of Graph. */
export async function bundles(context) {
  const folder = join(context.folder, "bundles");
  generate(context.tool, context.schema, join(folder, "graph"), ["--emit", "types,validators,client,query"]);
  const app = readFileSync(fileURLToPath(listUsers), "utf8");
  const list = await sizes(join(folder, "list-users.ts"), app);
  const added = [];
  for (const names of [...functions, ...queries]) {
    const file = queries.includes(names) ? "query" : "odata";
    const more = await sizes(
      join(folder, `${names.join("-")}.ts`),
      `${app}export { ${names.join(", ")} } from "./graph/${file}.js";\n`,
    );
    added.push([names.map((name) => `\`${name}\``).join(", "), more.minified - list.minified, more.gzip - list.gzip]);
  }
  const checked = [];
  for (const { name, kind, code = `export { ${name} } from "./graph/index.js";\n` } of schemas) {
    const size = await sizes(join(folder, `schema-${checked.length}.ts`), code);
    checked.push({ name, kind, ...size });
  }
  const [leaf] = checked;
  const [allQueries] = added.slice(-1);
  return {
    title: "g. What an app ships",
    text: "Bundled with `esbuild --minify` from the entry of the output for the whole of Graph, then `gzip -9`. The functions of `odata.ts` and `query.ts` are what they add to the first app.",
    head: ["app", "minified", "gzip"],
    rows: [
      ["list the users' displayName", kilobytes(list.minified), kilobytes(list.gzip)],
      ...added.map(([names, minified, gzip]) => [`${names}, added`, kilobytes(minified), kilobytes(gzip)]),
      ...checked.map(({ name, kind, minified, gzip }) => [
        `\`${name}\`, ${kind}`,
        kilobytes(minified),
        kilobytes(gzip),
      ]),
    ],
    budgets: [
      atMost("bundle that lists the users' displayName", 5000, list.gzip, kilobytes),
      atMost("bundle of one leaf schema", 1600, leaf.gzip, kilobytes),
      atMost("all functions of `query.ts`, added", 700, allQueries[2], kilobytes),
    ],
  };
}

/** The size of an app. */
export async function sizes(entry, text) {
  mkdirSync(dirname(entry), { recursive: true });
  writeFileSync(entry, text);
  const { outputFiles, warnings } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    outdir: dirname(entry),
  });
  // A name that the output does not export is a warning, and an empty bundle.
  if (warnings.length > 0) throw new Error(warnings.map((warning) => warning.text).join("\n"));
  const { contents } = outputFiles[0];
  return { minified: contents.length, gzip: gzipSync(contents, { level: 9 }).length };
}
