import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "../support/compile.js";
import { generateTo, installRuntime } from "../support/generate.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** CSDL of a small service: the content of its schema `shop`, where the standard vocabularies go by their usual aliases. */
export function csdl(content: string): string {
  const includes = ["Core", "Capabilities", "Validation"].map(
    (alias) =>
      `<edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.${alias}.V1.xml">` +
      `<edmx:Include Namespace="Org.OData.${alias}.V1" Alias="${alias}"/></edmx:Reference>`,
  );
  return (
    `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01">${includes.join("")}<edmx:DataServices>\n` +
    `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="shop">\n${content}\n</Schema></edmx:DataServices></edmx:Edmx>`
  );
}

type Schemas = Readonly<Record<string, { readonly validate: (value: unknown) => unknown }>>;

export interface Service {
  readonly folder: string;
  /** What the run said, from the line and column on. */
  readonly said: readonly string[];
  text(path: string): string;
  /** What the compiler says of the output with this use of it beside; nothing when all is well. */
  use(code: string): string;
  /** The compiled schemas, by name. */
  schemas(): Promise<Schemas>;
  /** The compiled client, and what it imports. */
  client(): Promise<Readonly<Record<string, unknown>>>;
}

/** Generates from the content of a schema, or from CSDL JSON. */
export async function serviceOf(content: string | object): Promise<Service> {
  const input = temporaryFolder(
    typeof content === "string" ? { "a.xml": csdl(content) } : { "a.json": JSON.stringify(content) },
  );
  const folder = temporaryFolder();
  installRuntime(folder);
  const said = await generateTo(folder, [input], { runtime: "package" });
  const module = async (path: string): Promise<object> => {
    const output = compile(folder, "typescript-7.0", { emit: true });
    if (output !== "") throw new Error(output);
    return (await import(pathToFileURL(join(folder, "js", path)).href)) as object;
  };
  return {
    folder,
    said: said.map((line) => line.replace(/^[^:]*:/, "")),
    text: (path) => readFileSync(join(folder, path), "utf8"),
    use: (code) => {
      writeFileSync(join(folder, "use.ts"), code);
      return compile(folder, "typescript-7.0");
    },
    // What a test calls is known to it; a name that does not exist fails there.
    schemas: async () => (await module("validators.js")) as Schemas,
    client: async () => (await module("client.js")) as Record<string, unknown>,
  };
}
