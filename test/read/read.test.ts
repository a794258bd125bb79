import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Report } from "../../src/diagnostics/report.js";
import { merge } from "../../src/merge/merge.js";
import { load as loadTexts, read } from "../../src/read/read.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** A document with one schema that refers to others: `{ "b.xml": "ns.b" }` is a reference to b.xml that includes ns.b. */
function document(
  namespace: string,
  references: Readonly<Record<string, string>> = {},
  elements = '<ComplexType Name="T"/>',
): string {
  const lines = Object.entries(references).map(
    ([uri, included]) => `<edmx:Reference Uri="${uri}"><edmx:Include Namespace="${included}"/></edmx:Reference>`,
  );
  return [
    '<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">',
    ...lines,
    `<edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${namespace}">${elements}</Schema></edmx:DataServices></edmx:Edmx>`,
  ].join("\n");
}

async function load(
  inputs: readonly string[],
  cwd: string,
  options: { readonly allowRemote?: readonly string[]; readonly keepSingle?: boolean } = {},
) {
  const report = new Report();
  const sources = new Sources();
  const io = nodeIo(cwd);
  const loaded = await loadTexts({ inputs, ...options }, io, { report, sources });
  const { documents, paths, sources: texts } = await read(loaded, io, options);
  return {
    documents,
    texts,
    names: documents.map(({ source }) => source.name),
    paths,
    model: merge(documents, new Report()),
    said: report.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false })),
  };
}

