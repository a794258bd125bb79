/** Output folders of services that share files. */
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOutputs } from "../../src/config/check-outputs.js";
import { programValue } from "../../src/config/config-value.js";
import { Report } from "../../src/diagnostics/report.js";
import { temporaryFolder } from "../support/temporary-folder.js";

function messagesOf(folder: string, outputs: Readonly<Record<string, string>>): readonly string[] {
  const report = new Report();
  const services = Object.entries(outputs).map(([name, output]) => ({ name, output: join(folder, output) }));
  const value = programValue({ services: outputs }, "odata-codegen.config.mjs");
  if (value === undefined) throw new Error("no config");
  checkOutputs(value, services, folder, report);
  return report.diagnostics.map(({ message }) => message.split(";")[0] ?? "");
}

describe("the output folders of services", () => {
  it("are apart", () => {
    expect(messagesOf(temporaryFolder(), { a: "out/a", b: "out/b", c: "out/a-c", d: "out/..d" })).toEqual([]);
  });

  it("are not inside each other, in whichever order", () => {
    const nested = 'The output "out/b/c" of the service "b" is inside "out", the output of "a"';
    expect(messagesOf(temporaryFolder(), { a: "out", b: "out/b/c" })).toEqual([nested]);
    expect(messagesOf(temporaryFolder(), { b: "out/b/c", a: "out" })).toEqual([nested]);
  });

  it("are compared by their real paths", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "real"));
    symlinkSync("real", join(folder, "link"));
    expect(messagesOf(folder, { a: "real/out", b: "link/out", c: "link/out/c" })).toEqual([
      'The services "a" and "b" both write to "link/out"',
      'The output "link/out/c" of the service "c" is inside "real/out", the output of "a"',
      'The output "link/out/c" of the service "c" is inside "link/out", the output of "b"',
    ]);
  });
});
