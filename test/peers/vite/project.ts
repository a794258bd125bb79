/** A Vite project with the packed tool, configured as docs/vite.md shows. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { InlineConfig, Logger } from "vite";
import { blocksOf, textOf } from "../../docs/page-blocks.js";
import { fill } from "../../support/temporary-folder.js";
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

const files = {
  "package.json": '{ "private": true, "type": "module" }',
  "index.html": '<!doctype html><script type="module" src="/src/main.ts"></script>',
  "src/main.ts": 'import * as people from "./people/index.js";\nconsole.log(people);\n',
  ...blocks,
  "config/odata-codegen.config.json": (blocks["odata-codegen.config.json"] ?? "")
    .replace("schemas/", "../schemas/")
    .replace("src/", "../src/"),
  [schema]: people("name"),
};

export class Project {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-vite-")));
  /** What Vite's logger got. */
  readonly logged: string[] = [];
  #wake: () => void = () => {};
  readonly #vite: string;

  /** `vite` is the name of the package of a version. */
  constructor(vite: string) {
    fill(this.folder, files);
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
    const log = (message: string) => {
      this.logged.push(message);
      this.#wake();
    };
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

  /** Waits until so many lines with a text were logged. */
  async untilLogged(text: string, count: number): Promise<void> {
    while (this.timesLogged(text) < count) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  timesLogged(text: string): number {
    return this.logged.filter((line) => line.includes(text)).length;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }
}
