import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commit, git, hasGit, repository } from "../support/git.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { textServer } from "../support/text-server.js";
import { age, keptPeople, name, people } from "./people-service.js";
import { runBin, runCli } from "./run-cli.js";

const string = '<Property Name="Age" Type="Edm.String"/>';
const described = age.replace("/>", '><Annotation Term="Org.OData.Core.V1.Description" String="In years"/></Property>');

const two = (old: string, now: string) => temporaryFolder({ "old.xml": old, "new.xml": now });
const diff = (folder: string, ...args: readonly string[]) => runCli(folder, ["diff", ...args]);
const json = async (folder: string, ...args: readonly string[]) =>
  JSON.parse((await diff(folder, ...args, "--report", "json")).stdout) as {
    readonly verdict: string;
    readonly comparisons: readonly {
      readonly service?: string;
      readonly verdict: string;
      readonly counts: object;
      readonly notListed: number;
      readonly changes: readonly { readonly code: string; readonly old?: object; readonly new?: object }[];
    }[];
  };

describe("diff of two inputs", () => {
  it("prints breaking changes first, by element, with their places, and the verdict last", async () => {
    const folder = two(people(name, age), people(string, '<Property Name="Nick" Type="Edm.String"/>'));
    const { code, stdout, stderr } = await diff(folder, "old.xml", "new.xml");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "old.xml → new.xml

      Breaking changes

        People.Person
          property-type-changed  People.Person/Age is of the type Edm.String, not Edm.Int32.  new.xml:5:1
            Age?: number | null → Age?: string | null
            breaks readers, writers, source
          property-removed  People.Person/Name is gone.  old.xml:5:1
            Name?: string | null
            breaks source
            breaks readers: code expects that it may be absent, but requests that select, filter or sort by it are refused
            breaks writers: a body that has it may be refused

      Compatible changes

        People.Person
          property-added  People.Person/Nick is new.  new.xml:6:1
            Nick?: string | null

      major: 2 breaking changes, 1 compatible change
      "
    `);
  });

  it("prints one line where nothing changed", async () => {
    const folder = two(people(name), people(name).replaceAll("\n", "\r\n"));
    expect(await diff(folder, "old.xml", "new.xml")).toEqual({
      code: 0,
      stdout: "old.xml → new.xml\n\nnone: no changes\n",
      stderr: "",
    });
  });

  it("has all of it as JSON", async () => {
    const report = await json(two(people(name), people(age)), "old.xml", "new.xml");
    expect(report).toMatchObject({
      version: 1,
      for: ["readers", "writers", "source"],
      verdict: "major",
      comparisons: [{ old: ["old.xml"], new: ["new.xml"], verdict: "major", notListed: 0 }],
    });
    expect(report.comparisons[0]?.counts).toEqual({ breaking: 1, compatible: 1, other: 0 });
    expect(report.comparisons[0]?.changes).toMatchObject([
      {
        code: "property-removed",
        element: "People.Person/Name",
        impact: "breaking",
        old: { path: "old.xml", line: 5, column: 1 },
      },
      {
        code: "property-added",
        element: "People.Person/Age",
        impact: "compatible",
        new: { path: "new.xml", line: 5, column: 1 },
      },
    ]);
  });

  it("annotates breaking changes with --format github, at the lines of the new file", async () => {
    const folder = two(people(name, age), people(string));
    const { code, stdout, stderr } = await diff(folder, "old.xml", "new.xml", "--format", "github");
    expect([code, stdout]).toEqual([0, (await diff(folder, "old.xml", "new.xml")).stdout]);
    expect(stderr).toMatchInlineSnapshot(`
      "::warning file=new.xml,line=3,col=1,title=breaking-change::Breaking change, property-removed: People.Person/Name is gone.
      ::warning file=new.xml,line=5,col=1,title=breaking-change::Breaking change, property-type-changed: People.Person/Age is of the type Edm.String, not Edm.Int32.
      2 warnings
      "
    `);
  });

  it("gives the next version: of its counts, those of the chosen audiences", async () => {
    const verdicts = async (old: string, now: string, ...args: readonly string[]) =>
      (await json(two(old, now), "old.xml", "new.xml", ...args)).verdict;
    expect(await verdicts(people(name), people(name, age))).toBe("minor");
    expect(await verdicts(people(age), people(described))).toBe("patch");
    expect(await verdicts(people(age), people(described), "--for", "readers")).toBe("none");
    expect(await verdicts(people(name), people(age), "--for", "writers,source")).toBe("major");
  });

  it("exits with 1 if --fail-on says so", async () => {
    const exits = async (now: string, ...args: readonly string[]) => {
      const { code, stderr } = await diff(two(people(name), now), "old.xml", "new.xml", ...args);
      return [code, stderr.split("\n")[0]];
    };
    expect(await exits(people(), "--fail-on", "none")).toEqual([0, ""]);
    expect(await exits(people(name, age), "--fail-on", "breaking")).toEqual([0, ""]);
    expect(await exits(people(name, age), "--fail-on", "any")).toEqual([
      1,
      "new.xml - error changes-found: 1 change, and --fail-on any allows none; undo it, or publish a new minor version.",
    ]);
    expect(await exits(people(), "--fail-on", "breaking")).toEqual([
      1,
      "new.xml - error changes-found: 1 breaking change, and --fail-on breaking allows none; undo it, or publish a new major version.",
    ]);
  });

  it("lists breaking changes alone on demand, and counts the others", async () => {
    const { stdout } = await diff(two(people(name), people(age)), "old.xml", "new.xml", "--breaking");
    expect(stdout).not.toContain("property-added");
    expect(stdout).toMatch(/\nmajor: 1 breaking change, 1 compatible change, 1 of them not listed\n$/);
  });

  it("compares the part that patterns choose", async () => {
    const folder = two(people(name), people());
    expect((await json(folder, "old.xml", "new.xml", "--include", "People.Place")).verdict).toBe("none");
  });

  it("writes a file, and prints no color to it or into a pipe", async () => {
    const folder = two(people(name), people());
    const color = { env: { FORCE_COLOR: "1" } };
    const { stdout } = await runCli(folder, ["diff", "old.xml", "new.xml", "-o", "out/changes.txt"], color);
    expect(stdout).toBe("");
    const text = readFileSync(join(folder, "out/changes.txt"), "utf8");
    expect(text).toBe((await diff(folder, "old.xml", "new.xml")).stdout);
    expect((await runCli(folder, ["diff", "old.xml", "new.xml"], color)).stdout).toContain(
      "\u001B[31mBreaking changes",
    );
    expect(await diff(folder, "old.xml", "new.xml", "-o", "old.xml")).toMatchObject({ code: 1 });
  });

  it("reads one side from the standard input, and one from a URL on an allowed host", async () => {
    const folder = two(people(name), people());
    const { code, stdout } = runBin(folder, ["diff", "old.xml", "-"], { input: people(name, age) });
    expect([code, stdout.split("\n")[0], stdout.trim().split("\n").at(-1)]).toEqual([
      0,
      "old.xml → <stdin>",
      "minor: 1 compatible change",
    ]);
    const server = await textServer(people(name));
    const url = `${server.root}/$metadata`;
    expect((await diff(folder, "old.xml", url)).stderr).toContain("remote-not-allowed");
    expect(server.requests).toHaveLength(0);
    const { stdout: live } = await diff(folder, "old.xml", url, "--allow-remote", new URL(url).host);
    expect(live).toBe(`old.xml → ${url}\n\nnone: no changes\n`);
  });

  it("sends to a URL that the config file names what it says there", async () => {
    const server = await textServer(people(name));
    const url = `${server.root}/$metadata`;
    const input = { url, headers: { Authorization: "env:TOKEN" } };
    const folder = temporaryFolder({
      "old.xml": people(name, age),
      "odata-codegen.config.json": JSON.stringify({ services: { people: { input, output: "out" } } }),
    });
    const { stdout } = await runCli(folder, ["diff", "old.xml", url], { env: { TOKEN: "Bearer t" } });
    expect(stdout).toMatch(/\nmajor: 1 breaking change\n$/);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer t"]);
  });

  it("refuses other arguments with the reason", async () => {
    const folder = temporaryFolder({ ...keptPeople("https://host.example/$metadata", people()), "a.xml": people() });
    const said = async (...args: readonly string[]) => {
      const { code, stderr, stdout } = await diff(folder, ...args);
      return [code, /error ([\w-]+):/.exec(stderr)?.[1], stdout];
    };
    expect(await said("peeple")).toEqual([2, "usage-unknown-service", ""]);
    expect(await said("a.xml", "a.xml", "a.xml")).toEqual([2, "usage-refused", ""]);
    expect(await said("-", "-")).toEqual([2, "usage-stdin-twice", ""]);
    expect(await said("a.xml", "a.xml", "--since", "v1")).toEqual([2, "usage-since-inputs", ""]);
    expect(await said("a.xml", "none.xml")).toEqual([1, "input-not-found", ""]);
    expect((await diff(temporaryFolder())).stderr).toContain("usage-no-inputs");
  });
});

describe.skipIf(!hasGit)("diff with a revision", () => {
  it("compares a file of a branch with the one here, and with one of a tag", async () => {
    const folder = repository({ "schemas/people.xml": people(name) });
    git(folder, "tag", "v1");
    commit(folder, { "schemas/people.xml": people(name, age) });
    fill(folder, { "schemas/people.xml": people(age) });
    const last = async (old: string, now: string) => (await diff(folder, old, now)).stdout.trim().split("\n").at(-1);
    expect(await last("git:main:schemas/people.xml", "schemas/people.xml")).toBe("major: 1 breaking change");
    expect(await last("git:v1:schemas", "git:main:schemas/*.xml")).toBe("minor: 1 compatible change");
    expect((await diff(folder, "git:main:schemas/people.xml", "schemas/people.xml")).stdout).toContain(
      "Name is gone.  main:schemas/people.xml:5:1\n",
    );
  });

  it("follows references inside of the revision", async () => {
    const other = (property: string) =>
      `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="Other">\n<ComplexType Name="Job">${property}</ComplexType></Schema>`;
    const reference = '<edmx:Reference Uri="../other/o.xml"><edmx:Include Namespace="Other"/></edmx:Reference>';
    const main = people('<Property Name="Job" Type="Other.Job"/>');
    const folder = repository({
      "a/people.xml": main.replace("<edmx:DataServices>", `${reference}<edmx:DataServices>`),
      "other/o.xml": other(name),
    });
    fill(folder, { "other/o.xml": other("") });
    const { stdout, stderr } = await diff(folder, "git:HEAD:{a,other}/*.xml", "{a,other}/*.xml");
    expect([stderr, stdout]).toEqual(["", expect.stringContaining("Other.Job/Name is gone.  HEAD:other/o.xml:2:25")]);
  });

  it("compares a service of the config file, kept copies and other files, with the last commit", async () => {
    const url = "https://host.example/people/$metadata";
    const folder = repository({ "app/readme.md": "" });
    const app = join(folder, "app");
    fill(app, keptPeople(url, people(name)));
    commit(folder);
    expect((await diff(app, "people")).stdout).toBe(
      "people: HEAD:app/schemas/people.xml → schemas/people.xml\n\nnone: no changes\n",
    );
    fill(app, keptPeople(url, people(name, age)));
    expect(await json(app, "people")).toMatchObject({ comparisons: [{ service: "people", verdict: "minor" }] });
    expect(await json(app)).toMatchObject({ comparisons: [{ service: "people", verdict: "minor" }] });
    expect((await diff(app, "people", "--since", "HEAD~1")).stderr).toBe(
      "people - notice service-new: people is not compared, since HEAD~1 has none of its inputs.\n1 notice\n",
    );
    expect((await diff(app, "git:HEAD:./schemas/people.xml", "people")).stdout).toMatch(
      /\nminor: 1 compatible change\n$/,
    );
  });

  it("uses the options of the service: what it leaves out changes nothing", async () => {
    const folder = repository(
      keptPeople("https://host.example/$metadata", people(name), { include: ["People.Place"] }),
    );
    fill(folder, { "schemas/people.xml": people() });
    const { code, stdout, stderr } = await diff(folder, "people", "--fail-on", "any");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\nnone: no changes\n$/)]);
    expect(stderr).toContain("kept-input-edited");
  });
});
