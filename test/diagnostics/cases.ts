/** For every code that no reader of CSDL reports: the smallest inputs that bring it about, and the place that it names. */
import { appendFileSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Code } from "../../src/diagnostics/catalogue/catalogue.js";
import type { csdlEntries } from "../../src/diagnostics/catalogue/csdl.js";
import { templateCases } from "./template-cases.js";
import { atWorkName } from "../support/lock-owners.js";

export interface Case {
  /** Files of the folder that the tool runs in. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** What no file can be given as. */
  readonly prepare?: (folder: string) => void;
  /** What happens to the folder after the first run. */
  readonly between?: (folder: string) => void;
  /** Arguments; several times, one run after the other. By default the folder `in` is generated into `out`. */
  readonly runs?: readonly (readonly string[])[];
  readonly env?: Readonly<Record<string, string>>;
  /** `path:line:column`, or what else the message is about. */
  readonly place: string;
}

/** A schema whose children start on the second line. */
function schema(children: string, namespace = "n"): string {
  return `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${namespace}">\n${children}</Schema>`;
}

/** A service of a config file, with a lock file that has these names. */
function configured(names: object): Readonly<Record<string, string>> {
  return {
    "odata-codegen.config.json": '{ "services": { "a": { "input": "in", "output": "out" } } }',
    "odata-codegen.lock.json": JSON.stringify({ lockVersion: 1, services: { a: { names } } }),
    "in/a.xml": csdl(entity("E")).files["in/a.xml"],
  };
}

/** A page that is to show what changed since a file of an earlier run. */
function against(earlier: string | Uint8Array, place: string): Case {
  return {
    files: { "in/a.xml": good, "old.html": earlier },
    runs: [["explore", "in", "--against", "old.html", "-o", "page.html"]],
    place,
  };
}

/** The same of OData 2.0. */
function old(children: string, namespace = "n"): string {
  return `<Schema xmlns="http://schemas.microsoft.com/ado/2008/09/edm" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" Namespace="${namespace}">\n${children}</Schema>`;
}

const entity = (name: string, members = "") =>
  `<EntityType Name="${name}"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>${members}</EntityType>`;

/** A property with an annotation, which stands on the third line. */
const property = (annotation: string) =>
  `<ComplexType Name="C"><Property Name="p" Type="Edm.String">\n<Annotation ${annotation}/></Property></ComplexType>`;

/** An entity set with annotations. */
const container = (annotations: string) =>
  `${entity("thing", '<Property Name="a" Type="Edm.String"/>')}<EntityContainer Name="C"><EntitySet Name="things" EntityType="microsoft.graph.thing">${annotations}</EntitySet></EntityContainer>`;

const insertable = (value: boolean) =>
  `<Annotation Term="Org.OData.Capabilities.V1.InsertRestrictions"><Record><PropertyValue Property="Insertable" Bool="${value}"/></Record></Annotation>`;

const csdl = (children: string) => ({ files: { "in/a.xml": schema(children) } });
const graph = (children: string) => ({ files: { "in/a.xml": schema(children, "microsoft.graph") } });

/** A page on a type; what follows starts on the fifth line. */
const resource = (text: string, name = "thing") => `# ${name} resource type\n\nNamespace: microsoft.graph\n\n${text}\n`;
const page = (text: string) => ({ files: { "in/a.md": text } });
const properties = (...rows: readonly string[]) =>
  `## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}\n`;

/** A page on a request; the rows of its body start on the 15th line. */
function api(rows: readonly string[], after = "", path = "POST /things"): string {
  const body = `Supply a JSON representation of the [thing](thing.md) object.\n\n|Property|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}`;
  return `# Create thing\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\n${path}\n\`\`\`\n\n## Request body\n${body}\n\n${after}`;
}

const good = schema('<ComplexType Name="C"/>');
const generate = ["generate", "in", "-o", "out"] as const;
const config = (text: string) => ({
  files: { "odata-codegen.config.json": text, "in/a.xml": good },
  runs: [["generate"]],
});

const suppressions = (text: string, spot: string): Case => ({
  files: { "in/a.xml": good, "known.json": text },
  runs: [["audit", "in", "--suppressions", "known.json"]],
  place: `known.json:${spot}`,
});

/** Answers of a server, see test/sources/remote and test/kept/fetch. */
export type Answer = "remote-login" | "remote-unauthorized" | "remote-untrusted" | "kept-file-foreign";

/** Inputs and services in a repository of git, see test/sources/git.test.ts and test/cli/diff.test.ts. */
export type InGit = "git-revision-unknown" | "git-path-outside" | "git-path-from-root" | "service-new";

type Elsewhere =
  | keyof typeof csdlEntries
  | "verify-failed"
  | "output-unwritable"
  | "transformer-missing"
  | "service-drifted"
  | "service-rewritten"
  | "breaking-change"
  | "service-contradicts"
  | "verify-incomplete"
  | "entity-left"
  | Answer
  | InGit;

/** A service with a remote input, and its copy. */
function remote(input: object, copy?: { readonly sha256: string }): NonNullable<Case["files"]> {
  const url = "http://127.0.0.1:1/$metadata";
  const service = { input: { url, ...input }, output: "out", allowRemote: copy === undefined ? "127.0.0.1:1" : [] };
  const locked = { a: { inputs: { [url]: { file: "schemas/a.xml", ...copy } } } };
  return {
    "odata-codegen.config.json": JSON.stringify({ services: { a: service } }),
    ...(copy !== undefined && {
      "schemas/a.xml": good,
      "odata-codegen.lock.json": JSON.stringify({ lockVersion: 1, services: locked }),
    }),
  };
}

