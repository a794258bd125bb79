import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import type { PageDocument } from "../../src/edm/document.js";
import type { EnumType, StructuredType, TypeName, TypeRef } from "../../src/edm/elements.js";
import { readPage } from "../../src/pages/read-page.js";

export interface Read {
  readonly document: PageDocument;
  /** `line:column code`, in order. */
  readonly reported: readonly string[];
  readonly place: (at: number) => string;
}

/** Reads one text; fails when it is no page. */
export function read(text: string, name = "page.md"): Read {
  const sources = new Sources();
  const report = new Report();
  const document = readPage(sources.add(name, text), report);
  if (document === undefined) throw new Error(`${name} is no page`);
  const place = (at: number): string => {
    const { line, column } = sources.locate(at as Parameters<typeof sources.locate>[0]);
    return `${line}:${column}`;
  };
  const reported = report.diagnostics.map((diagnostic) => {
    if (typeof diagnostic.place !== "number") throw new Error("a page's diagnostic without position");
    return `${place(diagnostic.place)} ${diagnostic.code}`;
  });
  return { document, reported, place };
}

export function typeText(type: TypeName): string {
  return typeof type === "string" ? type : `${type.near ?? "?"} ~${type.short}`;
}

/** `name`, `name collection`; `!` where null is refused, `?` where it is taken. */
export function refText(ref: TypeRef<TypeName> | undefined): string {
  if (ref === undefined) return "unknown";
  const mark = ref.nullable === undefined ? "" : ref.nullable ? "?" : "!";
  return `${typeText(ref.type)}${ref.collection ? " collection" : ""}${mark}`;
}

export function structured({ document }: Read, by: string): readonly StructuredType<TypeName>[] {
  return document.types.filter((type): type is StructuredType<TypeName> => type.kind !== "EnumType" && type.by === by);
}

export function enums({ document }: Read): readonly EnumType<TypeName>[] {
  return document.types.filter((type): type is EnumType<TypeName> => type.kind === "EnumType");
}

/** Enum names with their members. */
export function enumTable(page: Read): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    enums(page).map((type) => [`${type.by} ${typeText(type.name)}`, type.members.map(({ name }) => name)]),
  );
}

/** Property names with their types. */
export function propertyTable(type: StructuredType<TypeName> | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries((type?.properties ?? []).map((property) => [property.name, refText(property.type)]));
}

/** The values of one term, by property. */
export function annotated(type: StructuredType<TypeName> | undefined, term: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (type?.properties ?? []).flatMap(({ name, annotations = [] }) =>
      annotations.flatMap(({ term: reported, value }) =>
        reported === `Org.OData.Core.V1.${term}` && value.kind === "Constant" ? [[name, value.value]] : [],
      ),
    ),
  );
}

/** A small api page around the rows of a request body. */
export function apiPage(rows: readonly string[], path = "POST /things"): string {
  return `# Create thing\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\` http\n${path}\n\`\`\`\n\n## Request body\nSupply a JSON representation of the thing object.\n\n|Property|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}\n`;
}
