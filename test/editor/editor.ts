/** An editor with one file beside generated output: what TypeScript's language service offers and says there. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

export class Editor {
  readonly #file: string;
  readonly #before: string;
  readonly #service: ts.LanguageService;
  #text = "";
  #version = 0;

  /** The output is in the folder; `before` is what the file begins with. */
  constructor(folder: string, before: string) {
    this.#file = join(folder, "editor.ts");
    this.#before = before;
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(this.#file, "");
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => [this.#file],
      getScriptVersion: (path) => (path === this.#file ? String(this.#version) : "0"),
      getScriptSnapshot: (path) => {
        const text = path === this.#file ? this.#text : ts.sys.readFile(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
      fileExists: (path) => ts.sys.fileExists(path),
      readFile: (path) => readFileSync(path, "utf8"),
      directoryExists: (path) => ts.sys.directoryExists(path),
    });
  }

  /** The names that are offered at the `|` in the text, best first. */
  completions(text: string): readonly string[] {
    const at = this.#before.length + text.indexOf("|");
    this.#write(text.replace("|", ""));
    const entries = this.#service.getCompletionsAtPosition(this.#file, at, {})?.entries ?? [];
    return entries.map(({ name }) => name);
  }

  /** What the compiler says of the text. */
  errors(text: string): readonly string[] {
    this.#write(text);
    const found = [
      ...this.#service.getSyntacticDiagnostics(this.#file),
      ...this.#service.getSemanticDiagnostics(this.#file),
    ];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  }

  /** The documentation that is shown at the `|` in the text. */
  documentation(text: string): string {
    const at = this.#before.length + text.indexOf("|");
    this.#write(text.replace("|", ""));
    const info = this.#service.getQuickInfoAtPosition(this.#file, at);
    return ts.displayPartsToString(info?.documentation);
  }

  /** What is shown of the name at the `|` in the text. */
  hover(text: string): string {
    const at = this.#before.length + text.indexOf("|");
    this.#write(text.replace("|", ""));
    return ts.displayPartsToString(this.#service.getQuickInfoAtPosition(this.#file, at)?.displayParts);
  }

  /** The parts of the text that the compiler reports. */
  marked(text: string): readonly string[] {
    this.#write(text);
    return this.#service
      .getSemanticDiagnostics(this.#file)
      .map(({ start = 0, length }) => this.#text.slice(start, start + (length ?? 0)));
  }

  #write(text: string): void {
    this.#text = this.#before + text;
    this.#version++;
  }
}
