import { expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { people } from "./people-service.js";
import { runCli } from "./run-cli.js";

it.each([
  ["localhost:4004/odata/$metadata", "check the path, or write https:// before it if it is a URL."],
  ["services.odata.org/V4/People/$metadata", "check the path, or write https:// before it if it is a URL."],
  ["ftp://host/people.xml", "only URLs with http: and https: are read."],
  ["schemas.d/people.xml", "check the path."],
])("says what to do about %s, which is no file", async (input, toDo) => {
  const { stderr } = await runCli(temporaryFolder({}), ["generate", input, "-o", "out"]);
  expect(stderr).toContain(`input-not-found: No file or folder matches "${input}"; ${toDo}\n`);
});

it("names the host to allow with its port", async () => {
  const args = ["generate", "http://localhost:4004/$metadata", "-o", "out", "--allow-remote", "localhost"];
  const { stderr } = await runCli(temporaryFolder({}), args);
  expect(stderr).toContain("; allow it with --allow-remote localhost:4004, or download the file and use that.");
});

it("says that nothing documents requests, or that there are no pages to audit", async () => {
  const folder = temporaryFolder({ "people.xml": people() });
  const permissions = await runCli(folder, ["permissions", "GET /People", "--in", "people.xml"]);
  expect(permissions.stderr).toContain("error requests-undocumented: The inputs document no requests");
  const audit = await runCli(folder, ["audit", "people.xml"]);
  expect(audit.stderr).toContain("notice audit-without-pages: ");
});
