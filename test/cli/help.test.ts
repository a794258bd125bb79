import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runCli } from "./run-cli.js";

const folder = fileURLToPath(new URL("help/", import.meta.url));

/** The help of each command as users see it; `npx vitest run test/cli/help.test.ts -u` renews the texts. */
it.each([
  [],
  ["generate"],
  ["init"],
  ["fetch"],
  ["doctor"],
  ["templates"],
  ["convert"],
  ["explain"],
  ["audit"],
  ["permissions"],
  ["diff"],
  ["drift"],
  ["verify-service"],
])("the help of %s", async (...command) => {
  const { code, stdout, stderr } = await runCli(".", [...command, "--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot(`${folder}${command[0] ?? "odata-codegen"}.txt`);
});