describe("references", () => {
  it("are loaded from files beside the document, to a fixed point, each file once", async () => {
    const cwd = temporaryFolder({
      "in/a.xml": document("ns.a", { "./parts/b.xml": "ns.b", "c.json": "ns.c" }),
      "in/parts/b.xml": document("ns.b", { "../a.xml": "ns.a", "../c.json": "ns.c", "d%20d.xml?v=1#top": "ns.d" }),
      "in/c.json": JSON.stringify({
        $Version: "4.01",
        $Reference: { "parts/b.xml": { $Include: [{ $Namespace: "ns.b" }] } },
        "ns.c": {},
      }),
      "in/parts/d d.xml": document("ns.d", { "b.xml": "ns.b" }),
    });
    const { names, paths, said, texts } = await load(["in/a.xml"], cwd);
    expect(said).toEqual([]);
    expect(names).toEqual(["in/a.xml", "in/parts/b.xml", "in/c.json", "in/parts/d d.xml"]);
    expect(paths).toEqual(names.map((name) => join(cwd, name)));
    expect(texts).toHaveLength(4);
  });

  it("lead nowhere new when the inputs have the namespace already, wherever its Uri points", async () => {
    const cwd = temporaryFolder({
      "a.xml": document("ns.a", { "http://192.0.2.1/b.xml": "ns.b" }),
      "renamed.xml": document("ns.b", { "a.xml": "ns.a" }),
    });
    const { names, said } = await load(["a.xml", "renamed.xml"], cwd);
    expect(names).toEqual(["a.xml", "renamed.xml"]);
    expect(said).toEqual([]);
  });

  it("to the vocabularies of OASIS and SAP need no loading", async () => {
    const vocabularies = {
      "https://oasis-tcs.github.io/Org.OData.Core.V1.xml": "Org.OData.Core.V1",
      "../../vocabularies/$value": "com.sap.vocabularies.UI.v1",
    };
    expect((await load(["a.xml"], temporaryFolder({ "a.xml": document("ns.a", vocabularies) }))).said).toEqual([]);
  });

  it("that include annotations are followed for those alone", async () => {
    const a = document("ns.a").replace(
      "<edmx:DataServices>",
      '<edmx:Reference Uri="notes.xml"><edmx:IncludeAnnotations TermNamespace="Org.OData.Core.V1"/></edmx:Reference>$&',
    );
    const notes = document(
      "ns.notes",
      {},
      '<Annotations Target="ns.a.T"><Annotation Term="Org.OData.Core.V1.Description" String="from outside"/></Annotations>',
    );
    const { model } = await load(["a.xml"], temporaryFolder({ "a.xml": a, "notes.xml": notes }));
    const [type] = model.schemas.flatMap(({ elements }) => elements);
    expect(type?.annotations?.map(({ value }) => value)).toEqual([
      { kind: "Constant", type: "String", value: "from outside" },
    ]);
  });

  it("that cannot be loaded are a warning each, at the reference, with nothing secret in it", async () => {
    const cwd = temporaryFolder({
      "secret.xml": document("ns.up"),
      "in/a.xml": document("ns.a", {
        "https://192.0.2.1/x.xml?token=abc": "ns.remote",
        "https://user:password@192.0.2.1/x.xml?token=abc": "ns.private",
        "../secret.xml": "ns.up",
        "%2e%2e/secret.xml": "ns.escaped",
        "file://user:password@host/x.xml": "ns.host",
        "ftp://user:password@host/x.xml": "ns.ftp",
        "//192.0.2.1/x.xml": "ns.share",
        "gone.xml": "ns.gone",
        "plain.txt": "ns.text",
        sub: "ns.folder",
        "link.xml": "ns.link",
        "%zz": "ns.broken",
      }),
      "in/plain.txt": "the content of the target",
      "in/sub/x.txt": "",
    });
    symlinkSync(join(cwd, "secret.xml"), join(cwd, "in/link.xml"));
    const { names, said } = await load(["in/a.xml"], cwd);
    expect(names).toEqual(["in/a.xml"]);
    const message = (uri: string, reason: string) =>
      `warning reference-not-loaded: The reference to "${uri}" is not loaded (${reason}); add that document to the inputs if you need its types.`;
    expect(said).toEqual(
      [
        message("https://192.0.2.1/x.xml", 'its host "192.0.2.1" is not allowed, see --allow-remote'),
        message("https://192.0.2.1/x.xml", "URLs with a user name or password are not supported"),
        message("../secret.xml", "it is outside of the input folders"),
        message("file://host/x.xml", "it is not a valid URI"),
        message("ftp://host/x.xml", '"ftp:" is not a supported protocol'),
        message("//192.0.2.1/x.xml", "it has a host but no protocol"),
        message("gone.xml", "the file does not exist"),
        message("plain.txt", "it is not CSDL"),
        message("sub", "it is not a file"),
        message("link.xml", "it is a link to a file outside of the input folders"),
        message("%zz", "it is not a valid URI"),
      ].map((text, index) => `in/a.xml:${index + (index < 3 ? 2 : 3)}:1 - ${text}`),
    );
  });

  it("to a document that does not define what they include are said", async () => {
    const { said } = await load(
      ["a.xml"],
      temporaryFolder({ "a.xml": document("ns.a", { "b.xml": "ns.b.v2" }), "b.xml": document("ns.b") }),
    );
    expect(said).toEqual([
      'a.xml:2:1 - warning reference-lacks-namespace: "b.xml" has no schema "ns.b.v2"; correct the Include or the Uri.',
    ]);
  });

  it("to a broken document make the run fail, with the position there", async () => {
    const { said } = await load(
      ["a.xml"],
      temporaryFolder({ "a.xml": document("ns.a", { "b.xml": "ns.b" }), "b.xml": document("ns.b").slice(0, -12) }),
    );
    expect(said).toEqual([expect.stringMatching(/^b\.xml:1:1 - error xml-malformed/)]);
  });

  it("are fetched from hosts that are allowed, relative ones too; a document from there names no file here", async () => {
    const cwd = temporaryFolder({ "passwords.xml": document("ns.p") });
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end(
        request.url === "/s/b.xml"
          ? document("ns.b", { "c.xml": "ns.c", [`file://${cwd}/passwords.xml`]: "ns.p" })
          : document("ns.c", { "b.xml": "ns.b" }),
      );
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    onTestFinished(() => void server.close());
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has no other kind of address
    const inputs = temporaryFolder({ "a.xml": document("ns.a", { [`http://${host}/s/b.xml#x`]: "ns.b" }) });

    expect((await load(["a.xml"], inputs)).names).toEqual(["a.xml"]);
    expect(asked).toEqual([]);
    const { names, said, paths } = await load(["a.xml"], inputs, { allowRemote: [host] });
    expect(names).toEqual(["a.xml", `http://${host}/s/b.xml`, `http://${host}/s/c.xml`]);
    expect(paths).toEqual([join(inputs, "a.xml")]);
    expect(asked).toEqual(["/s/b.xml", "/s/c.xml"]);
    expect(said).toEqual([expect.stringContaining('"file:" is not a supported protocol')]);
  });

  it("bring the container that the service extends, and not that of another service", async () => {
    const container = (name: string, extended = "") => `<EntityContainer Name="${name}"${extended}/>`;
    const cwd = temporaryFolder({
      "a.xml": document(
        "ns.a",
        { "base.xml": "ns.base", "other.xml": "ns.other" },
        container("Own", ' Extends="ns.base.Base"'),
      ),
      "base.xml": document("ns.base", {}, container("Base")),
      "other.xml": document("ns.other", {}, `${container("Other")}<ComplexType Name="T"/>`),
      "types.xml": document("ns.types", { "other.xml": "ns.other" }),
    });
    const containers = async (input: string) =>
      (await load([input], cwd)).documents
        .flatMap((found) => (found.kind === "csdl" ? found.schemas : []))
        .flatMap(({ elements }) => elements)
        .filter(({ kind }) => kind === "EntityContainer")
        .map(({ name }) => name);
    expect(await containers("a.xml")).toEqual(["ns.a.Own", "ns.base.Base"]);
    expect(await containers("types.xml")).toEqual(["ns.other.Other"]);
  });

  it("of a single document that is wanted as it is are left alone", async () => {
    const cwd = temporaryFolder({
      "a.xml": document("ns.a", { "b.xml": "ns.b", "gone.xml": "ns.gone" }),
      "b.xml": document("ns.b"),
    });
    const { names, said } = await load(["a.xml"], cwd, { keepSingle: true });
    expect(names).toEqual(["a.xml"]);
    expect(said).toEqual([]);
  });
});

