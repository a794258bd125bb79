/** The steps of `cap/app`, as they are, against the mock that is generated from the metadata of the same service. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, afterEach, describe, expect, it, type RunnerTestCase } from "vitest";
import { generateClient } from "../cap/generate-client.js";
import { startWorkshop } from "../cap/workshop-server.js";
import { differenceOf, differences } from "./differences.js";

const source = fileURLToPath(new URL("../cap/app", import.meta.url));
const here = fileURLToPath(new URL("app", import.meta.url));

/** The steps with a client of their own: those of the service are run at the same time. */
const app = mkdtempSync(fileURLToPath(new URL("steps-", import.meta.url)));
afterAll(() => rmSync(app, { recursive: true, force: true }));
cpSync(source, app, { recursive: true, filter: (path) => basename(path) !== "generated" });

// Before the tests are collected: the steps import the client. The service is stopped before they run.
const server = await startWorkshop();
const { serviceRoot } = server;
generateClient(serviceRoot, join(app, "generated"));
generateClient(serviceRoot, join(here, "generated"), "xml", ["--emit", "mock"]);
await server.stop();

interface Mock {
  readonly baseUrl: string;
  readonly fetch: unknown;
}

/** What a module exports that compiles only with generated code, and is imported by its path for that reason. */
const { mockedWorkshop } = await imported<{ mockedWorkshop(): Mock }>(join(here, "mocked-workshop.ts"));
const { connectTo } = await imported<{ connectTo(root: string, fetch: unknown): unknown }>(join(app, "workshop.ts"));

async function imported<Module>(path: string): Promise<Module> {
  // What the modules export, as their callers above say.
  return (await import(pathToFileURL(path).href)) as Module;
}

it("the mock and its stubs compile", () => {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  expect(spawnSync(process.execPath, [tsc, "-p", here], { encoding: "utf8" }).stdout).toBe("");
});

/** The differences of which a step has been run. */
const met = new Set<unknown>();

for (const file of readdirSync(app).filter((file) => file.endsWith(".steps.ts"))) {
  const { steps } = await imported<{ steps(workshop: unknown): void }>(join(app, file));
  const mock = mockedWorkshop();
  describe(file.replace(".steps.ts", ""), () => {
    steps(connectTo(serviceRoot, mock.fetch));
    afterEach(({ task }) => expectDifference(task));
  });
}

/** A listed step has to fail with its error, so that one that no longer differs is found. */
function expectDifference(task: RunnerTestCase): void {
  const difference = differenceOf(nameOf(task));
  if (difference === undefined) return;
  met.add(difference);
  const { state, errors = [] } = task.result ?? {};
  task.fails = state !== "fail" || difference.error.test(errors[0]?.message ?? "");
}

function nameOf({ name, suite }: Pick<RunnerTestCase, "name" | "suite">): string {
  return suite === undefined ? name : `${nameOf(suite)} > ${name}`;
}

it("every difference is one of a step", () => {
  expect(differences.filter((difference) => !met.has(difference))).toEqual([]);
});
