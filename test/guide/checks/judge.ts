/** Schemas that are generated for the probes. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Schema } from "../../../src/runtime/validation.js";
import { compile } from "../../support/compile.js";
import { generateTo } from "../../support/generate.js";
import { fill } from "../../support/temporary-folder.js";
import { rulesInOrder } from "./rule-probes.js";
import { typeProbes } from "./type-probes.js";

/** What each mode finds in a body: the codes of its issues, or that it passes. */
export interface Outcome {
  readonly read: string;
  readonly create: string;
  readonly update: string;
}

export const PASSES = "passes";

/** What the schemas of a type find in a body. */
export type Judge = (type: string, body: object) => Outcome;

/** The key of what is read. */
const KEY = { key: "01234567-89ab-cdef-0123-456789abcdef" };

/** Generates and compiles, in a folder, the schemas of a type for each probe. */
export async function judgeIn(folder: string): Promise<Judge> {
  fill(folder, { "probe.xml": csdl() });
  await generateTo(join(folder, "service"), [join(folder, "probe.xml")]);
  const output = compile(join(folder, "service"), "typescript-7.0", { emit: true });
  if (output !== "") throw new Error(output);
  const url = pathToFileURL(join(folder, "service/js/validators.js")).href;
  const schemas = (await import(url)) as Readonly<Record<string, Schema<unknown>>>;
  return (type, body) => {
    const name = type.charAt(0).toLowerCase() + type.slice(1);
    const say = (shape: string, value: object): string => {
      const schema = schemas[`${name}${shape}Schema`];
      if (schema === undefined) throw new Error(`There is no schema ${name}${shape}Schema.`);
      const { issues = [] } = schema.validate(value);
      return [...new Set(issues.map(({ code }) => code))].join(", ") || PASSES;
    };
    return { read: say("", { ...KEY, ...body }), create: say("Create", body), update: say("Update", body) };
  };
}

function csdl(): string {
  const entity = (name: string, members: string): string =>
    `<EntityType Name="${name}"><Key><PropertyRef Name="key"/></Key><Property Name="key" Type="Edm.Guid" Nullable="false"/>${members}</EntityType>`;
  const types = Object.keys(typeProbes).map((name) => entity(`Type${name}`, `<Property Name="p" Type="Edm.${name}"/>`));
  const probes = rulesInOrder.map(({ members }, index) => entity(`Rule${index}`, members));
  const beside = new Set(rulesInOrder.flatMap(({ beside }) => beside ?? []));
  return document([...types, ...probes, ...beside].join("\n"));
}

function document(content: string): string {
  const vocabularies = [
    ["https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml", "Org.OData.Core.V1", "Core"],
    [
      "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Validation.V1.xml",
      "Org.OData.Validation.V1",
      "Validation",
    ],
    ["https://sap.github.io/odata-vocabularies/vocabularies/Common.xml", "com.sap.vocabularies.Common.v1", "Common"],
  ];
  const references = vocabularies.map(
    ([uri, namespace, alias]) =>
      `<edmx:Reference Uri="${uri}"><edmx:Include Namespace="${namespace}" Alias="${alias}"/></edmx:Reference>`,
  );
  return (
    `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01">${references.join("")}<edmx:DataServices>` +
    `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="probe">\n${content}\n</Schema></edmx:DataServices></edmx:Edmx>`
  );
}
