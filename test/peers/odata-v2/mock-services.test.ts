import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { runBin } from "../../cli/run-cli.js";
import { corpus, describeWithCorpus } from "../../support/corpus.js";
import { metadataOf, mockServices, startMockServices } from "./servers/mock-services.js";
import { testRow, type Connected, type Row } from "./table.js";

const app = fileURLToPath(new URL("mock-app", import.meta.url));

interface Module {
  readonly rows: readonly Row[];
  readonly connectTo: (serviceRoot: string) => Connected;
}

describeWithCorpus("services of S/4HANA on the mock server of SAP", async () => {
  const { origin, stop } = await startMockServices(corpus);
  afterAll(stop);
  for (const service of mockServices) {
    const output = join(app, "generated", service);
    rmSync(output, { recursive: true, force: true });
    const { code, stderr } = runBin(process.cwd(), ["generate", metadataOf(corpus, service), "--output", output]);
    if (code !== 0) throw new Error(stderr);
  }

  it.each(["typescript", "typescript-5.9"])("the app compiles under %s", (compiler) => {
    const tsc = createRequire(import.meta.url).resolve(`${compiler}/bin/tsc`);
    expect(spawnSync(process.execPath, [tsc, "-p", app], { encoding: "utf8" }).stdout).toBe("");
  });

  for (const file of readdirSync(app).filter((file) => file.endsWith(".rows.ts"))) {
    const { rows, connectTo } = (await import(pathToFileURL(join(app, file)).href)) as Module;
    const service = file.replace(".rows.ts", "");
    it.each(rows)(`${service}: $line: $name`, (row) => testRow(connectTo(`${origin}/${service}`), row));
  }
});
