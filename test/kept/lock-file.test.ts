import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { type LockFile, lockFileName, readLockFile, updateLockFile } from "../../src/kept/lock-file.js";
import { parseLock } from "../../src/kept/lock/parse-lock.js";
import { printLock } from "../../src/kept/lock/print-lock.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";

const hash = "0123456789abcdef".repeat(4);

const lock: LockFile = new Map([
  [
    "people",
    {
      names: {
        flat: "home",
        modules: { "home.rooms": "rooms", "home.cellar": "cellar" },
        names: { "home.lamp": "Lamp", "home.Lamp": { name: "Lamp_", roles: { schema: "lampSchema_" } } },
      },
      inputs: {
        "https://host.example/rooms/$metadata": { file: "schemas/people-2.xml", sha256: hash },
        "https://host.example/home/$metadata": { file: "schemas/people.xml", etag: 'W/"7"', sha256: hash },
      },
    },
  ],
  ["cars", {}],
]);

/** The diagnostics of reading a text as the lock file. */
async function said(text: string): Promise<readonly string[]> {
  const folder = temporaryFolder({ [lockFileName]: text });
  const [report, sources] = [new Report(), new Sources()];
  expect(await readLockFile(folder, folder, report, sources)).toBeUndefined();
  return report.diagnostics.map((one) => formatDiagnostic(one, sources, { color: false }));
}

const identifier = fc.stringMatching(/^[A-Za-z_$][A-Za-z0-9_$]{0,9}$/);
const entries = <T>(value: fc.Arbitrary<T>) => fc.dictionary(fc.string({ maxLength: 9 }), value, { maxKeys: 4 });
const file = fc.stringMatching(/^[a-z0-9]{1,9}(?:\/[a-z0-9]{1,9}){0,2}\.xml$/);
const input = (path: string) =>
  fc.record(
    { file: fc.constant(path), etag: fc.string({ minLength: 1 }), sha256: fc.stringMatching(/^[0-9a-f]{64}$/) },
    { requiredKeys: ["file", "sha256"] },
  );
const inputs = fc
  .uniqueArray(fc.tuple(fc.webUrl({ withQueryParameters: true }), file), {
    maxLength: 3,
    selector: ([, path]) => path,
  })
  .chain((pairs) => fc.record(Object.fromEntries(pairs.map(([url, path]) => [url, input(path)]))));
const name = fc.oneof(identifier, fc.record({ name: identifier, roles: entries(identifier) }));
const names = fc.record(
  { flat: fc.string({ minLength: 1 }), modules: entries(identifier), names: entries(name) },
  { requiredKeys: ["modules", "names"] },
);
/** Services of random content; the files of different services have different names. */
const locks = fc
  .dictionary(fc.string(), fc.record({ inputs, names }, { requiredKeys: [] }), { maxKeys: 3 })
  .map((services) => {
    const renamed = Object.entries(services).map(([service, { inputs: copies = {}, ...rest }], index) => {
      const own = Object.entries(copies).map(([url, copy]) => [url, { ...copy, file: `${index}/${copy.file}` }]);
      return [service, own.length === 0 ? rest : { ...rest, inputs: Object.fromEntries(own) }] as const;
    });
    return new Map(renamed) as LockFile;
  });

describe("the text of the lock file", () => {
  it("is sorted, with a line for each copy and each name", () => {
    expect(printLock(lock)).toBe(`{
  "lockVersion": 1,
  "services": {
    "cars": {},
    "people": {
      "inputs": {
        "https://host.example/home/$metadata": { "file": "schemas/people.xml", "etag": "W/\\"7\\"", "sha256": "${hash}" },
        "https://host.example/rooms/$metadata": { "file": "schemas/people-2.xml", "sha256": "${hash}" }
      },
      "names": {
        "flat": "home",
        "modules": {
          "home.cellar": "cellar",
          "home.rooms": "rooms"
        },
        "names": {
          "home.Lamp": { "name": "Lamp_", "roles": { "schema": "lampSchema_" } },
          "home.lamp": "Lamp"
        }
      }
    }
  }
}
`);
  });

  it("gives what was printed", () =>
    fc.assert(
      fc.asyncProperty(locks, async (printed) => {
        expect(await parseLock(printLock(printed))).toEqual({ ok: true, lock: printed });
      }),
      { numRuns: 100 },
    ));

  it("does not depend on the order of what is kept", () => {
    const reversed = new Map(
      [...lock].reverse().map(([service, { inputs: copies = {}, ...rest }]) => {
        return [
          service,
          { ...rest, ...(service === "people" && { inputs: Object.fromEntries(Object.entries(copies).reverse()) }) },
        ];
      }),
    );
    expect(printLock(reversed)).toBe(printLock(lock));
  });

  it("is read with CRLF and a byte order mark", async () => {
    const folder = temporaryFolder({ [lockFileName]: `\ufeff${printLock(lock).replaceAll("\n", "\r\n")}` });
    expect(await readLockFile(folder, folder, new Report())).toEqual(lock);
  });
});

