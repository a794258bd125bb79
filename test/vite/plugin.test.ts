import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { odataCodegen, type VitePluginOptions } from "../../src/vite/plugin.js";
import { people } from "../cli/people-service.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** The error of a build, or undefined. */
async function builtIn(root: string, options: VitePluginOptions): Promise<string | undefined> {
  const plugin = odataCodegen(options);
  const ignore = (): void => undefined;
  plugin.configResolved({ root, command: "build", logger: { info: ignore, warn: ignore, error: ignore } });
  const error = ({ message }: { readonly message: string }): never => {
    throw new Error(message);
  };
  return plugin.buildStart.call({ error, addWatchFile: ignore }).then(
    () => undefined,
    (failure: unknown) => (failure as Error).message,
  );
}

it("a name of no service is the diagnostic of the command line, and nothing is written", async () => {
  const config = { services: { people: { input: "people.xml", output: "out" } } };
  const root = temporaryFolder({ "people.xml": people(), "odata-codegen.config.json": JSON.stringify(config) });
  expect(await builtIn(root, { services: ["peple", "people"] })).toBe(
    '<vite plugin> - error usage-unknown-service: The config file has no service "peple"; did you mean people?',
  );
  expect(existsSync(join(root, "out"))).toBe(false);
  expect(await builtIn(root, { services: ["people"] })).toBeUndefined();
  expect(existsSync(join(root, "out/index.ts"))).toBe(true);
});
