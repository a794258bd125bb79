import { readCsdlJson } from "../../src/csdl/read-json.js";
import { readCsdlXml } from "../../src/csdl/read-xml.js";
import { Sources } from "../../src/diagnostics/position.js";
import { type Diagnostic, Report } from "../../src/diagnostics/report.js";
import type { CsdlDocument } from "../../src/edm/document.js";
import type { SchemaElement } from "../../src/edm/elements.js";

export interface Outcome {
  readonly document: CsdlDocument | undefined;
  readonly report: Report;
  /** `line:column severity code`, one for each diagnostic. */
  readonly said: readonly string[];
  readonly messages: readonly string[];
}

type Read = typeof readCsdlXml;

function outcomeOf(read: Read, text: string, name: string): Outcome {
  const sources = new Sources();
  const report = new Report();
  const document = read(sources.add(name, text), report);
  const place = ({ place }: Diagnostic): string => {
    if (typeof place === "object") return place.path;
    const { line, column } = sources.locate(place);
    return `${line}:${column}`;
  };
  return {
    document,
    report,
    said: report.diagnostics.map((diagnostic) => `${place(diagnostic)} ${diagnostic.severity} ${diagnostic.code}`),
    messages: report.diagnostics.map(({ message }) => message),
  };
}

export function readXmlText(text: string, name = "metadata.xml"): Outcome {
  return outcomeOf(readCsdlXml, text, name);
}

export function readJsonText(text: string, name = "metadata.json"): Outcome {
  return outcomeOf(readCsdlJson, text, name);
}

/** A document around the children of one schema, which start on line 3. */
export function schemaXml(children: string): string {
  return [
    `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01"><edmx:DataServices>`,
    `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="my.ns" Alias="Self">`,
    `${children}</Schema></edmx:DataServices></edmx:Edmx>`,
  ].join("\n");
}

/** A document around the members of one schema, which start on line 3. */
export function schemaJson(members: string): string {
  return `{ "$Version": "4.01",\n"my.ns": { "$Alias": "Self",\n${members} } }`;
}

export function elementsOf({ document, said }: Outcome): readonly SchemaElement[] {
  if (document === undefined) throw new Error(`nothing was read: ${said.join("; ")}`);
  return document.schemas.flatMap(({ elements }) => elements);
}

export function only<K extends SchemaElement["kind"]>(kind: K, outcome: Outcome): SchemaElement & { readonly kind: K } {
  const found = elementsOf(outcome).find(
    (element): element is SchemaElement & { readonly kind: K } => element.kind === kind,
  );
  if (found === undefined) throw new Error(`no ${kind}: ${outcome.said.join("; ")}`);
  return found;
}

/** A value without positions, exact integers as text: what two notations of one document have in common. */
export function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, item: unknown) =>
      key === "at" || key === "source" ? undefined : typeof item === "bigint" ? `${item}n` : item,
    ),
  );
}

const MARK = "§";

/** The places of the marks in a text, as `line:column`, and the text without them. */
export function unmarked(marked: string): { readonly text: string; readonly places: readonly string[] } {
  const places: string[] = [];
  let text = "";
  for (const piece of marked.split(MARK)) {
    if (text !== "" || marked.startsWith(MARK)) {
      const lines = text.split("\n");
      places.push(`${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`);
    }
    text += piece;
  }
  return { text, places };
}
