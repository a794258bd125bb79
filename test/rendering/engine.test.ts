import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { describe, expect, it, vi } from "vitest";
import { evaluate, precompile } from "../../src/rendering/compile-templates.js";
import { createEngine } from "../../src/rendering/engine.js";

function rendered(templates: Readonly<Record<string, string>>, view: object): string {
  return createEngine(evaluate(precompile(new Map(Object.entries(templates)))))("main", view);
}

describe("a template", () => {
  it("prints code as it is, and schema text through the helper for its place", () => {
    const template = "{{key name}}: {{type}} = {{literal name}}; // see{{comment name}} {{link name}}";
    expect(rendered({ main: template }, { name: '<a href="*/">', type: "Array<'&'>" })).toBe(
      `"\\u003ca href=\\"*/\\">": Array<'&'> = "\\u003ca href=\\"*/\\">"; // see <a href="*\\/"> {@link %3Ca%20href=%22%2A/%22%3E}`,
    );
  });

  it("prints nothing for a line that holds a block tag or comment alone", () => {
    const template = "{\n{{!-- a comment --}}\n{{#each names}}\n  {{literal this}},\n{{else}}\n  none\n{{/each}}\n}\n";
    expect(rendered({ main: template }, { names: ["a", ""] })).toBe('{\n  "a",\n  "",\n}\n');
    expect(rendered({ main: template }, { names: [] })).toBe("{\n  none\n}\n");
  });

  it("prints separators between the items of a list", () => {
    const template = "{{#each codes}}{{this}}{{#unless @last}} | {{/unless}}{{/each}}";
    expect(rendered({ main: template }, { codes: ["A", "B", "C"] })).toBe("A | B | C");
  });

  it("indents each line of a partial", () => {
    const templates = {
      main: 'interface {\n{{#each members}}\n  {{> (lookup this "partial")}}\n{{/each}}\n}\n',
      documented: "/**{{comment doc}} */\n{{code}};\n",
      plain: "{{code}};\n",
    };
    const members = [
      { partial: "documented", doc: "The id.", code: "id: 1" },
      { partial: "plain", code: "on: true" },
    ];
    expect(rendered(templates, { members })).toBe("interface {\n  /** The id. */\n  id: 1;\n  on: true;\n}\n");
  });

  it("treats an empty list and an empty text as absent", () => {
    const template = "{{#if value}}yes{{else}}no{{/if}}";
    const printed = [[], "", null, undefined, [0], "0"].map((value) => rendered({ main: template }, { value }));
    expect(printed).toEqual(["no", "no", "no", "no", "yes", "yes"]);
  });

  it("ignores inherited properties, without a warning on the console", () => {
    const error = vi.spyOn(console, "error");
    expect(rendered({ main: "{{#if a}}yes{{else}}no{{/if}}" }, Object.create({ a: true }) as object)).toBe("no");
    expect(rendered({ main: "{{#if constructor}}yes{{else}}no{{/if}}" }, {})).toBe("no");
    expect(error).not.toHaveBeenCalled();
  });

  it("is a partial in its own environment alone", () => {
    const specifications = (part: string) =>
      evaluate(
        precompile(
          new Map([
            ["main", "{{> part}}"],
            ["part", part],
          ]),
        ),
      );
    const [first, second] = [createEngine(specifications("first")), createEngine(specifications("second"))];
    expect([first("main", {}), second("main", {})]).toEqual(["first", "second"]);
  });
});

describe("an error names its template and the ones that include it", () => {
  it.each([
    ["code that is absent", "{{code}}", 'main: part: "code" not defined in [object Object] - 1:2'],
    ["text that is absent", "{{literal name}}", "main: part: {{literal}} requires a string and gets undefined"],
    ["a partial that does not exist", "{{> nowhere}}", "main: part: The partial nowhere could not be found"],
  ])("%s", (_, part, message) => {
    expect(() => rendered({ main: "{{> part}}", part }, {})).toThrow(expect.objectContaining({ message }));
  });

  it("a helper that does not exist, before anything is printed", () => {
    expect(() => precompile(new Map([["main", "\n{{upper name}}"]]))).toThrow(
      "main: You specified knownHelpersOnly, but used the unknown helper upper - 2:0",
    );
  });

  it("a file without a template", () => {
    expect(() => createEngine({})("main", {})).toThrow(new RangeError("There is no template main"));
  });
});

describe("the published tool", () => {
  it("loads the runtime of Handlebars without its compiler", () => {
    const lib = fileURLToPath(new URL("../../lib/", import.meta.url));
    const importsOf = (file: string) => ts.preProcessFile(readFileSync(`${lib}${file}`, "utf8")).importedFiles;
    const isStatic = (file: string, name: string) =>
      new RegExp(`from ?"${name}"|^import ?"${name}"`, "m").test(readFileSync(`${lib}${file}`, "utf8"));
    const files = readdirSync(lib).filter((file) => file.endsWith(".js"));
    const importing = (name: string) =>
      files.filter((file) => importsOf(file).some(({ fileName }) => fileName === name));
    expect(importing("handlebars/runtime.js")).not.toEqual([]);
    const [compiling, ...more] = importing("handlebars");
    expect([compiling, more]).toEqual([expect.any(String), []]);
    // Nothing but a call of import() leads there, whatever else is in its chunk.
    const reached = new Set([compiling]);
    for (const file of reached) for (const other of files) if (isStatic(other, `\\./${file}`)) reached.add(other);
    expect(["odata-codegen.js", "index.js", "generate.js"].filter((file) => reached.has(file))).toEqual([]);
  });
});
