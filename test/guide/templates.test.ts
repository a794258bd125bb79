/** Follows docs/templates.md: writes its files, runs its commands, and compares what they print and what is written. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { type InterfaceDeclaration, Project, type SourceFile, ts, type TypeAliasDeclaration } from "ts-morph";
import { documentedParts } from "../../src/views/documented/parts.js";
import { helpers } from "../../src/rendering/helpers.js";
import { runCli } from "../cli/run-cli.js";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(join(root, "docs/templates.md"), "utf8");

const SCHEMAS = "../schemas/schemas-view.ts";

interface Block {
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** The file that the paragraph above names. */
  readonly file: string | undefined;
}

const blocks = [...page.matchAll(/(?:^`([^`]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)].map(
  ({ index, 0: whole, 1: file, 2: language = "", 3: code = "" }): Block => ({
    line: page.slice(0, index + whole.indexOf("```")).split("\n").length,
    language,
    code,
    file,
  }),
);

/** Fills a folder with a block, or compares the block with what is there; returns what a command prints. */
async function follow({ language, code, file, line }: Block, folder: string, printed: string): Promise<string> {
  if (language === "sh") {
    const { stdout, stderr } = await runCli(folder, argumentsOf(code));
    return `${stdout}${stderr}`;
  }
  if (language === "text") expect(printed, `line ${line}`).toBe(code);
  else if (file !== undefined && existsSync(join(folder, file)) && file.startsWith("src/"))
    expect(readFileSync(join(folder, file), "utf8"), `line ${line}`).toContain(code);
  else if (file !== undefined) fill(folder, { [file]: code });
  else expect(code, `line ${line}`).toMatch(/^\{\{!-- original: odata-codegen [\d.]+, [0-9a-f]{12} --\}\}\n$/);
  return "";
}

function argumentsOf(command: string): readonly string[] {
  const [npx, tool, ...args] = command.trim().split(" ");
  expect([npx, tool]).toEqual(["npx", "odata-codegen"]);
  return args;
}

/** Runs a program of the page in the folder of the reader, and returns the files that are there then. */
async function runProgram(program: string, folder: string): Promise<readonly string[]> {
  const lib = pathToFileURL(join(root, "lib/index.js")).href;
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const here = outputText.replace('"odata-codegen"', `"${lib}"`).replace("process.cwd()", JSON.stringify(folder));
  fill(folder, { "lamp-list/overview.hbs": "No mistake.\n", "generate.mjs": here });
  await import(pathToFileURL(join(folder, "generate.mjs")).href);
  return Object.keys(contentOf(folder));
}

describe("docs/templates.md", () => {
  it("shows what happens to a reader who follows it", async () => {
    const folder = temporaryFolder();
    let printed = "";
    for (const block of blocks) printed = await follow(block, folder, printed);
    expect(blocks.length).toBeGreaterThan(10);
    expect(await runProgram(readFileSync(join(folder, "generate.ts"), "utf8"), folder)).toContain(
      "src/home/docs/home.lamp.md",
    );
  });

  it("names every helper, and every part of a view", () => {
    const named = [...page.matchAll(/^\| `\{\{(\w+) text\}\}` \|/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(Object.keys(helpers).toSorted());
    for (const part of Object.values(documentedParts).flat()) expect(page).toContain(`\`${part}\``);
  });

  it("has a table of each interface of the views", async () => {
    let renewed = page;
    for (const [view, path] of [
      ["entities", "entities-view.ts"],
      ["schemas", SCHEMAS],
    ] as const) {
      const tables = [...aliasesIn(path).map(aliasText), ...interfacesIn(path).map(tableOf)].join("\n");
      const section = new RegExp(`(<!-- ${view} -->\\n)[\\s\\S]*(<!-- end of ${view} -->\\n)`);
      expect(renewed).toMatch(section);
      renewed = renewed.replace(section, (_, start: string, end: string) => `${start}\n${tables}\n${end}`);
    }
    await expect(renewed).toMatchFileSnapshot("../../docs/templates.md");
  });

  it("calls no property of a view like a helper, which Handlebars would call instead", () => {
    const views = [...interfacesIn("entities-view.ts"), ...interfacesIn(SCHEMAS)];
    const names = views.flatMap((one) => one.getProperties().map((property) => property.getName()));
    expect(names.filter((name) => Object.hasOwn(helpers, name))).toEqual([]);
  });
});

function interfacesIn(path: string): readonly InterfaceDeclaration[] {
  return sourceOf(path).getInterfaces();
}

function aliasesIn(path: string): readonly TypeAliasDeclaration[] {
  return sourceOf(path).getTypeAliases();
}

function sourceOf(path: string): SourceFile {
  const project = new Project({ useInMemoryFileSystem: true });
  return project.createSourceFile("views.ts", readFileSync(join(root, "src/views/documented", path), "utf8"));
}

/** The alternatives of a type. */
function aliasText(alias: TypeAliasDeclaration): string {
  const types = alias.getTypeNodeOrThrow().getDescendantsOfKind(ts.SyntaxKind.TypeReference);
  const names = types.map((type) => `\`${type.getText()}\``).join(", ");
  return `\`${alias.getName()}\` is one of ${names}; \`partial\` tells which.\n`;
}

/** Its comment, and a row for each property. */
function tableOf(view: InterfaceDeclaration): string {
  const comment = (node: Pick<InterfaceDeclaration, "getJsDocs">) =>
    node
      .getJsDocs()
      .map((doc) => doc.getCommentText()?.replaceAll("\n", " ") ?? "")
      .join(" ")
      .replaceAll("|", "\\|");
  const rows = view
    .getProperties()
    .map(
      (property) =>
        `| \`${property.getName()}\` | \`${(property.getTypeNode()?.getText() ?? "").replace(/^readonly /, "").replaceAll("|", "\\|")}\` | ${comment(property)} |\n`,
    );
  const [base] = view.getExtends().map((one) => one.getText());
  const inherited = base === undefined ? "" : ` It has the properties of \`${base}\`, too.`;
  return `### ${view.getName()}\n\n${comment(view)}${inherited}\n\n| property | type | |\n|---|---|---|\n${rows.join("")}`;
}
