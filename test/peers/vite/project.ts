/** A Vite project with the packed tool, configured as docs/vite.md shows. */
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { InlineConfig, Logger } from "vite";
import { blocksOf, textOf } from "../../docs/page-blocks.js";
import { fill, temporaryFolder } from "../../support/temporary-folder.js";
import { installTool } from "../packed/install.js";

/** The blocks of the page by the file that their first line names; the one in JSON is the config file. */
const blocks = Object.fromEntries(
  blocksOf(textOf("docs/vite.md")).map(({ language, code }) => {
    const [, name = ""] = /^\/\/ (\S+)\n/.exec(code) ?? [];
    return [language === "json" ? "odata-codegen.config.json" : name, code];
  }),
);

export const schema = "schemas/people.xml";

/** A service of people with these properties, each on a line of its own from the fifth on. */
export function people(...properties: readonly string[]): string {
  return `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="people">
  <EntityType Name="person">
    <Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.Int32" Nullable="false"/>
${properties.map((name) => `    <Property Name="${name}" Type="Edm.String"/>\n`).join("")}  </EntityType>
  <EntityContainer Name="all"><EntitySet Name="people" EntityType="people.person"/></EntityContainer>
</Schema>
`;
}

/** The same without the end of the type, which is an error in the line of the container. */
export function broken(): string {
  return people("name").replace("  </EntityType>\n", "");
}

export class Project {
  readonly folder = temporaryFolder({
    "package.json": '{ "private": true, "type": "module" }',
    "index.html": '<!doctype html><script type="module" src="/src/main.ts"></script>',
    "src/main.ts": 'import * as people from "./people/index.js";\nconsole.log(people);\n',
    ...blocks,
    "config/odata-codegen.config.json": (blocks["odata-codegen.config.json"] ?? "")
      .replace("schemas/", "../schemas/")
      .replace("src/", "../src/"),
    [schema]: people("name"),
  });

  /** What Vite's logger got. */
  readonly logged: string[] = [];
  readonly #vite: string;

  /** `vite` is the name of the package of a version. */
  constructor(vite: string) {
    installTool(this.folder);
    this.#vite = fileURLToPath(new URL(`../node_modules/${vite}`, import.meta.url));
    symlinkSync(this.#vite, join(this.folder, "node_modules/vite"), "junction");
  }

  /** The version of Vite that the project has. */
  async vite(): Promise<typeof import("vite")> {
    const entry = join(this.#vite, "dist/node/index.js");
    return (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as typeof import("vite");
  }

  /** Options of Vite for the project, with a config file of the page. */
  options(config = "vite.config.ts"): InlineConfig {
    return {
      root: this.folder,
      configFile: join(this.folder, config),
      customLogger: this.#logger,
      server: { port: 0, host: "localhost" },
    };
  }

  get #logger(): Logger {
    const log = (message: string) => void this.logged.push(message);
    const never = () => false;
    return {
      info: log,
      warn: log,
      warnOnce: log,
      error: log,
      clearScreen: () => {},
      hasErrorLogged: never,
      hasWarned: false,
    };
  }

  write(text: string): void {
    fill(this.folder, { [schema]: text });
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }
}
