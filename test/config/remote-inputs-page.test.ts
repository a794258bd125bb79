import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { loadConfig } from "../../src/config/load-config.js";
import { catalogue } from "../../src/diagnostics/catalogue/catalogue.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const page = readFileSync(new URL("../../docs/remote-inputs.md", import.meta.url), "utf8");

it("docs/remote-inputs.md has a config file that is valid, and codes that exist", async () => {
  const [, text = ""] = /```json\n([^]*?)```/.exec(page) ?? [];
  const report = new Report();
  const config = await loadConfig(temporaryFolder({ "c.json": text }), "c.json", new Sources(), report);
  expect(report.diagnostics).toEqual([]);
  expect(config?.services[0]?.remotes).toMatchObject([{ headers: { Authorization: "env:PEOPLE_TOKEN" } }]);
  const codes = page.split("## What services send instead")[1]?.match(/`[a-z-]+`/g) ?? [];
  expect(codes.length).toBeGreaterThan(8);
  for (const code of codes) expect(catalogue).toHaveProperty(code.slice(1, -1));
});
