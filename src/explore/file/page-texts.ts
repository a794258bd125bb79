import { authorityTitles } from "../../edm/authority.js";
import { schemeTitle } from "../../edm/microsoft-graph.js";
import type { ChangesData, ModelData } from "../data/format.js";
import { counted, numeral } from "./counted.js";
import { namespaceAmong } from "./namespace-among.js";
import type { PageNamespace, PageTexts } from "./page-data.js";

/** What pages say of the whole. */
export function pageTexts(data: ModelData): PageTexts {
  const { findings = [], changes, picture, sources = [] } = data;
  const causes = new Set(findings.map(({ cause }) => cause)).size;
  const differing = "where pages and CSDL, or two pages, do not agree.";
  const related = picture && `${picture.nodes.length} types and ${picture.edges.length} relations.`;
  return {
    counts: countsText(data),
    ...(findings.length > 0 && { findings: `${findings.length} findings of ${causes} causes: ${differing}` }),
    ...(changes && { changes: changesText(changes) }),
    ...(related && { picture: `${related} The list on this page says the same.` }),
    folder: sharedFolder(sources.map(({ name }) => name)),
    authorities: authorityTitles,
    schemes: {
      delegatedWork: schemeTitle("delegatedWork"),
      delegatedPersonal: schemeTitle("delegatedPersonal"),
      application: schemeTitle("application"),
    },
  };
}

function countsText({ types, operations, children, requests }: ModelData): string {
  const counts: readonly (readonly [number, string])[] = [
    [types.length, "type"],
    [types.reduce((sum, type) => sum + ("members" in type ? type.members.length : 0), 0), "member"],
    [new Set(operations.map(({ name }) => name)).size, "operation"],
    [children.length, "entry point"],
    [requests.length, "documented request"],
  ];
  return counts.flatMap(([count, noun]) => (count === 0 ? [] : counted(count, noun))).join(" · ");
}

const verdicts: Readonly<Record<string, string>> = {
  major: "Something that worked does not: a major step.",
  minor: "There is more, and what worked works on: a minor step.",
  patch: "Only documentation and the like changed: a patch.",
  none: "Nothing changed.",
};

function changesText({ verdict, changes }: ChangesData): NonNullable<PageTexts["changes"]> {
  const breaking = changes.filter((change) => change.breaking !== undefined).length;
  return {
    verdict: verdicts[verdict] ?? verdict,
    counts: `there are ${breaking} breaking changes and ${changes.length - breaking} others.`,
  };
}

function sharedFolder([first = "", ...others]: readonly string[]): string {
  let folder = folderOf(first);
  for (const name of others) while (!name.startsWith(folder)) folder = folderOf(folder.slice(0, -1));
  return folder;
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf("/") + 1);
}

/** A namespace with more types than this has a page of its own. */
const LARGE = 200;

const plurals = {
  EntityType: "entity types",
  ComplexType: "complex types",
  EnumType: "enum types",
  TypeDefinition: "type definitions",
};

/** The namespaces, with what the large ones have. */
export function pageNamespaces(data: ModelData): readonly PageNamespace[] {
  return data.namespaces.map((namespace) => {
    const isIn = ({ name }: { readonly name: string }) => namespaceAmong(data.namespaces, name) === namespace.name;
    const types = data.types.filter(isIn);
    if (types.length <= LARGE) return namespace;
    const kinds = Object.entries(plurals).flatMap(([kind, plural]) => {
      const { length } = types.filter((type) => type.kind === kind);
      return length === 0 ? [] : `${numeral(length)} ${plural}`;
    });
    const operations = new Set(data.operations.filter(isIn).map(({ name }) => name)).size;
    return {
      ...namespace,
      counts: [...kinds, ...(operations === 0 ? [] : [counted(operations, "operation")])].join(", "),
    };
  });
}
