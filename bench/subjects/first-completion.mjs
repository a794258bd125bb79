// What an editor does when an app is opened and the first list of members is asked for: a language service of its own
// process, with nothing loaded. Prints the CPU milliseconds, and how many members it lists.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import ts from "typescript";

const [folder, app] = process.argv.slice(2);
const file = join(folder, app);
const before = process.cpuUsage();
const { options } = ts.parseJsonConfigFileContent(
  JSON.parse(readFileSync(join(folder, "tsconfig.json"), "utf8")),
  ts.sys,
  folder,
);
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot: (path) =>
    ts.sys.fileExists(path) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(path) ?? "") : undefined,
  getCurrentDirectory: () => folder,
  getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
});
const position = readFileSync(file, "utf8").indexOf("/* here */");
const entries = service.getCompletionsAtPosition(file, position, {})?.entries ?? [];
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, members: entries.length }));