describeWithCorpus("hostile references", () => {
  it("s14: two documents that refer to each other are one model, whichever is named", async () => {
    for (const name of ["a", "b"]) {
      const { names, said, model } = await load([`s14-cyclic-reference-${name}.xml`], join(corpus, "hostile"));
      expect(said).toEqual([]);
      expect(names.toSorted()).toEqual(["s14-cyclic-reference-a.xml", "s14-cyclic-reference-b.xml"]);
      expect(model.schemas.flatMap(({ elements }) => elements.map((element) => element.name))).toEqual([
        "h.b.B",
        "h.test.Thing",
        "h.test.Container",
      ]);
    }
  });

  it("s20: no network and no file outside is touched, and each is said", async () => {
    const { names, said } = await load(["s20-reference-ssrf.xml"], join(corpus, "hostile"));
    expect(names).toEqual(["s20-reference-ssrf.xml"]);
    expect(said.map((line) => line.split(";")[0])).toEqual([
      's20-reference-ssrf.xml:2:80 - warning reference-not-loaded: The reference to "http://169.254.169.254/latest/meta-data/" is not loaded (its host "169.254.169.254" is not allowed, see --allow-remote)',
      's20-reference-ssrf.xml:2:189 - warning reference-not-loaded: The reference to "file:///etc/passwd" is not loaded (it is outside of the input folders)',
      's20-reference-ssrf.xml:2:276 - warning reference-not-loaded: The reference to "../../../../../../etc/hostname" is not loaded (it is outside of the input folders)',
    ]);
  });
});
