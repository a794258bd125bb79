import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Report } from "../../src/diagnostics/report.js";
import { verify } from "../../src/rendering/verify.js";

function verified(files: Readonly<Record<string, string>>): readonly string[] {
  const report = new Report();
  const sources = new Sources();
  const output = Object.entries(files).map(([path, text]) => ({ path, text }));
  verify({ files: output, folder: "out", cwd: "/project" }, sources, report);
  return report.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false }));
}

const bug = "this is a bug of odata-codegen, please report it in its repository.";

describe("verify", () => {
  it("reports nothing for output that compiles, with any import extension", () => {
    const types = 'export type Mode = "on" | "off";\n';
    for (const ending of [".js", ".ts", ""]) {
      expect(
        verified({
          "types.ts": types,
          "deep/index.ts": `import type { Mode } from "../types${ending}";\nexport const mode: Mode = "on";\n`,
          ".odata-codegen.json": "{}",
        }),
      ).toEqual([]);
    }
  });

  it("reports every error of the compiler at its position in the output", () => {
    const files = {
      "types.ts": 'export interface Lamp { readonly id: string; readonly mode?: "on" }\n',
      "sub/index.ts":
        'import type { Lamp } from "../types.js";\n\nexport const lamp: Lamp = { id: 1 };\nexport const first: Lamp = [lamp][0];\n',
    };
    expect(verified(files)).toEqual([
      `out/sub/index.ts:3:29 - error verify-failed: The generated code does not compile (TS2322: Type 'number' is not assignable to type 'string'); ${bug}`,
      `out/sub/index.ts:4:14 - error verify-failed: The generated code does not compile (TS2322: Type 'Lamp | undefined' is not assignable to type 'Lamp'. Type 'undefined' is not assignable to type 'Lamp'); ${bug}`,
    ]);
  });

  it("refuses files that the compiler would not check", () => {
    expect(() => verified({ "types.ts": "// @ts-nocheck\nexport const one: 1 = 2;\n" })).toThrow(
      new RangeError("types.ts has @ts-nocheck"),
    );
  });

  it.each([
    ["strict", "export function f(value) { return value; }", "TS7006"],
    ["exactOptionalPropertyTypes", "const a: { b?: string } = { b: undefined };\nexport { a };", "TS2375"],
    ["verbatimModuleSyntax", 'import { Mode } from "./mode.js";\nexport type M = Mode;', "TS1484"],
    ["erasableSyntaxOnly", "export enum E { a }", "TS1294"],
    ["no DOM, no Node", "export const a = document ?? process;", "TS2584"],
  ])("compiles with %s", (_, text, code) => {
    expect(verified({ "mode.ts": "export type Mode = 1;\n", "index.ts": text }).join("\n")).toContain(`(${code}: `);
  });

  it("resolves the runtime of the package", () => {
    expect(verified({ "index.ts": 'export { ODataError } from "@odata-codegen/runtime";\n' })).toEqual([]);
    expect(verified({ "index.ts": 'export { Nothing } from "@odata-codegen/runtime";\n' }).join()).toContain("TS2305");
  });
});
