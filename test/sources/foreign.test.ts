import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { load } from "../../src/read/read.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** What is said of a file with a text or bytes. */
async function saidOf(content: string | Uint8Array): Promise<readonly string[]> {
  const [report, sources] = [new Report(), new Sources()];
  await load({ inputs: ["in"] }, nodeIo(temporaryFolder({ in: content })), { report, sources });
  return report.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false }));
}

const metadata = "https://host.example/home/$metadata";

it("a long text is named by its beginning", async () => {
  const said = await saidOf(`{ "openapi": "3.1.0", "info": "${"x".repeat(5 * 1024 * 1024)}" }`);
  expect(said).toEqual([expect.stringContaining("in:1:14 - error openapi")]);
});

describe("a text that is not metadata is named as what it is:", () => {
  it.each([
    [
      "a login page",
      '<!DOCTYPE html>\n<html><head><title>\n  Anmelden &ndash; Kunde &amp; Co</title></head><form method="post"><input type="password"></form>',
      'in:3:3 - error html-page: "in" is an HTML page ("Anmelden – Kunde & Co") that asks to log in, not metadata; set "headers" for its URL in the config file, or save the $metadata itself.',
    ],
    [
      "a page that posts a SAML request",
      '<html><body onload="document.forms[0].submit()"><form><input type="hidden" name="SAMLRequest" value="x"/></form></body></html>',
      'in:1:1 - error html-page: "in" is an HTML page that asks to log in, not metadata;',
    ],
    [
      "another HTML page",
      "<!-- saved -->\n<HTML><HEAD><TITLE>Not found</TITLE></HEAD></HTML>",
      'in:2:20 - error html-page: "in" is an HTML page ("Not found"), perhaps a login page, not metadata;',
    ],
    [
      "an error of OData 4",
      '{\n  "error": { "code": "NoSegment", "message": "Resource not found\\nfor the segment \'metadta\'." }\n}',
      'in:2:46 - error service-error: "in" is an error of the service, not metadata: "Resource not found for the segment \'metadta\'."; correct the request for it, and fetch it again.',
    ],
    [
      "an error of OData 2",
      '{"error":{"code":"005056A509B11","message":{"lang":"en","value":"No service found"},"innererror":{}}}',
      'in:1:65 - error service-error: "in" is an error of the service, not metadata: "No service found";',
    ],
    [
      "an error of OData 3",
      '{"odata.error":{"code":"","message":{"lang":"en-US","value":"Gone"}}}',
      'metadata: "Gone";',
    ],
    ["problem details", '{"type":"about:blank","title":"Forbidden","status":403,"detail":"No scope"}', '"No scope";'],
    ["an OAuth error", '{"error":"invalid_client","error_description":"Bad secret"}', 'metadata: "Bad secret";'],
    [
      "an error of a gateway",
      '{"fault":{"faultstring":"Invalid API key","detail":{}}}',
      'metadata: "Invalid API key";',
    ],
    [
      "an error in XML",
      '<?xml version="1.0"?>\n<m:error xmlns:m="http://docs.oasis-open.org/odata/ns/metadata"><m:code>x</m:code><m:message>No &lt;service&gt;</m:message></m:error>',
      'in:2:94 - error service-error: "in" is an error of the service, not metadata: "No <service>";',
    ],
    [
      "an error of OData 2 in XML",
      '<error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><code/><message xml:lang="en">Gone</message></error>',
      'in:1:109 - error service-error: "in" is an error of the service, not metadata: "Gone";',
    ],
    [
      "a service document",
      `{"@odata.context":"${metadata}","value":[{"name":"lamps","kind":"EntitySet","url":"lamps"}]}`,
      `in:1:19 - error service-document: "in" is the service document, which only lists the entity sets; add /$metadata to its URL: "${metadata}".`,
    ],
    [
      "a service document of OData 2",
      '{"d":{"EntitySets":["lamps"]}}',
      'in:1:6 - error service-document: "in" is the service document, which only lists the entity sets; add /$metadata to its URL.',
    ],
    [
      "a service document in XML",
      '<?xml version="1.0"?>\n<app:service xml:base="https://host.example/home/" xmlns:app="http://www.w3.org/2007/app"/>',
      `in:2:1 - error service-document: "in" is the service document, which only lists the entity sets; add /$metadata to its URL: "${metadata}".`,
    ],
    [
      "data in JSON",
      `{"@odata.context":"${metadata}#lamps","value":[{"name":"a"}]}`,
      `in:1:19 - error data-not-metadata: "in" is data of a service, not metadata; use the metadata of the service, "${metadata}".`,
    ],
    ["data of OData 2", '{"d":{"results":[]}}', "in:1:6 - error data-not-metadata: "],
    ["one entity of OData 2", '{"d":{"__metadata":{"type":"n.lamp"},"id":1}}', "in:1:6 - error data-not-metadata: "],
    [
      "a feed",
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>',
      'in:1:1 - error feed-document: "in" is a feed with entries (Atom), not metadata; use the metadata of the service, such as "https://host/service/$metadata".',
    ],
    [
      "news",
      '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
      'in:1:22 - error feed-document: "in" is a feed with entries (RSS)',
    ],
    [
      "OpenAPI in JSON",
      '{ "openapi": "3.0.1", "info": {} }',
      'in:1:14 - error openapi-document: "in" is an OpenAPI document (version 3.0.1); this tool reads the $metadata of the OData service that it describes, such as "https://host/service/$metadata".',
    ],
    ["OpenAPI in YAML", "# Lamps\n---\nopenapi: '3.1.0'\ninfo:\n", "in:3:1 - error openapi-document: "],
    [
      "Swagger in YAML",
      'swagger: "2.0"\n',
      'in:1:1 - error openapi-document: "in" is an OpenAPI document (version 2.0);',
    ],
    [
      "a JSON schema",
      '{ "$schema": "http://json-schema.org/draft-07/schema#" }',
      'in:1:14 - error schema-document: "in" is a document of JSON Schema, not metadata of OData; use the metadata of the service, such as "https://host/service/$metadata".',
    ],
    [
      "an XML schema",
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
      'error schema-document: "in" is a document of XML Schema',
    ],
    [
      "WSDL",
      '<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" name="Lamps"/>',
      'in:1:1 - error wsdl-document: "in" describes a SOAP service (WSDL); this tool reads the $metadata of OData services, such as "https://host/service/$metadata".',
    ],
    [
      "gzip",
      gzipSync("<edmx:Edmx/>"),
      'in - error packed-input: "in" is packed (gzip); unpack it first, and use the file in it.',
    ],
    [
      "ZIP",
      Buffer.from("PK\x03\x04\x14\0\0\0\xff\xff", "latin1"),
      'in - error packed-input: "in" is packed (a ZIP archive);',
    ],
    [
      "a document to print",
      Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1"),
      'in - error binary-input: "in" is not text (a PDF document); use a file with CSDL (XML or JSON), or a Microsoft Graph reference page.',
    ],
    ["other bytes", new Uint8Array(64), 'in - error binary-input: "in" is not text (its format is unknown);'],
    ["a text in another encoding", Buffer.from("<Schema/>", "utf16le"), "in - error unsupported-encoding: "],
    ["a text", "hello", "in - error unknown-kind: "],
    ["JSON", '{ "name": "lamps", "message": "hello" }', "in - error unknown-kind: "],
    ["broken JSON", '{ "a": ', "in - error unknown-kind: "],
    ["XML", "<lamps><message>hello</message></lamps>", "in - error unknown-kind: "],
  ])("%s", async (_, content, expected) => {
    expect(await saidOf(content)).toEqual([expect.stringContaining(expected)]);
  });
});

