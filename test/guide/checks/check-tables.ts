/** What schemas check, as tables: the results of generated schemas. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import type { Schema } from "../../../src/runtime/validation.js";
import { compile } from "../../support/compile.js";
import { generateTo } from "../../support/generate.js";
import { fill } from "../../support/temporary-folder.js";
import { ruleProbes, type RuleProbe } from "./rule-probes.js";
import { typeProbes } from "./type-probes.js";

/** What each mode says of a body: the codes of its issues, or nothing. */
interface Outcome {
  readonly read: string;
  readonly create: string;
  readonly update: string;
}

type Judge = (type: string, body: object) => Outcome;

const KEY = { key: "01234567-89ab-cdef-0123-456789abcdef" };

/** Generates a schema for each probe in a folder, and gives the tables. */
export async function checkTables(folder: string): Promise<string> {
  const rules = Object.values(ruleProbes).flat();
  const judge = await judgeOf(folder, rules);
  const sections = Object.entries(ruleProbes).map(([title, probes]) => {
    const rows = probes.map((probe) => {
      const { read, create, update } = judge(`Rule${rules.indexOf(probe)}`, probe.body);
      return [probe.rule, shown(probe.body), read, create, update];
    });
    return `### ${title}\n\n${table(["rule", "body", "read", "create", "update"], rows)}`;
  });
  return [`### Types\n\n${typeTable(judge)}`, ...sections].join("\n\n");
}

function typeTable(judge: Judge): string {
  const cells = new Map<string, string[]>();
  for (const [name, { takes, refuses }] of Object.entries(typeProbes)) {
    const say = (value: unknown): string => {
      return `\`${JSON.stringify(value)}\`${briefly(judge(`Type${name}`, { p: value }))}`;
    };
    const key = `${takes.map(say).join(", ")} | ${refuses.map(say).join(", ")}`;
    cells.set(key, [...(cells.get(key) ?? []), name]);
  }
  const rows = [...cells].map(([key, names]) => [names.map((name) => `\`${name}\``).join(", "), ...key.split(" | ")]);
  return table(["Edm type", "passes", "does not pass"], rows);
}

const PASSES = "passes";

/** The code of a value in any mode, if it has one; most types are checked alike in all of them. */
function briefly({ read, create, update }: Outcome): string {
  const code = read === PASSES ? "" : ` ${read}`;
  if (read === create && read === update) return code;
  return `${code} (${create === update ? "" : "created "}${create}${create === update ? " when written" : `, updated ${update}`})`;
}

async function judgeOf(folder: string, rules: readonly RuleProbe[]): Promise<Judge> {
  fill(folder, { "probe.xml": csdl(rules) });
  await generateTo(join(folder, "service"), [join(folder, "probe.xml")]);
  const output = compile(join(folder, "service"), "typescript-7.0", { emit: true });
  if (output !== "") throw new Error(output);
  const url = pathToFileURL(join(folder, "service/js/validators.js")).href;
  const schemas = (await import(url)) as Readonly<Record<string, Schema<unknown>>>;
  return (type, body) => {
    const name = type.charAt(0).toLowerCase() + type.slice(1);
    const say = (shape: string, value: object): string => {
      const issues = schemas[`${name}${shape}Schema`]?.validate(value).issues ?? [];
      return [...new Set(issues.map(({ code }) => code))].join(", ") || PASSES;
    };
    return { read: say("", { ...KEY, ...body }), create: say("Create", body), update: say("Update", body) };
  };
}

function csdl(rules: readonly RuleProbe[]): string {
  const entity = (name: string, members: string): string =>
    `<EntityType Name="${name}"><Key><PropertyRef Name="key"/></Key><Property Name="key" Type="Edm.Guid" Nullable="false"/>${members}</EntityType>`;
  const types = Object.keys(typeProbes).map((name) => entity(`Type${name}`, `<Property Name="p" Type="Edm.${name}"/>`));
  const probes = rules.map(({ members }, index) => entity(`Rule${index}`, members));
  const beside = new Set(rules.flatMap(({ beside }) => beside ?? []));
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
    [
      "https://sap.github.io/odata-vocabularies/vocabularies/Common.xml",
      "com.sap.vocabularies.Common.v1",
      "Common",
    ],
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

function shown(body: object): string {
  const text = JSON.stringify(body, (_, value: unknown) => (value === undefined ? "undefined" : value));
  return `\`${text.replace('"undefined"', "undefined")}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")))];
  return lines.map((row) => `| ${row.join(" | ")} |`).join("\n");
}
