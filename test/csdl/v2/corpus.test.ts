import { beforeAll, expect, it } from "vitest";
import { Sources } from "../../../src/diagnostics/position.js";
import { Report } from "../../../src/diagnostics/report.js";
import { isBefore4 } from "../../../src/edm/document.js";
import { merge } from "../../../src/merge/merge.js";
import { isCsdlXml } from "../../../src/csdl/recognize.js";
import type { XmlElement } from "../../../src/csdl/xml/tree/xml-element.js";
import { readXml } from "../../../src/csdl/xml/tree/xml-tree.js";
import { describeWithCorpus } from "../../support/corpus.js";
import { type Outcome, readXmlText } from "../reading.js";
import { type OldFile, oldFiles } from "./old-files.js";

interface ReadFile extends OldFile {
  readonly outcome: Outcome;
}

/** Files that break a rule, by the end of their path: the rule, and the code of error that says so. */
const faulty: Readonly<Record<string, Fault>> = {
  "v2/API_TEST_SRV/API_TEST_SRV.edmx": {
    rule: "A property is of a primitive type of MC-CSDL (EDMSimpleType); Edm.SomethingTheSDKDoesNotSupport is none.",
    code: "unknown-edm-type",
    others: ["unresolved-type"],
  },
  "v4/API_TEST_SRV/API_TEST_SRV.edmx": {
    rule: "It says that it is of version 4.0, which has no Edm.Float (CSDL 4.01 §3.3), and breaks further rules of 4.0.",
    code: "unknown-edm-type",
    others: ["illegal-enum-value", "missing-element", "unqualified-name", "unresolved-type"],
  },
  "odata-v4-generator/src/test/resources/oDataGeneratorIntegrationTest/testService/input/test_service.edmx": {
    rule: "It says that it is of version 4.0, in which a function has a return type (CSDL 4.01 §12.3).",
    code: "missing-element",
  },
  "input/semantically-incorrect-metadata.edmx": {
    rule: "An end of an association is of an entity type that a schema declares (MC-CSDL, Association End).",
    code: "unresolved-type",
  },
  "faulty-edmx/test-service.edmx": {
    rule: "A property is of a type that a schema declares (MC-CSDL, Property).",
    code: "unresolved-type",
  },
  "Resources/Northwind3.xml": {
    rule: "An entity set is of an entity type that a schema declares (MC-CSDL, EntitySet).",
    code: "unresolved-type",
  },
};

interface Fault {
  readonly rule: string;
  readonly code: string;
  readonly others?: readonly string[];
}

/** What is read and leaves nothing behind, since it concerns Atom, databases, or the code of one client. */
const ignored = new Set([
  "@CollectionKind",
  "@Collation",
  "@FixedLength",
  "@m:FC_ContentKind",
  "@m:FC_KeepInContent",
  "@m:FC_NsPrefix",
  "@m:FC_NsUri",
  "@m:FC_TargetPath",
  "@m:IsAlwaysBindable",
  "@m:MaxDataServiceVersion",
  "@other:LazyLoadingEnabled",
  "@other:UseStrongSpatialTypes",
  "Designer",
  "Mappings",
  "StorageModels",
  "other:link",
  "Using",
]);

const prefixes: readonly (readonly [RegExp, string])[] = [
  [/\/edmx?$/, ""],
  [/\/dataservices\/metadata$/, "m:"],
  [/sap\.com/, "sap:"],
  [/XML\/1998\/namespace$/, "xml:"],
];

/** `Association`, `@m:HttpMethod`, `@sap:label`: how constructs are counted. */
function nameOf({ name, namespace }: { readonly name: string; readonly namespace: string }): string {
  const prefix = namespace === "" ? "" : (prefixes.find(([pattern]) => pattern.test(namespace))?.[1] ?? "other:");
  return `${prefix}${name}`;
}

/** The names of the elements and attributes of an old document, but for those of OData 4 inside it. */
function constructsIn(element: XmlElement, found: Set<string>): Set<string> {
  if (!element.namespace.includes("oasis-open")) {
    found.add(nameOf(element));
    for (const attribute of element.attributes) found.add(`@${nameOf(attribute)}`);
  } else found.add(`OData 4: ${element.name}`);
  if (!ignored.has(nameOf(element))) for (const child of element.children) constructsIn(child, found);
  return found;
}

