/** The snippets of services as one program, compiled against what is generated for them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { explore } from "../../src/explore.js";
import type { ModelData } from "../../src/explore/data/format.js";
import { pageData } from "../../src/explore/file/page-file.js";
import { openModel } from "../../src/explorer/model/model.js";
import { pathsTo } from "../../src/explorer/model/paths.js";
import { nameInType } from "../../src/explorer/model/type-names.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { compile } from "../support/compile.js";
import { generateTo } from "../support/generate.js";

export interface Written {
  readonly data: ModelData;
  /** So many snippets of requests, expressions of paths, and calls of operations are in the program. */
  readonly counts: { readonly requests: number; readonly paths: number; readonly calls: number };
}

/** Generates a service into `<folder>/<name>/service`, and writes its snippets beside it. */
export async function writeService(folder: string, name: string, inputs: readonly string[]): Promise<Written> {
  await generateTo(join(folder, name, "service"), inputs);
  const without = ["provenance", "docs", "audit"] as const;
  const { data } = await explore({ inputs, without }, nodeIo(process.cwd()));
  openModel(pageData(data));
  const snippets = data.requests.flatMap(({ snippet: { client, schema } }) => [client ?? [], schema ?? []].flat());
  const paths = data.types.flatMap((type) => pathsTo(type.name)).map(({ client }) => `void ${client};`);
  const calls = callsOf(data);
  writeFileSync(join(folder, name, "program.ts"), programOf([...snippets, ...paths, ...calls]));
  return { data, counts: { requests: snippets.length, paths: paths.length, calls: calls.length } };
}

/** What the compiler says of the programs in a folder, and of what is generated beside them. */
export function compileServices(folder: string): readonly string[] {
  const lines = compile(folder, "typescript-7.0", { unusedLocals: true }).split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith(" "));
}

/** Each bound operation at the nearest path to what it is bound to. */
function callsOf(data: ModelData): readonly string[] {
  return data.operations.flatMap(({ boundTo = "", call }) => {
    const path = pathsTo(nameInType(boundTo)).find(({ url }) => !needsETag(url, data));
    if (path === undefined || call === undefined) return [];
    const isMany = boundTo.startsWith("Collection(");
    const node = isMany ? path.client.replace(/\.byId\([^()]*\)$/, "") : path.client;
    // A singleton is no collection, and a collection without keys has no items.
    return isMany === (node !== path.client) ? [`await ${node}${call};`] : [];
  });
}

/** An action at such a place takes the ETag of the entity, too. */
function needsETag(url: string, { children, types }: ModelData): boolean {
  const names = new Set(url.split(/[/(]/));
  const members = types.flatMap((type) => (type.kind === "EntityType" ? type.members : []));
  return [...children, ...members].some(
    ({ name, annotations = [] }) => names.has(name) && annotations.some(([term]) => /OptimisticConcurrency/.test(term)),
  );
}

const IMPORT = /^import \{ (.*) \} from "\.\/service\/(.*)";$/;

/** Each snippet is a function; the imports of all of them stand once at the top. */
function programOf(snippets: readonly string[]): string {
  const imports = new Map<string, Set<string>>([["client.js", new Set(["type Client"])]]);
  const functions = snippets.map((snippet, at) => {
    const lines = snippet.split("\n").filter((line) => {
      const [, names = "", file = ""] = IMPORT.exec(line) ?? [];
      if (file === "") return true;
      imports.set(file, new Set([...(imports.get(file) ?? []), ...names.split(", ")]));
      return false;
    });
    return `export async function call${at}(client: Client, body: unknown) {\n${lines.join("\n")}\nreturn body;\n}`;
  });
  const head = [...imports].map(([file, names]) => `import { ${[...names].join(", ")} } from "./service/${file}";`);
  return `${[...head, ...functions].join("\n")}\n`;
}