it("names what a reference leads to", async () => {
  const { read } = await import("../../src/read/read.js");
  const csdl = `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:Reference Uri="b.html"><edmx:Include Namespace="b"/></edmx:Reference><edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="a"/></edmx:DataServices></edmx:Edmx>`;
  const io = nodeIo(temporaryFolder({ "a.xml": csdl, "b.html": "<html><title>Log on</title></html>" }));
  const loaded = await load({ inputs: ["a.xml"] }, io);
  await read(loaded, io, {});
  expect(loaded.report.diagnostics.map(({ message }) => message)).toEqual([
    'The reference to "b.html" is not loaded (it is the HTML page "Log on"); add that document to the inputs if you need its types.',
  ]);
});

it("looks for long in no text", async () => {
  const texts = [
    "<!--".repeat(50_000),
    "<?".repeat(50_000),
    `<html>${"<title".repeat(50_000)}`,
    "#\n".repeat(50_000),
    "<!doctype [".repeat(20_000),
  ];
  for (const text of texts) expect(await saidOf(text)).toHaveLength(1);
});

it("JSON that nests too deeply for its parser is of no known kind", async () => {
  const text = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
  expect((await saidOf(text)).map((line) => / - error ([a-z-]+):/.exec(line)?.[1])).toEqual(["unknown-kind"]);
});