describeWithCorpus("real documents of OData 2.0 and 3.0", () => {
  let files: readonly ReadFile[] = [];
  beforeAll(() => {
    files = oldFiles().map((file) => {
      const outcome = readXmlText(file.text, file.path);
      if (outcome.document !== undefined) merge([outcome.document], outcome.report);
      return { ...file, outcome };
    });
  }, 120_000);

  const errorsOf = ({ outcome }: ReadFile) => [
    ...new Set<string>(
      outcome.report.diagnostics.flatMap(({ severity, code }) => (severity === "error" ? [code] : [])),
    ),
  ];

  it("are recognized", () => {
    expect(files.filter(({ text }) => !isCsdlXml(text)).map(({ path }) => path)).toEqual([]);
  });

  it("are read and merged with no error, but for six that break a rule", () => {
    const failed = files.filter((file) => errorsOf(file).length > 0);
    const listed = Object.entries(faulty).map(([path, { code, others = [] }]) => [path, [code, ...others]]);
    const found = failed.map((file) => [
      Object.keys(faulty).find((path) => file.path.endsWith(path)) ?? file.path,
      errorsOf(file),
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
    expect(found).toHaveLength(6);
    const byFolder = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`)).length;
    expect(["csdl", "csdl-v2", "csdl-real"].map(byFolder)).toEqual([81, 129, 4]);
  });

  it("are of OData 2.0, or of 3.0 where they have a part of it", () => {
    const counts = { "2.0": 0, "3.0": 0, "4.0": 0, none: 0 };
    for (const { outcome } of files) {
      const version = outcome.document?.version;
      counts[version !== undefined && version !== "4.01" ? version : "none"] += 1;
    }
    expect(counts).toEqual({ "2.0": 188, "3.0": 23, "4.0": 3, none: 0 });
  });

  it("have constructs that are read, and some that are ignored", () => {
    const counts = new Map<string, number>();
    for (const { text, path, outcome } of files) {
      if (outcome.document === undefined || !isBefore4(outcome.document.version)) continue;
      const root = readXml(new Sources().add(path, text), new Report());
      if (root === undefined) throw new Error(`${path} is not well-formed`);
      for (const name of constructsIn(root, new Set())) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const isIgnored = (name: string) => ignored.has(name);
    const print = (names: readonly string[]) => names.map((name) => `${name} ${counts.get(name)}`).join(", ");
    const names = [...counts.keys()].sort();
    const asAnnotations = names.filter((name) => name.startsWith("@sap:"));
    process.stdout
      .write(`Documents with constructs that are read: ${print(names.filter((name) => !isIgnored(name) && !asAnnotations.includes(name)))}
Documents with attributes of SAP: ${print(asAnnotations)}
Documents with constructs that are ignored: ${print(names.filter(isIgnored))}\n`);
    const some = ["Association", "FunctionImport", "OnDelete", "Documentation", "@m:HasStream", "@m:FC_TargetPath"];
    expect(some.map((name) => [name, counts.get(name)])).toEqual([
      ["Association", 165],
      ["FunctionImport", 98],
      ["OnDelete", 29],
      ["Documentation", 7],
      ["@m:HasStream", 27],
      ["@m:FC_TargetPath", 14],
    ]);
    expect([counts.get("OData 4: Reference"), counts.get("OData 4: Annotations")]).toEqual([149, 154]);
  });

  it("have as many elements of CSDL 4.01 as they have of their own", () => {
    const totals = { navigationProperties: 0, operations: 0, constraints: 0, bindings: 0 };
    const written = { navigationProperties: 0, operations: 0 };
    for (const { outcome, text } of files) {
      if (outcome.document === undefined || !isBefore4(outcome.document.version)) continue;
      const markup = text.replaceAll(/<!--[^]*?-->/g, "");
      written.navigationProperties += markup.match(/<(?:\w+:)?NavigationProperty\s/g)?.length ?? 0;
      written.operations += markup.match(/<(?:\w+:)?FunctionImport\s/g)?.length ?? 0;
      for (const element of outcome.document.schemas.flatMap(({ elements }) => elements)) {
        if ("navigationProperties" in element) {
          totals.navigationProperties += element.navigationProperties.length;
          totals.constraints += element.navigationProperties.filter((one) => one.referentialConstraints).length;
        }
        if (element.kind === "Action" || element.kind === "Function") totals.operations += 1;
        if (element.kind === "EntityContainer")
          for (const child of element.children)
            if (child.kind === "EntitySet") totals.bindings += child.navigationPropertyBindings.length;
      }
    }
    expect(totals).toMatchObject(written);
    expect(totals).toEqual({ navigationProperties: 1763, operations: 741, constraints: 590, bindings: 1745 });
  });
});
