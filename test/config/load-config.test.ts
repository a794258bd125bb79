import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load-config.js";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function load(cwd: string, named?: string) {
  const report = new Report();
  const sources = new Sources();
  const config = await loadConfig(cwd, named, sources, report);
  return {
    config,
    said: report.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false })),
  };
}

const services = { people: { input: "schemas/people.xml", output: "src/people", emit: ["types"] } };
const json = JSON.stringify({ services });

describe("loadConfig", () => {
  it.each([
    ["odata-codegen.config.json", `{ // people\n  "$schema": "x", "services": ${JSON.stringify(services)}, }`],
    ["odata-codegen.config.mjs", `export default { services: ${JSON.stringify(services)} };`],
    ["odata-codegen.config.js", `export default { services: ${JSON.stringify(services)} };`],
    [
      "odata-codegen.config.ts",
      `interface A { a: string }\nconst services: object = ${JSON.stringify(services)} satisfies object;\nexport default { services };`,
    ],
  ])("finds and reads %s", async (name, text) => {
    const cwd = temporaryFolder({ [name]: text, "package.json": '{ "type": "module" }' });
    // A module has no lines.
    const position: unknown = name.endsWith(".json") ? expect.any(Number) : undefined;
    const place = { path: name, line: position, column: position };
    expect(await load(cwd)).toEqual({
      config: {
        path: join(cwd, name),
        folder: cwd,
        services: [
          {
            name: "people",
            inputs: ["schemas/people.xml"],
            remotes: [],
            output: join(cwd, "src/people"),
            options: { emit: ["types"] },
            optionPlaces: { "--output": place, "--emit": place, "--output src/people": place, "--emit types": place },
          },
        ],
      },
      said: [],
    });
  });

  it.each([
    ["a function", "() => config"],
    ["an async function", "async () => config"],
    ["a promise", "Promise.resolve(config)"],
  ])("takes %s of a module", async (_, exported) => {
    const text = `const config = { services: ${JSON.stringify(services)} };\nexport default ${exported};`;
    for (const name of ["c.mjs", "c.ts"]) {
      const { config, said } = await load(temporaryFolder({ [name]: text }), name);
      expect(said).toEqual([]);
      expect(config?.services).toMatchObject([{ name: "people", options: { emit: ["types"] } }]);
    }
  });

  it("says why a function of a module fails", async () => {
    const cwd = temporaryFolder({ "c.mjs": 'export default async () => { throw new Error("no luck"); };' });
    expect((await load(cwd, "c.mjs")).said).toEqual([
      'c.mjs - error config-unreadable: The config file "c.mjs" cannot be loaded (no luck); correct it and run again.',
    ]);
  });

  it("takes one item in the place of each list", async () => {
    const lists = { emit: "types", include: "/users/**", exclude: "a.*", untyped: "a.Json", allowRemote: "a.org" };
    const text = JSON.stringify({ services: { people: { input: "a.xml", output: "out", ...lists } } });
    const { config, said } = await load(temporaryFolder({ "c.json": text }), "c.json");
    expect(said).toEqual([]);
    expect(config?.services[0]?.options).toEqual(
      Object.fromEntries(Object.entries(lists).map(([name, item]) => [name, [item]])),
    );
  });

  it("gives the URLs among the inputs, with how to request them", async () => {
    const remote = {
      url: "https://host/service/$metadata",
      headers: { Authorization: "env:TOKEN", "X-Client": "1" },
      file: "schemas/people.xml",
      cert: "client.pem",
      key: "key.pem",
      ca: "ca.pem",
      passphrase: "env:PASS",
    };
    const input = ["b.xml", remote, "http://host/a.xml"];
    const text = JSON.stringify({ services: { a: { input, output: "a" }, b: { input: remote, output: "b" } } });
    const { config, said } = await load(temporaryFolder({ "c.json": text }), "c.json");
    expect(said).toEqual([]);
    expect(config?.services).toMatchObject([
      { inputs: ["b.xml", remote.url, "http://host/a.xml"], remotes: [remote, { url: "http://host/a.xml" }] },
      { inputs: [remote.url], remotes: [remote] },
    ]);
  });

  it("points at every fault of a remote input", async () => {
    const text = `{ "services": { "a": { "output": "a", "input": [
  { "url": "https://me:hush@host/x", "header": {} },
  { "url": "host/x", "headers": { "a b": "1", "c": 1, "d": "env:" } },
  { "key": "k.pem", "file": "" },
  { "url": "https://host/x", "headers": "env:TOKEN", "passphrase": 5, "cert": "c.pem" },
  "https://host/y"
] } } }`;
    const { said } = await load(temporaryFolder({ "c.json": text }), "c.json");
    expect(said.map((line) => line.replace("c.json:", ""))).toEqual([
      '2:38 - error config-unknown-key: "header" is not a key of the config file; did you mean "headers"?',
      '2:12 - error config-invalid: "services.a.input[0].url" in the config file takes a URL that begins with https:// or http://, without user name and password, not one with a user name or password.',
      '3:12 - error config-invalid: "services.a.input[1].url" in the config file takes a URL that begins with https:// or http://, without user name and password, not "host/x".',
      '3:42 - error config-invalid: "services.a.input[1].headers" in the config file takes names of headers as keys, not "a b".',
      '3:52 - error config-invalid: "services.a.input[1].headers.c" in the config file takes a text, or "env:NAME" for the value of an environment variable, not 1.',
      '3:60 - error config-invalid: "services.a.input[1].headers.d" in the config file takes a text, or "env:NAME" for the value of an environment variable, not "env:".',
      '4:29 - error config-invalid: "services.a.input[2].file" in the config file takes the path of a file, not "".',
      '4:3 - error config-invalid: "services.a.input[2].url" in the config file takes a URL that begins with https:// or http://, without user name and password, not nothing.',
      '4:3 - error config-invalid: "services.a.input[2].cert" in the config file takes the path of a file, not nothing.',
      '5:41 - error config-invalid: "services.a.input[3].headers" in the config file takes an object, not "env:TOKEN".',
      '5:68 - error config-invalid: "services.a.input[3].passphrase" in the config file takes a text, or "env:NAME" for the value of an environment variable, not 5.',
    ]);
  });

  it("refuses two URLs that would be kept in one file", async () => {
    const [x, y] = [
      { url: "https://host/x", file: "s/x.xml" },
      { url: "https://host/y", file: "./s/x.xml" },
    ];
    const shared = { services: { a: { input: x, output: "a" }, b: { input: [x, y], output: "b" } } };
    const { said } = await load(temporaryFolder({ "c.json": JSON.stringify(shared) }), "c.json");
    expect(said).toEqual([
      'c.json:1:96 - error config-file-shared: The copies of "https://host/x" and "https://host/y" would both be kept in "./s/x.xml"; give each its own file.',
    ]);
  });

  it("reads the one that is named, its paths relative to itself", async () => {
    const cwd = temporaryFolder({ "sub/my.json": json, "odata-codegen.config.json": "broken" });
    const { config, said } = await load(cwd, "sub/my.json");
    expect(said).toEqual([]);
    expect(config).toMatchObject({ folder: join(cwd, "sub"), services: [{ output: join(cwd, "sub/src/people") }] });
  });

  it("does not look above the working folder, and misses nothing where none is named", async () => {
    const cwd = temporaryFolder({ "odata-codegen.config.json": json });
    mkdirSync(join(cwd, "sub"));
    expect(await load(join(cwd, "sub"))).toEqual({ config: undefined, said: [] });
  });

  it("gives the same reason for a faulty file whether it is found or named", async () => {
    const name = "odata-codegen.config.mjs";
    const cwd = temporaryFolder({ [name]: "export default {" });
    const { said } = await load(cwd);
    expect(said).toEqual([expect.stringMatching(/^odata-codegen\.config\.mjs - error config-unreadable: /)]);
    expect(said).toEqual((await load(cwd, name)).said);
  });

  it("says that what has the name of a config file cannot be read", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "odata-codegen.config.json"));
    expect((await load(cwd)).said).toEqual([
      expect.stringMatching(/^odata-codegen\.config\.json - error config-unreadable: .*EISDIR/),
    ]);
  });

  it.each([
    [
      "gone.json",
      'gone.json - error config-not-found: There is no config file "gone.json"; check the path given with --config.',
    ],
    [
      "my.yaml",
      'my.yaml - error config-unreadable: The config file "my.yaml" cannot be loaded (its name ends in none of .ts, .mjs, .js and .json); correct it and run again.',
    ],
    [
      "throws.mjs",
      'throws.mjs - error config-unreadable: The config file "throws.mjs" cannot be loaded (no luck); correct it and run again.',
    ],
    [
      "latin1.json",
      'latin1.json - error config-unreadable: The config file "latin1.json" cannot be loaded (the byte at offset 2 is not valid UTF-8 text); correct it and run again.',
    ],
    [
      "nothing.mjs",
      'nothing.mjs - error config-invalid: "export default" in the config file takes an object, not nothing.',
    ],
  ])("says what is wrong with %s", async (name, message) => {
    const cwd = temporaryFolder({
      "my.yaml": "a: b",
      "throws.mjs": 'throw new Error("no luck");',
      "latin1.json": Buffer.from('{"é":1}', "latin1"),
      "nothing.mjs": "export const services = {};",
    });
    expect(await load(cwd, name)).toEqual({ config: undefined, said: [message] });
  });

  it("points at JSON that nests too deeply for its parser", async () => {
    const { config, said } = await load(temporaryFolder({ "odata-codegen.config.json": "[".repeat(5000) }));
    expect({ config, said }).toEqual({
      config: undefined,
      said: [expect.stringMatching(/json:1:101 - error config-malformed: .*\(nested more than 100 deep\)/)],
    });
  });

  it("points at every fault of a JSON file", async () => {
    const text = `{
  "services": {
    "people": { "input": [], "emit": ["types", "validator"], "runtme": "inline", "check": true },
    "orders": { "input": "a.xml", "output": "out", "output": "out2", "verify": "yes" },
    "other": 5
  },
  "servcies": {}
}`;
    const { config, said } = await load(temporaryFolder({ "odata-codegen.config.json": text }));
    expect(config).toBeUndefined();
    expect(said.map((line) => line.replace("odata-codegen.config.json:", ""))).toEqual([
      '7:3 - error config-unknown-key: "servcies" is not a key of the config file; did you mean "services"?',
      '3:62 - error config-unknown-key: "runtme" is not a key of the config file; did you mean "runtime"?',
      '3:82 - error config-unknown-key: "check" is not a key of the config file; allowed here: input, output, emit, include, exclude, verify, emitFormat, runtime, baseUrl, importExtension, tsNocheck, namespace, container, nonNull, keysOnCreate, restrictions, openTypes, untyped, names, typeMapping, templates, artifacts, onDone, allowRemote, suppressions.',
      '3:26 - error config-invalid: "services.people.input" in the config file takes a path, glob or URL, an object with a URL, or a list of them, not an empty list.',
      '3:38 - error config-invalid: "services.people.emit" in the config file takes one or a list of "types", "validators", "client", "operations", "examples", "zod", "json-schema", "query", "mock", not "validator".',
      '3:15 - error config-invalid: "services.people.output" in the config file takes a non-empty string (folder), not nothing.',
      '4:52 - error config-invalid: "output" in the config file takes one value, not several.',
      '4:80 - error config-invalid: "services.orders.verify" in the config file takes true or false, not "yes".',
      '5:14 - error config-invalid: "services.other" in the config file takes an object, not 5.',
    ]);
  });

  it("names the key in a program", async () => {
    const text = `const people = { input: "a.xml", output: () => "x", nonNull: "never", allowRemote: [] };
people.namespace = people;
export default { services: { people } };`;
    const { said } = await load(temporaryFolder({ "c.mjs": text }), "c.mjs");
    expect(said).toEqual([
      'c.mjs - error config-invalid: "services.people.output" in the config file takes a non-empty string (folder), not a function.',
      'c.mjs - error config-invalid: "services.people.nonNull" in the config file takes one of "present", "notNull", not "never".',
      'c.mjs - error config-invalid: "services.people.namespace" in the config file takes a non-empty string (namespace), not an object.',
    ]);
  });

  it.each([
    ["{", ["1:2 - error config-malformed: The config file is not valid JSON (close brace expected); correct it here."]],
    [
      '{ "services" 5 }',
      ["1:14 - error config-malformed: The config file is not valid JSON (colon expected); correct it here."],
    ],
    ["", ["1:1 - error config-malformed: The config file is not valid JSON (value expected); correct it here."]],
    ["[]", ['1:1 - error config-invalid: "the whole file" in the config file takes an object, not an empty list.']],
    [
      "{}",
      [
        '1:1 - error config-invalid: "services" in the config file takes an object, one entry for each service, not nothing.',
      ],
    ],
    [
      '{"services":{}}',
      ['1:13 - error config-invalid: "services" in the config file takes at least one service, not an empty object.'],
    ],
    [
      '{"services":{"__proto__":{}},"__proto__":1}',
      [
        '1:30 - error config-unknown-key: "__proto__" is not a key of the config file; allowed here: services, defaults, $schema.',
        '1:26 - error config-invalid: "services.__proto__.input" in the config file takes a path, glob or URL, an object with a URL, or a list of them, not nothing.',
        '1:26 - error config-invalid: "services.__proto__.output" in the config file takes a non-empty string (folder), not nothing.',
      ],
    ],
  ])("refuses %j", async (text, expected) => {
    const { said } = await load(temporaryFolder({ "c.json": text }), "c.json");
    expect(said).toEqual(expected.map((line) => `c.json:${line}`));
  });

  it("refuses two services that would write to one folder", async () => {
    const shared = { services: { a: { input: "a.xml", output: "out" }, b: { input: "b.xml", output: "./out/" } } };
    const { said } = await load(temporaryFolder({ "c.json": JSON.stringify(shared) }), "c.json");
    expect(said).toEqual([
      'c.json:1:81 - error config-output-shared: The services "a" and "b" both write to "out"; give each its own folder.',
    ]);
  });
});

it("gives the defaults to services that do not set an option themselves", async () => {
  const config = {
    defaults: { emit: "types", importExtension: "none" },
    services: { a: { input: "a.xml", output: "a" }, b: { input: "b.xml", output: "b", emit: ["client"] } },
  };
  const loaded = await load(temporaryFolder({ "c.json": JSON.stringify(config) }), "c.json");
  expect(loaded.said).toEqual([]);
  expect(loaded.config?.services.map(({ options }) => options)).toEqual([
    { emit: ["types"], importExtension: "none" },
    { emit: ["client"], importExtension: "none" },
  ]);
});

it("points at faults of the defaults", async () => {
  const text =
    '{ "defaults": { "output": "a", "verify": 1 }, "services": { "a": { "input": "a.xml", "output": "a" } } }';
  const { said } = await load(temporaryFolder({ "c.json": text }), "c.json");
  expect(said).toEqual([
    expect.stringMatching(/^c\.json:1:17 - error config-unknown-key: "output"/),
    'c.json:1:42 - error config-invalid: "defaults.verify" in the config file takes true or false, not 1.',
  ]);
});
