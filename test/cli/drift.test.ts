import { describe, expect, it } from "vitest";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";
import { textServer } from "../support/text-server.js";
import { age, keptPeople, name, people } from "./people-service.js";
import { runCli } from "./run-cli.js";

const env = { TOKEN: "Bearer t0ken" };

/** A project with a service whose copy is `copy`, and that answers with `live`. */
async function project(copy: string, live: string | number) {
  const server = await textServer(live);
  const url = `${server.root}/people/$metadata`;
  const files = keptPeople(url, copy, { input: { url, headers: { Authorization: "env:TOKEN" } } });
  const folder = temporaryFolder(files);
  return { server, url, folder, drift: (...args: readonly string[]) => runCli(folder, ["drift", ...args], { env }) };
}

describe("drift", () => {
  it("exits with 1 and prints the changes when the service is not what its copy describes", async () => {
    const { server, url, folder, drift } = await project(people(name), people(name, age));
    const before = contentOf(folder);
    const { code, stdout, stderr } = await drift();
    expect(code).toBe(1);
    expect(stdout).toContain(`people: schemas/people.xml → ${url}\n\nCompatible changes\n`);
    expect(stdout).toMatch(/People.Person\/Age is new\..*\n.*\n\nminor: 1 compatible change\n$/);
    expect(stderr).toBe(
      "people - error service-drifted: people has 1 change that its kept copy lacks; run odata-codegen fetch people --refresh, generate, and review the difference.\n1 error\n",
    );
    expect(contentOf(folder)).toEqual(before);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([env.TOKEN]);
  });

  it("fails for breaking changes alone on demand", async () => {
    const compatible = await project(people(name), people(name, age));
    expect(await compatible.drift("people", "--fail-on", "breaking")).toMatchObject({ code: 0, stderr: "" });
    compatible.server.answer = people(age);
    const { code, stderr } = await compatible.drift("people", "--fail-on", "breaking");
    expect([code, stderr.split(";")[0]]).toEqual([
      1,
      "people - error service-drifted: people has 1 breaking change that its kept copy lacks",
    ]);
  });

  it("exits with 0 when nothing changed, and says so where only the text did", async () => {
    const { server, url, drift } = await project(people(name), people(name));
    const same = `people: schemas/people.xml → ${url}\n\nnone: no changes\n`;
    expect(await drift()).toEqual({ code: 0, stdout: same, stderr: "" });
    server.answer = people("<!-- moved -->", name);
    expect(await drift()).toEqual({
      code: 0,
      stdout: same,
      stderr: `${url} - notice service-rewritten: The text of "${url}" is not that of its kept copy, but describes the same; odata-codegen fetch people --refresh keeps it.\n1 notice\n`,
    });
  });

  it("is JSON or Markdown, too, for all services", async () => {
    const { url, folder, drift } = await project(people(name), people(name, age));
    fill(folder, {
      "odata-codegen.config.json": JSON.stringify({
        services: {
          people: { input: url, output: "src/people" },
          files: { input: "schemas", output: "src/files" },
        },
      }),
    });
    expect(JSON.parse((await drift("--report", "json")).stdout)).toMatchObject({
      verdict: "minor",
      comparisons: [{ service: "people", old: ["schemas/people.xml"], new: [url] }],
    });
    expect((await drift("--report", "markdown", "--breaking")).stdout).toBe(
      `# Changes of the API: minor\n\n## people\n\n\`schemas/people.xml\` → \`${url}\`: 1 compatible change, 1 of them not listed.\n`,
    );
  });

  it("reports a request that fails, and compares nothing", async () => {
    const { drift } = await project(people(name), 401);
    const { code, stdout, stderr } = await drift();
    expect([code, stdout, stderr]).toEqual([1, "", expect.stringContaining("error remote-unauthorized:")]);
  });

  it("needs a copy, and a service with a URL", async () => {
    const { server, folder, drift } = await project(people(name), people(name));
    const codes = async (...args: readonly string[]) => {
      const { code, stderr } = await drift(...args);
      return [code, ...[...stderr.matchAll(/error ([\w-]+):/g)].map(([, error]) => error)];
    };
    expect(await codes("peple")).toEqual([2, "usage-unknown-service"]);
    fill(folder, { "odata-codegen.lock.json": '{ "lockVersion": 1, "services": {} }' });
    expect(await codes()).toEqual([1, "remote-not-kept"]);
    const services = { files: { input: "schemas", output: "src/files" } };
    fill(folder, { "odata-codegen.config.json": JSON.stringify({ services }) });
    expect(await codes()).toEqual([1, "service-not-remote"]);
    expect(server.requests).toHaveLength(0);
  });
});