describe("a lock file that is not valid", () => {
  const changed = (from: string, to: string) => printLock(lock).replace(from, to);
  const [home] = ["https://host.example/home/$metadata"];
  it.each([
    [
      "conflict marks",
      changed('    "cars"', '<<<<<<< ours\n    "cars"'),
      /:4:1 - .*the marks of a merge conflict\); keep the lines of both sides/,
    ],
    ["text that is no JSON", '{\n  "lockVersion": 1,\n}', /:3:1 - .*it is not valid JSON/],
    ["nothing", "", /:1:1 - .*it is not valid JSON/],
    [
      "a newer version",
      changed("1", "2"),
      /:2:3 - .*a newer version of odata-codegen wrote it, lockVersion 2\); install that version\.$/,
    ],
    ["no version", '{ "services": {} }', /:1:1 - .*"lockVersion" is not 1\); restore it from version control/],
    ["a list of services", '{ "lockVersion": 1, "services": [] }', /:1:21 - .*"services" is not an object/],
    ["an unknown key", changed('"names": {', '"name": {'), /:10:7 - .*"people" has the unknown key "name"/],
    [
      "a file outside",
      changed("schemas/people.xml", "../people.xml"),
      /:7:50 - .*the path "\.\.\/people\.xml" has a segment that starts with a dot/,
    ],
    [
      "an absolute path",
      changed("schemas/people.xml", "/etc/passwd"),
      /:7:50 - .*the path "\/etc\/passwd" has an empty segment/,
    ],
    ["a device of Windows", changed("schemas/people.xml", "schemas/con.xml"), /:7:50 - .*has a device name of Windows/],
    [
      "one file for two URLs",
      changed("people-2.xml", "people.xml"),
      /:8:51 - .*"schemas\/people\.xml" is the copy of two URLs/,
    ],
    ["no URL", changed(home, "file:///etc/passwd"), /:7:9 - .*"file:\/\/\/etc\/passwd" is not a URL/],
    ["another hash", changed(hash, "1234"), /:7:\d+ - .*"sha256" is not a SHA-256/],
    [
      "a name that is code",
      changed('"Lamp"', '"Lamp = steal()"'),
      /:18:11 - .*the name of "home\.lamp" is not an identifier/,
    ],
    ["a role that is code", changed("lampSchema_", "a-b"), /:17:54 - .*the name of "schema" is not an identifier/],
    [
      "a module that is a path",
      changed('"rooms"', '"../rooms"'),
      /:14:11 - .*the name of "home\.rooms" is not an identifier/,
    ],
  ])("is refused with %s", async (_, text, message) => {
    const all = await said(text);
    expect(all[0]).toMatch(message);
    expect(all[0]).toMatch(/^odata-codegen\.lock\.json:.* - error lock-file-invalid: /);
  });

  it("is not overwritten", async () => {
    const folder = temporaryFolder({ [lockFileName]: "<<<<<<< ours" });
    const report = new Report();
    await updateLockFile({ folder, cwd: folder }, "people", () => ({}), report);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["lock-file-invalid"]);
    expect(contentOf(folder)).toEqual({ [lockFileName]: "<<<<<<< ours" });
  });
});

describe("updating the lock file", () => {
  it("keeps the other services", () =>
    fc.assert(
      fc.asyncProperty(locks, async (printed) => {
        const folder = temporaryFolder({ [lockFileName]: printLock(printed) });
        const report = new Report();
        const names = { modules: {}, names: { "a.b": "B" } };
        await updateLockFile({ folder, cwd: folder }, "own", (service) => ({ ...service, names }), report);
        const expected = new Map([...printed, ["own", { ...printed.get("own"), names }]]);
        expect(await readLockFile(folder, folder, report)).toEqual(expected);
        expect(report.diagnostics).toEqual([]);
      }),
      { numRuns: 10 },
    ));

  it("loses nothing that others write at the same time", async () => {
    const folder = temporaryFolder();
    const report = new Report();
    const services = ["a", "b", "c", "d"];
    const update = (service: string, element: string) =>
      updateLockFile(
        { folder, cwd: folder },
        service,
        ({ names = { modules: {}, names: {} } }) => ({
          names: { ...names, names: { ...names.names, [element]: "Name" } },
        }),
        report,
      );
    await Promise.all(["m.x", "m.y", "m.z"].flatMap((element) => services.map((service) => update(service, element))));
    expect(report.diagnostics).toEqual([]);
    const wanted = { names: { modules: {}, names: { "m.x": "Name", "m.y": "Name", "m.z": "Name" } } };
    expect(await readLockFile(folder, folder, report)).toEqual(new Map(services.map((service) => [service, wanted])));
    expect(Object.keys(contentOf(folder))).toEqual([lockFileName]);
  });

  it("touches nothing without a change", async () => {
    const text = printLock(lock).replaceAll("\n", "\r\n");
    const folder = temporaryFolder({ [lockFileName]: text });
    await updateLockFile({ folder, cwd: folder }, "people", (service) => service, new Report());
    expect(readFileSync(join(folder, lockFileName), "utf8")).toBe(text);
  });
});
