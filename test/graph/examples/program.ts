/** A program of calls of a generated client: compiled, and run against a `fetch` that notes the URL. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ts } from "ts-morph";
import { compile } from "../../support/compile.js";

export interface Outcome {
  /** What the compiler reports of the call; empty when it compiles. */
  readonly errors: readonly string[];
  /** What was sent, or the error that kept it from being sent. */
  readonly sent: { readonly url: string } | { readonly error: string };
}

const HEAD = `import type { Client } from "service/client.js";
import type * as functions from "service/odata.js";

type Call = (client: Client, odata: typeof functions) => PromiseLike<unknown>;

export const calls: readonly Call[] = [
`;

/** Each call is an expression of `client` and the functions of `odata`; `service` is the folder of the generated client. */
export async function outcomesOf(
  folder: string,
  service: string,
  calls: readonly string[],
): Promise<readonly Outcome[]> {
  const text = `${HEAD}${calls.map((call) => `  (${parametersOf(call)}) => ${call},\n`).join("")}];\n`;
  writeFileSync(join(folder, "calls.ts"), text);
  writeFileSync(join(service, "package.json"), '{ "type": "module" }');
  const report = compile(folder, "typescript-7.0", { paths: { "service/*": [`${service}/*`] } });
  const errors = errorsByLine(report);
  const send = await loaded(folder, service);
  const outcomes: Outcome[] = [];
  for (const index of calls.keys()) {
    const line = HEAD.split("\n").length + index;
    outcomes.push({ errors: errors.get(line) ?? [], sent: await send(index) });
  }
  return outcomes;
}

/** The compiler refuses parameters that are not used. */
function parametersOf(call: string): string {
  return call.includes("odata.") ? "client, odata" : "client";
}

function errorsByLine(report: string): ReadonlyMap<number, readonly string[]> {
  const errors = new Map<number, string[]>();
  for (const line of report.split("\n")) {
    const [, file, number, message] = /^(\S+)\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
    if (file === undefined) continue;
    if (!file.endsWith("/calls.ts")) throw new Error(`The program does not compile: ${line}`);
    const found = errors.get(Number(number)) ?? [];
    errors.set(Number(number), [...found, message ?? ""]);
  }
  return errors;
}

const ROOT = "https://graph.microsoft.com/v1.0";

interface ServiceModule {
  readonly createClient: (options: object) => unknown;
}

interface CallsModule {
  readonly calls: readonly ((client: unknown, odata: unknown) => PromiseLike<unknown>)[];
}

/** Calls one by its index. */
async function loaded(folder: string, service: string): Promise<(index: number) => Promise<Outcome["sent"]>> {
  const js = join(folder, "js");
  for (const path of readdirSync(service, { recursive: true, encoding: "utf8" }))
    if (/^(?:client|runtime|odata)\b.*\.ts$/.test(path)) transpile(join(service, path), join(js, "service", path));
  transpile(join(folder, "calls.ts"), join(js, "calls.ts"));
  const load = async (path: string): Promise<unknown> => import(pathToFileURL(join(js, path)).href);
  const { createClient } = (await load("service/client.js")) as ServiceModule;
  const { calls } = (await load("calls.js")) as CallsModule;
  const odata = await load("service/odata.js");
  return async (index) => {
    let url: string | undefined;
    const fetch = (address: string): Promise<Response> => {
      url = address;
      return Promise.resolve(Response.json({ value: [] }));
    };
    const failure = await Promise.resolve(createClient({ baseUrl: ROOT, fetch }))
      .then((client) => calls[index]?.(client, odata))
      .then(() => "nothing was sent", String);
    return url === undefined ? { error: failure } : { url: url.slice(ROOT.length) };
  };
}

function transpile(from: string, to: string): void {
  const { outputText } = ts.transpileModule(readFileSync(from, "utf8").replaceAll('"service/', '"./service/'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to.replace(/\.ts$/, ".js"), outputText);
}