export const cases: Readonly<Record<Exclude<Code, Elsewhere>, Case>> = {
  // config
  "config-not-found": { runs: [["generate", "--config", "none.json"]], place: "none.json" },
  "config-unreadable": {
    files: { "odata-codegen.config.mjs": "throw new Error('no');" },
    runs: [["generate"]],
    place: "odata-codegen.config.mjs",
  },
  "config-malformed": { ...config('{ "services": {\n  "a": } }'), place: "odata-codegen.config.json:2:8" },
  "config-invalid": {
    ...config('{ "services": {\n  "a": { "input": "in", "output": 1 } } }'),
    place: "odata-codegen.config.json:2:35",
  },
  "config-unknown-key": {
    ...config('{ "services": {\n  "a": { "input": "in", "output": "out", "emitt": [] } } }'),
    place: "odata-codegen.config.json:2:42",
  },
  "config-output-nested": {
    ...config(
      '{ "services": {\n  "a": { "input": "in", "output": "out" },\n  "b": { "input": "in", "output": "out/b" } } }',
    ),
    place: "odata-codegen.config.json:3:35",
  },
  "config-output-shared": {
    ...config(
      '{ "services": {\n  "a": { "input": "in", "output": "out" },\n  "b": { "input": "in", "output": "out" } } }',
    ),
    place: "odata-codegen.config.json:3:35",
  },
  "config-file-shared": {
    ...config(
      '{ "services": {\n  "a": { "output": "out", "input": [{ "url": "http://h/a", "file": "a.xml" }, { "url": "http://h/b", "file": "a.xml" }] } } }',
    ),
    place: "odata-codegen.config.json:2:36",
  },
  "lock-file-invalid": {
    files: {
      "odata-codegen.config.json": '{ "services": { "a": { "input": "in", "output": "out" } } }',
      "odata-codegen.lock.json": "<<<<<<< ours",
      "in/a.xml": good,
    },
    runs: [["generate"]],
    place: "odata-codegen.lock.json:1:1",
  },
  "lock-file-outdated": {
    files: configured({ modules: {}, names: {} }),
    runs: [["generate", "--check"]],
    place: "odata-codegen.lock.json",
  },
  // select, and output as JavaScript
  "pattern-malformed": {
    ...csdl(""),
    runs: [[...generate, "--include", "#FETCH"]],
    place: "--include #FETCH",
  },
  "selection-empty": {
    ...csdl('<ComplexType Name="C"/>'),
    runs: [[...generate, "--include", "n.D"]],
    place: "--include n.D",
  },
  "outside-selection": {
    ...csdl(
      `<ComplexType Name="C"/>${property('Term="Org.OData.Validation.V1.Pattern" Int="1"').replace('"C"', '"D"')}`,
    ),
    runs: [[...generate, "--include", "n.C"]],
    place: "<selection>",
  },
  "pattern-unmatched": {
    ...csdl('<ComplexType Name="C"/>'),
    runs: [[...generate, "--include", "n.C", "--include", "n.D"]],
    place: "--include n.D",
  },
  "import-extension-ts": {
    ...csdl('<ComplexType Name="C"/>'),
    runs: [[...generate, "--emit-format", "js", "--import-extension", "ts"]],
    place: "--import-extension ts",
  },
  // vocabularies
  "annotation-value-unfit": {
    ...csdl(property('Term="Org.OData.Validation.V1.Pattern" Int="1"')),
    place: "in/a.xml:3:1",
  },
  "capability-contradicted": {
    ...graph(
      container(
        `${insertable(true)}\n<Annotation Term="Org.OData.Core.V1.Permissions" EnumMember="Org.OData.Core.V1.Permission/Read"/>`,
      ),
    ),
    place: "in/a.xml:3:1",
  },
  "request-restricted": {
    files: { ...graph(container(`\n${insertable(false)}`)).files, "in/a.md": api(["|a|String|x|"]) },
    place: "in/a.xml:3:73",
  },
  "pattern-invalid": {
    ...csdl(property('Term="Org.OData.Validation.V1.Pattern" String="("')),
    place: "in/a.xml:3:1",
  },
  "pattern-unsafe": {
    ...csdl(property('Term="Org.OData.Validation.V1.Pattern" String="^(a+)+$"')),
    place: "in/a.xml:3:1",
  },
  // sources
  "input-not-found": { place: "in" },
  "input-unreadable": {
    prepare: (folder) => symlinkSync("loop.xml", join(folder, "loop.xml")),
    runs: [["generate", "loop.xml", "-o", "out"]],
    place: "loop.xml",
  },
  "not-a-file": { runs: [["generate", "/dev/null", "-o", "out"]], place: "/dev/null" },
  "unknown-kind": { files: { "a.txt": "hello" }, runs: [["generate", "a.txt", "-o", "out"]], place: "a.txt" },
  "nothing-recognized": { files: { "in/a.txt": "hello" }, place: "in" },
  "files-skipped": { files: { "in/a.txt": "hello", "in/b.xml": good }, place: "in" },
  "unsupported-encoding": {
    files: { "in/a.xml": new Uint8Array([0x3c, 0x61, 0x0a, 0x3e, 0xff]) },
    runs: [["generate", "in/a.xml", "-o", "out"]],
    place: "in/a.xml",
  },
  "empty-input": { files: { "a.xml": "" }, runs: [["generate", "a.xml", "-o", "out"]], place: "a.xml" },
  "input-too-large": {
    prepare: (folder) => {
      writeFileSync(join(folder, "a.xml"), "");
      truncateSync(join(folder, "a.xml"), 2 ** 31);
    },
    runs: [["generate", "a.xml", "-o", "out"]],
    place: "a.xml",
  },
  "html-page": {
    files: { a: "<html>\n<title>Log on</title></html>" },
    runs: [["generate", "a", "-o", "out"]],
    place: "a:2:8",
  },
  "service-error": {
    files: { a: '{ "error":\n{ "message": "No service found" } }' },
    runs: [["generate", "a", "-o", "out"]],
    place: "a:2:14",
  },
  "service-document": {
    files: { a: '{\n"d": { "EntitySets": [] } }' },
    runs: [["generate", "a", "-o", "out"]],
    place: "a:2:6",
  },
  "data-not-metadata": {
    files: { a: '{\n"d": { "results": [] } }' },
    runs: [["generate", "a", "-o", "out"]],
    place: "a:2:6",
  },
  "feed-document": { files: { a: "\n<feed/>" }, runs: [["generate", "a", "-o", "out"]], place: "a:2:1" },
  "openapi-document": { files: { a: '\nopenapi: "3.1.0"' }, runs: [["generate", "a", "-o", "out"]], place: "a:2:1" },
  "schema-document": {
    files: { a: '{\n"$schema": "http://json-schema.org/schema#" }' },
    runs: [["generate", "a", "-o", "out"]],
    place: "a:2:12",
  },
  "wsdl-document": {
    files: { a: '\n<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>' },
    runs: [["generate", "a", "-o", "out"]],
    place: "a:2:1",
  },
  "packed-input": {
    files: { a: new Uint8Array([0x1f, 0x8b, 0xff]) },
    runs: [["generate", "a", "-o", "out"]],
    place: "a",
  },
  "binary-input": { files: { a: new Uint8Array([1, 2, 0xff]) }, runs: [["generate", "a", "-o", "out"]], place: "a" },
  "remote-not-allowed": { runs: [["generate", "https://example.org/m", "-o", "out"]], place: "https://example.org/m" },
  "remote-failed": {
    runs: [["generate", "http://127.0.0.1:1/m", "-o", "out", "--allow-remote", "127.0.0.1:1"]],
    place: "http://127.0.0.1:1/m",
  },
  "remote-not-kept": {
    ...config('{ "services": { "a": { "input": "https://example.org/m", "output": "out" } } }'),
    place: "https://example.org/m",
  },
  "kept-file-unsafe": {
    files: remote({ file: "../a.xml" }),
    runs: [["fetch"]],
    place: "http://127.0.0.1:1/$metadata",
  },
  "kept-file-unused": {
    files: {
      ...remote({}, { sha256: "0".repeat(64) }),
      ...config('{ "services": { "a": { "input": "in", "output": "out" } } }').files,
    },
    runs: [["fetch"]],
    place: "schemas/a.xml",
  },
  "nothing-to-fetch": {
    ...config('{ "services": { "a": { "input": "in", "output": "out" } } }'),
    runs: [["fetch"]],
    place: "a",
  },
  "kept-input-edited": { files: remote({}, { sha256: "0".repeat(64) }), runs: [["generate"]], place: "schemas/a.xml" },
  "variable-not-set": {
    files: remote({ headers: { Authorization: "env:TOKEN" } }),
    runs: [["generate"]],
    place: "http://127.0.0.1:1/$metadata",
  },
  "certificate-unreadable": {
    files: remote({ cert: "client.pem" }),
    runs: [["generate"]],
    place: "http://127.0.0.1:1/$metadata",
  },
  "reference-not-loaded": {
    files: { "in/a.xml": reference("none.xml") },
    place: "in/a.xml:2:1",
  },
  "reference-lacks-namespace": {
    files: { "in/a.xml": reference("b.xml"), "in/b.xml": good.replace('"n"', '"o"') },
    place: "in/a.xml:2:1",
  },
  // pages
  "page-front-matter-faulty": {
    ...page(`---\ntitle: a: b\n---\n${resource(properties("|a|String|x|"))}`),
    place: "in/a.md:2:8",
  },
  "page-date-unreadable": {
    ...page(`---\nms.date: 02/30/2024\n---\n${resource(properties("|a|String|x|"))}`),
    place: "in/a.md:2:10",
  },
  "page-namespace-illegal": {
    ...page(resource(properties("|a|String|x|")).replace("microsoft.graph", "../graph")),
    place: "in/a.md:3:12",
  },
  "page-name-illegal": { ...page(resource(properties("|a b|String|x|"))), place: "in/a.md:8:2" },
  "page-names-differ": {
    ...page(
      resource(
        `${properties("|a|String|x|")}\n<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.other" } -->\n\`\`\`json\n{}\n\`\`\``,
      ),
    ),
    place: "in/a.md:10:49",
  },
  "page-type-unreadable": { ...page(resource(properties("|a|../../x|x|"))), place: "in/a.md:8:4" },
  "page-type-vague": { ...page(resource(properties("|a|Json|x|"))), place: "in/a.md:8:4" },
  "page-type-alternatives": { ...page(resource(properties("|a|[b](b.md) or [c](c.md)|x|"))), place: "in/a.md:8:4" },
  "page-row-unreadable": { ...page(resource(properties("|a|"))), place: "in/a.md:8:1" },
  "page-row-too-long": { ...page(resource(properties("|a|String|x|y|"))), place: "in/a.md:8:12" },
  "page-row-cut": {
    ...page(resource(properties("|a|String|x|", "|b|String|th")).trimEnd()),
    place: "in/a.md:9:1",
  },
  "page-row-twice": { ...page(resource(properties("|a|String|x|", "|a|String|x|"))), place: "in/a.md:9:2" },
  "page-number-unreadable": {
    ...page(
      `# kind enum type\n\nNamespace: microsoft.graph\n\n## Members\n|Member|Value|Description|\n|:---|:---|:---|\n|a|one|x|\n`,
    ),
    place: "in/a.md:8:4",
  },
  "page-values-broken": {
    ...page(resource(properties("|a|[b](b.md)|Possible values are: `x`, `y` and %%|"))),
    place: "in/a.md:8:43",
  },
  "page-values-differ": {
    ...page(resource(properties("|a|[b](b.md)|Possible values are: `x`.|", "|c|[b](b.md)|Possible values are: `y`.|"))),
    place: "in/a.md:9:5",
  },
  "page-values-twice": {
    ...page(
      resource(
        `${properties("|a|[b](b.md)|x|")}\n### b values\n|Member|Description|\n|:---|:---|\n|x|y|\n\n### b values\n|Member|Description|\n|:---|:---|\n|z|y|\n`,
      ),
    ),
    place: "in/a.md:15:5",
  },
  "page-values-of-primitive": {
    ...page(resource(`${properties("|a|String|x|")}\n### a values\n|Member|Description|\n|:---|:---|\n|x|y|\n`)),
    place: "in/a.md:11:1",
  },
  "page-table-unknown": {
    ...page(resource(`${properties("|a|String|x|")}\n## Other\n|Colour|Taste|\n|:---|:---|\n|x|y|`)),
    place: "in/a.md:11:1",
  },
  "page-table-unused": {
    ...page(api(["|a|String|x|"], "## Path parameters\n|Name|Description|\n|:---|:---|\n|a|y|")),
    place: "in/a.md:18:1",
  },
  "page-table-nameless": {
    ...page(
      api(["|a|String|x|"])
        .replace("# Create thing", "# Do it")
        .replace(/Supply.*/, "Supply these."),
    ),
    place: "in/a.md:15:2",
  },
  "page-block-unclosed": { ...page(api(["|a|String|x|"]).replace("things\n```", "things")), place: "in/a.md:6:1" },
  "page-metadata-faulty": {
    ...page(
      resource(
        `${properties("|a|String|x|")}\n<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.thing" "a" } -->`,
      ),
    ),
    place: "in/a.md:10:72",
  },
  "page-json-faulty": {
    ...page(api(["|a|String|x|"], '## Example\n```http\nPOST /things\n\n{ "a": "b" "c": "d" }\n```')),
    place: "in/a.md:21:12",
  },
  "page-json-unreadable": {
    ...page(api(["|a|String|x|"], "## Example\n```http\nPOST /things\n\n[[[\n```")),
    place: "in/a.md:21:4",
  },
  "page-example-unreadable": {
    ...page(api(["|a|String|x|"], "## Example\n```http\nhello\n```")),
    place: "in/a.md:19:1",
  },
  "page-request-missing": { ...page(api([], "", "")), place: "in/a.md:1:3" },
  "page-request-unreadable": { ...page(api(["|a|String|x|"], "", "POST /things\nhello")), place: "in/a.md:8:1" },
  "page-include-missing": {
    ...page(api(["|a|String|x|"], "## Permissions\n[!INCLUDE [permissions-table](../includes/a.md)]")),
    place: "in/a.md:18:1",
  },
  "page-scope-unreadable": {
    ...page(
      api(
        ["|a|String|x|"],
        "## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|See the (other) page|",
      ),
    ),
    place: "in/a.md:20:14",
  },
  "page-scope-spaced": {
    ...page(
      api(
        ["|a|String|x|"],
        "## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|Thing ReadWrite.All|",
      ),
    ),
    place: "in/a.md:20:14",
  },
  "page-scopes-ambiguous": {
    ...page(
      api(
        ["|a|String|x|"],
        "## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|A.Read, B.Read and C.Read|",
      ),
    ),
    place: "in/a.md:20:2",
  },
  "page-permissions-several": {
    ...page(
      api(
        ["|a|String|x|"],
        "## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|A.Read|\n\nOr:\n\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|B.Read|",
      ),
    ),
    place: "in/a.md:24:1",
  },
  "page-says-nothing": {
    files: { "in/a.md": "# About things\n\nNamespace: microsoft.graph\n\n## Properties\nNone.\n", "in/b.xml": good },
    place: "in/a.md:1:3",
  },
  "page-plain-text": {
    files: {
      "in/a.txt":
        "thing resource type\nNamespace: microsoft.graph\n\nProperties\nProperty\tType\tDescription\na\tString\tThe a.\n",
    },
    place: "in/a.txt:1:1",
  },
  // merge
  "duplicate-element": {
    files: { "in/a.xml": good, "in/b.xml": good.replace("<ComplexType", '<ComplexType Abstract="true"') },
    place: "in/a.xml:2:1",
  },
  "element-repeated": { files: { "in/a.xml": good, "in/b.xml": good }, place: "in/b.xml:2:1" },
  "cyclic-base": {
    ...csdl('<ComplexType Name="A" BaseType="n.B"/>\n<ComplexType Name="B" BaseType="n.A"/>'),
    place: "in/a.xml:2:1",
  },
  "base-chain-too-long": {
    ...csdl(
      Array.from({ length: 102 }, (_, i) => `<ComplexType Name="T${i}" BaseType="n.T${i - 1}"/>\n`)
        .join("")
        .replace(' BaseType="n.T-1"', ""),
    ),
    place: "in/a.xml:103:1",
  },
  "key-conflict": {
    ...csdl(
      `${entity("A")}\n<EntityType Name="B" BaseType="n.A"><Key><PropertyRef Name="x"/></Key><Property Name="x" Type="Edm.Int32" Nullable="false"/></EntityType>`,
    ),
    place: "in/a.xml:3:1",
  },
  "key-repeated": {
    ...csdl(`${entity("A")}\n<EntityType Name="B" BaseType="n.A"><Key><PropertyRef Name="id"/></Key></EntityType>`),
    place: "in/a.xml:3:1",
  },
  "mixed-protocols": {
    files: { "in/a.xml": schema('<EntityContainer Name="A"/>'), "in/b.xml": old('<EntityContainer Name="B"/>', "o") },
    place: "in/b.xml:2:1",
  },
  "container-not-default": {
    files: {
      "in/a.xml": old('<EntityContainer Name="A"/>\n<EntityContainer Name="B" m:IsDefaultEntityContainer="true"/>'),
    },
    place: "in/a.xml:2:1",
  },
  "several-containers": { ...csdl('<EntityContainer Name="A"/>\n<EntityContainer Name="B"/>'), place: "in/a.xml:3:1" },
  "container-not-found": {
    ...csdl('<EntityContainer Name="A"/>'),
    runs: [[...generate, "--container", "B"]],
    place: "--container B",
  },
  "untyped-not-found": {
    ...csdl('<ComplexType Name="Jsno"/>'),
    runs: [[...generate, "--untyped", "n.Json"]],
    place: "--untyped n.Json",
  },
  "untyped-not-empty": {
    ...csdl('<ComplexType Name="Json"><Property Name="p" Type="Edm.String"/></ComplexType>'),
    runs: [[...generate, "--untyped", "n.Json"]],
    place: "--untyped n.Json",
  },
  "unresolved-type": {
    ...csdl('<ComplexType Name="A">\n<Property Name="p" Type="n.B"/></ComplexType>'),
    place: "in/a.xml:3:1",
  },
  "type-not-loaded": {
    files: {
      "in/a.xml": reference("none.xml", '<ComplexType Name="A">\n<Property Name="p" Type="n.B"/></ComplexType>'),
    },
    place: "in/a.xml:5:1",
  },
  "base-not-loaded": {
    files: { "in/a.xml": reference("none.xml", '<ComplexType Name="A" BaseType="n.B"/>') },
    place: "in/a.xml:4:1",
  },
  "type-not-described": { ...page(resource(properties("|a|[b](b.md)|x|"))), place: "in/a.md:8:2" },
  "type-from-examples": {
    ...page(
      api(
        ["|a|[b](b.md)|x|"],
        '## Example\n```http\nPOST /things\n\n{ "a": { "@odata.type": "microsoft.graph.b", "c": 1 } }\n```',
      ),
    ),
    place: "in/a.md:21:26",
  },
  "kind-differs": {
    files: {
      "in/a.md": resource(properties("|a|String|x|")),
      "in/b.xml": schema('<EnumType Name="thing"/>', "microsoft.graph"),
    },
    place: "in/a.md:1:3",
  },
  "type-differs": {
    files: {
      "in/a.md": resource(properties("|a|String|x|")),
      "in/b.xml": schema(
        '<ComplexType Name="thing"><Property Name="a" Type="Edm.Int32"/></ComplexType>',
        "microsoft.graph",
      ),
    },
    place: "in/a.md:8:2",
  },
  "pages-of-two-versions": {
    files: {
      "in/beta/a.md": resource(properties("|a|String|x|")),
      "in/v1.0/a.md": resource(properties("|a|String|x|")),
    },
    place: "in/beta/a.md:1:1",
  },
  "declared-on-derived": {
    files: {
      "in/a.md": resource(properties("|name|String|x|")),
      "in/b.xml": schema(
        '<ComplexType Name="thing"/><ComplexType Name="special" BaseType="microsoft.graph.thing"><Property Name="name" Type="Edm.String"/></ComplexType>',
        "microsoft.graph",
      ),
    },
    place: "in/a.md:8:2",
  },
  "property-without-row": {
    files: {
      "in/a.md": resource(properties("|name|String|x|")),
      "in/b.md": api(["|name|String|x|", "|nmae|String|x|"]),
    },
    place: "in/b.md:16:2",
  },
  "row-of-one": {
    files: {
      "in/a.md": resource(properties("|id|String|x|", "|parts|[part](part.md)|x|")),
      "in/b.md": api(["|id|String|x|"], "", "POST /things/{id}/parts/{id}/open"),
      "in/c.md": api(["|id|String|x|"]),
    },
    place: "in/a.md:9:2",
  },
  "letter-case-differs": {
    files: {
      "in/a.md": resource(properties("|Name|String|x|")),
      "in/b.xml": schema(
        '<ComplexType Name="thing"><Property Name="name" Type="Edm.String"/></ComplexType>',
        "microsoft.graph",
      ),
    },
    place: "in/a.md:8:2",
  },
  "base-differs": {
    files: {
      "in/a.md": resource(`Inherits from [other](other.md).\n\n${properties("|a|String|x|")}`),
      "in/b.xml": schema(
        '<ComplexType Name="base"/><ComplexType Name="other"/><ComplexType Name="thing" BaseType="microsoft.graph.base"><Property Name="a" Type="Edm.String"/></ComplexType>',
        "microsoft.graph",
      ),
    },
    place: "in/a.md:1:3",
  },
  "enum-lists-nested": {
    files: {
      "in/a.md": resource(properties("|a|[b](b.md)|Possible values are: `x`.|")),
      "in/b.md": resource(properties("|a|[b](b.md)|Possible values are: `x`, `y`.|"), "thong"),
    },
    place: "in/b.md:8:5",
  },
  "enum-lists-differ": {
    files: {
      "in/a.md": resource(properties("|a|[b](b.md)|Possible values are: `x`.|")),
      "in/b.md": resource(properties("|a|[b](b.md)|Possible values are: `y`.|"), "thong"),
    },
    place: "in/b.md:8:5",
  },
  "key-added": { ...page(api(["|a|String|x|"])), place: "in/a.md:15:2" },
  "path-type-guessed": { ...page(api(["|a|String|x|"], "", "POST /others/{id}/things")), place: "in/a.md:7:1" },
  "path-unresolved": {
    files: {
      "in/a.md": api(["|a|String|x|"], "", "POST /nowhere/{id}/things"),
      "in/b.xml": schema(
        `${entity("thing")}<EntityContainer Name="C"><EntitySet Name="things" EntityType="microsoft.graph.thing"/></EntityContainer>`,
        "microsoft.graph",
      ),
    },
    place: "in/a.md:7:1",
  },
  "target-unresolved": {
    ...csdl(
      '<ComplexType Name="A"/>\n<Annotations Target="n.B"><Annotation Term="Core.Description" String="x"/></Annotations>',
    ),
    place: "in/a.xml:3:1",
  },
  // views
  "name-taken": { ...csdl('<ComplexType Name="a"/>\n<ComplexType Name="A"/>'), place: "in/a.xml:2:1" },
  "locked-name-refused": {
    files: configured({ modules: {}, names: { "n.E": "Page" } }),
    runs: [["generate"]],
    place: "in/a.xml:2:1",
  },
  "name-taken-by-rule": {
    ...csdl('<ComplexType Name="C"/>\n<ComplexType Name="D"/>'),
    runs: [[...generate, "--names", "n.D=C"]],
    place: "in/a.xml:2:1",
  },
  "name-rule-refused": {
    ...csdl('<ComplexType Name="C"/>\n<ComplexType Name="D"/>'),
    runs: [[...generate, "--names", "n.D=Page"]],
    place: "in/a.xml:3:1",
  },
  "name-rule-unmatched": {
    ...csdl('<ComplexType Name="C"/>'),
    runs: [[...generate, "--names", "n.B=Person"]],
    place: "--names n.B",
  },
  "type-mapping-unmatched": {
    ...csdl('<ComplexType Name="C"/>'),
    runs: [[...generate, "--type-mapping", "Edm.Gid=branded"]],
    place: "--type-mapping Edm.Gid",
  },
  "type-mapping-unfit": {
    files: {
      "in/a.xml": csdl('<ComplexType Name="C"/>').files["in/a.xml"] ?? "",
      "own.ts": "export type Own = Date;",
    },
    runs: [[...generate, "--emit", "types", "--verify", "--type-mapping", "Edm.Date=./own.ts#Own"]],
    place: "out/mapped.ts:6:41",
  },
  "segment-renamed": {
    ...csdl(`${entity("E")}\n<Action Name="get" IsBound="true"><Parameter Name="on" Type="n.E"/></Action>`),
    place: "in/a.xml:3:1",
  },
  "base-url-invalid": {
    ...csdl(entity("E")),
    runs: [["generate", "in", "-o", "out", "--base-url", "https://user:secret@host/service"]],
    place: "baseUrl",
  },
  "literal-ambiguous": {
    ...csdl(
      `${entity("E")}${["Edm.Guid", "Edm.String"].map((type, index) => `\n<Function Name="f" IsBound="true"><Parameter Name="on" Type="${index === 0 ? "n.E" : "Collection(n.E)"}"/>\n<Parameter Name="p" Type="${type}"/><ReturnType Type="Edm.String"/></Function>`).join("")}`,
    ),
    place: "in/a.xml:6:1",
  },
  "example-unsound": {
    ...page(api(["|a|String|x|"], '## Example\n```http\nPOST /things\n\n{ "a": 1 }\n```')),
    runs: [["generate", "in", "-o", "out", "--emit", "examples"]],
    place: "in/a.md:21:4",
  },
  "example-wrapped": {
    ...page(
      api(
        ["|a|String|x|"],
        '## Example\n```http\nPOST /things\n```\n```http\nHTTP/1.1 201 Created\n\n{ "value": { "id": "1" } }\n```',
      ),
    ),
    runs: [["generate", "in", "-o", "out", "--emit", "examples"]],
    place: "in/a.md:24:1",
  },
  // output
  "output-refused": { files: { "in/a.xml": good }, runs: [["generate", "in", "-o", "."]], place: "." },
  "output-in-input": { files: { "in/a.xml": good }, runs: [["generate", "in", "-o", "in/out"]], place: "in/out" },
  "output-matches-input": {
    files: { "in/a.xml": good },
    runs: [["generate", "**/*", "-o", "out"]],
    place: "out",
  },
  "output-is-link": {
    files: { "in/a.xml": good },
    prepare: (folder) => {
      mkdirSync(join(folder, "real"));
      symlinkSync("real", join(folder, "out"));
    },
    place: "out",
  },
  "output-not-ours": { files: { "in/a.xml": good, "out/types.ts": "mine" }, place: "out/types.ts" },
  "output-modified": {
    files: { "in/a.xml": good },
    runs: [generate, generate],
    between: (folder) => appendFileSync(join(folder, "out/types.ts"), "// mine"),
    place: "out/types.ts",
  },
  "output-unlisted": {
    files: { "in/a.xml": good },
    runs: [generate, [...generate, "--runtime", "package", "--import-extension", "ts"]],
    between: (folder) => rmSync(join(folder, "out/.odata-codegen.json")),
    place: "out",
  },
  "output-absent": { files: { "in/a.xml": good }, runs: [[...generate, "--check"]], place: "out" },
  "output-in-the-way": { files: { "in/a.xml": good, "out/types.ts/mine": "mine" }, place: "out/types.ts" },
  "output-manifest-invalid": {
    files: { "in/a.xml": good, "out/.odata-codegen.json": "{" },
    place: "out/.odata-codegen.json",
  },
  "output-path-unsafe": {
    files: { "in/a.xml": good, "in/b.xml": schema('<ComplexType Name="C"/>', "漢".repeat(100)) },
    place: `out/client/${"漢".repeat(100)}.ts`,
  },
  "output-locked": {
    // The process that runs the tests is at work.
    files: { "in/a.xml": good, [`out/.odata-codegen.lock/${atWorkName}`]: "" },
    place: "out/.odata-codegen.lock",
  },
  "runtime-undeclared": {
    files: { "in/a.xml": good, "package.json": "{}" },
    runs: [[...generate, "--runtime", "package"]],
    place: "package.json",
  },
  "runtime-version": {
    files: { "in/a.xml": good, "package.json": '{ "dependencies": { "@odata-codegen/runtime": "^99.0.0" } }' },
    runs: [[...generate, "--runtime", "package"]],
    place: "package.json",
  },
  "output-unfinished": {
    files: { "in/a.xml": good, "out/.odata-codegen.lock/mine": "", "out/.odata-codegen.staged/journal.json": "{}" },
    place: "out",
  },
  "output-journal-invalid": {
    files: { "in/a.xml": good, "out/.odata-codegen.staged/journal.json": "{}" },
    place: "out/.odata-codegen.staged",
  },
  "output-unreadable": {
    files: { "in/a.xml": good },
    runs: [["generate", "in", "-o", "o".repeat(300)]],
    place: "o".repeat(300),
  },
  "output-outdated": {
    files: { "in/a.xml": good },
    runs: [generate, [...generate, "--check"]],
    between: (folder) => rmSync(join(folder, "out/types.ts")),
    place: "out/types.ts",
  },
  "output-is-input": {
    files: { "a.xml": good },
    runs: [["convert", "a.xml", "--to", "csdl-xml", "-o", "a.xml"]],
    place: "a.xml",
  },
  "output-other": {
    files: { "in/a.xml": good, "page.html": "<p>mine</p>" },
    runs: [["explore", "in", "-o", "page.html"]],
    place: "page.html",
  },
  // cli
  "usage-no-command": { runs: [[]], place: "<command line>" },
  "usage-unknown-command": { runs: [["generat"]], place: "<command line>" },
  "usage-unknown-option": { runs: [["generate", "--outptu", "b"]], place: "<command line>" },
  "usage-option-value": { runs: [["generate", "in", "-o"]], place: "<command line>" },
  "usage-option-twice": { runs: [["generate", "in", "-o", "a", "-o", "b"]], place: "<command line>" },
  "usage-refused": { runs: [["completion", "bash"]], place: "<command line>" },
  "usage-no-output": { runs: [["generate", "in"]], place: "<command line>" },
  "usage-unknown-service": {
    ...config('{ "services": { "people": { "input": "in", "output": "a" } } }'),
    runs: [["generate", "peple"]],
    place: "<command line>",
  },
  "checks-failed": { ...config("{"), runs: [["doctor"]], place: "<command line>" },
  "usage-no-services": { runs: [["fetch", "https://host.example/$metadata"]], place: "<command line>" },
  "on-done-failed": {
    ...csdl(entity("E")),
    runs: [["generate", "in", "-o", "out", "--on-done", "exit 3; #"]],
    place: "onDone",
  },
  "usage-init-option": { runs: [["init", "--header", "a=env:B"]], place: "<command line>" },
  "init-nothing-found": { runs: [["init"]], place: "." },
  "init-config-is-code": {
    files: {
      "odata-codegen.config.mjs": 'export default { services: { a: { input: "a.xml", output: "a" } } };',
      "in/b.xml": schema(entity("E")),
    },
    runs: [["init", "in/b.xml"]],
    place: "odata-codegen.config.mjs",
  },
  "usage-excluded": { runs: [["generate", "in", "-o", "out", "--watch", "--check"]], place: "<command line>" },
  "usage-no-inputs": { runs: [["generate"]], place: "<command line>" },
  "usage-no-page": { runs: [["explore", "in"]], place: "<command line>" },
  "model-data-format": against('{ "format": "odata-codegen-model/2" }', "old.html:1:1"),
  "model-data-damaged": against('{ "format": "odata-codegen-model/1" }', "old.html:1:1"),
  "model-data-unreadable": against(
    new Uint8Array([...Buffer.from('{ "format": "odata-codegen-model/1", "title": "'), 0xff]),
    "old.html",
  ),
  "page-not-opened": {
    files: { "in/a.xml": good },
    runs: [["explore", "in", "-o", "page.html", "--open"]],
    env: { PATH: "/nowhere" },
    place: "page.html",
  },
  "usage-inputs-and-config": { runs: [["generate", "in", "-o", "out", "--config", "c.json"]], place: "<command line>" },
  "usage-several-services": {
    ...config('{ "services": { "a": { "input": "in", "output": "a" }, "b": { "input": "in", "output": "b" } } }'),
    runs: [["convert", "--to", "csdl-json"]],
    place: "<command line>",
  },
  "usage-no-name": { runs: [["explain"]], place: "<command line>" },
  "usage-no-url": { runs: [["verify-service", "https://host.example/service?client=1"]], place: "<command line>" },
  "usage-no-operation": { runs: [["permissions"]], place: "<command line>" },
  "usage-from-and-in": {
    runs: [["permissions", "GET /a", "--in", "in", "--from", "a.json"]],
    place: "<command line>",
  },
  "operation-unmatched": {
    ...page(api(["|a|String|x|"])),
    runs: [["permissions", "GET /a", "--in", "in"]],
    place: "operation GET /a",
  },
  "requests-undocumented": {
    files: { "in/a.xml": good },
    runs: [["permissions", "GET /a", "--in", "in"]],
    place: "<inputs>",
  },
  "audit-without-pages": { files: { "in/a.xml": good }, runs: [["audit", "in"]], place: "<inputs>" },
  "operations-malformed": {
    files: { "a.json": '{ "format":\n  }' },
    runs: [["permissions", "GET /a", "--from", "a.json"]],
    place: "a.json:2:3",
  },
  "operations-invalid": {
    files: { "a.json": '{ "format": "odata-codegen-operations/2",\n  "requests": 1 }' },
    runs: [["permissions", "GET /a", "--from", "a.json"]],
    place: "a.json:2:15",
  },
  "mock-data-invalid": {
    files: { "a.xml": good, "data/As.json": "[" },
    runs: [["mock", "a.xml", "--data", "data"]],
    place: "data/As.json",
  },
  "mock-port-unusable": {
    files: { "a.xml": good },
    runs: [["mock", "a.xml", "--port", "99999"]],
    place: "--port 99999",
  },
  "usage-since-inputs": {
    files: { "a.xml": good },
    runs: [["diff", "a.xml", "a.xml", "--since", "main"]],
    place: "<command line>",
  },
  "usage-stdin-twice": { runs: [["diff", "-", "-"]], place: "<command line>" },
  "git-input-invalid": { files: { "a.xml": good }, runs: [["diff", "git:a.xml", "a.xml"]], place: "git:a.xml" },
  "git-failed": { files: { "a.xml": good }, runs: [["diff", "git:main:a.xml", "a.xml"]], place: "git:main:a.xml" },
  "changes-found": {
    files: { "a.xml": good, "b.xml": schema("") },
    runs: [["diff", "a.xml", "b.xml", "--fail-on", "breaking"]],
    place: "b.xml",
  },
  "service-not-remote": {
    files: {
      "in/a.xml": good,
      "odata-codegen.config.json": '{ "services": { "a": { "input": "in", "output": "out" } } }',
    },
    runs: [["drift"]],
    place: "a",
  },
  "usage-no-suppressions": {
    files: { "in/a.xml": good },
    runs: [["audit", "in", "--update-suppressions"]],
    place: "<command line>",
  },
  "usage-unknown-cause": {
    files: { "in/a.xml": good },
    runs: [["audit", "in", "--causes", "type-unkown"]],
    place: "<command line>",
  },
  "suppressions-unreadable": {
    files: { "in/a.xml": good },
    runs: [["audit", "in", "--suppressions", "none.json"]],
    place: "none.json",
  },
  "suppressions-malformed": suppressions('{ "suppressions": [\n  { "cause" } ] }', "2:13"),
  "suppression-unknown-key": suppressions(
    '{ "suppressions": [\n  { "cause": "type-vague", "reason": "x", "file": "a" } ] }',
    "2:43",
  ),
  "suppression-invalid": suppressions('{ "suppressions": [\n  { "cause": "type-unknown", "reason": 1 } ] }', "2:40"),
  "suppression-unused": suppressions('{ "suppressions": [\n  { "cause": "type-vague", "reason": "x" } ] }', "2:3"),
  "too-many-warnings": {
    ...page(resource(properties("|a|Json|x|"))),
    runs: [[...generate, "--max-warnings", "0"]],
    place: "<command line>",
  },
  "name-not-found": { files: { "in/a.xml": good }, runs: [["explain", "n.D", "in"]], place: "<command line>" },
  "name-ambiguous": {
    files: { "in/a.xml": good, "in/b.xml": good.replace('"n"', '"o"') },
    runs: [["explain", "C", "in"]],
    place: "<command line>",
  },
  "alias-taken": {
    files: { "in/a.xml": good.replace('"n"', '"n" Alias="A"'), "in/b.xml": good.replace('"n"', '"o" Alias="A"') },
    runs: [["convert", "in", "--to", "csdl-json"]],
    place: "in/b.xml:1:1",
  },
  "csdl-rule-broken": {
    files: {
      "in/a.xml": schema(`${entity("E")}\n<ComplexType Name="C"><Property Name="p" Type="n.E"/></ComplexType>`),
      "in/b.xml": schema("", "o"),
    },
    runs: [["convert", "in", "--to", "csdl-json"]],
    place: "in/a.xml:3:23",
  },
  "protocol-lost": {
    files: { "in/a.xml": old('<ComplexType Name="C"/>') },
    runs: [["convert", "in", "--to", "csdl-json"]],
    place: "in/a.xml:2:1",
  },
  "json-name-taken": {
    ...csdl('<ComplexType Name="f"/>\n<Function Name="f"><ReturnType Type="n.f"/></Function>'),
    runs: [["convert", "in", "--to", "csdl-json"]],
    place: "in/a.xml:3:1",
  },
  "json-kinds-mixed": {
    ...csdl('<Action Name="f"/>\n<Function Name="f"><ReturnType Type="Edm.Int32"/></Function>'),
    runs: [["convert", "in", "--to", "csdl-json"]],
    place: "in/a.xml:2:1",
  },
  ...templateCases,
};

/** A document that includes the namespace `n` of another one. */
function reference(uri: string, children = ""): string {
  const own = children === "" ? '<ComplexType Name="A"/>' : children;
  return `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">\n<edmx:Reference Uri="${uri}"><edmx:Include Namespace="n"/></edmx:Reference><edmx:DataServices>\n${schema(own, "m")}</edmx:DataServices></edmx:Edmx>`;
}
