import type { ChildData, ModelData } from "../../explore/data/format.js";
import { element, type Content } from "../elements/element.js";
import { linkTo, typeLink } from "../elements/links.js";
import { childRoute } from "../model/element-names.js";
import type { ModelIndex } from "../model/model-index.js";
import { type Route } from "../routes/route.js";
import { counted } from "../elements/counted.js";
import { rowsTable, tableRow } from "../elements/table.js";
import { namespaceSections } from "./namespace-page.js";
import type { Page } from "./page.js";
import { namespaceContents } from "./types-by-kind.js";

/** The start: what the service has, and where to begin. */
export function homePage(_: Route, index: ModelIndex): Page {
  const { data } = index;
  return {
    title: data.title,
    content: [
      element("p", { class: "counts" }, countsOf(data)),
      entryPoints(index),
      namespaceSections(namespaceContents(data)),
    ],
  };
}

function countsOf({ types, operations, requests, children }: ModelData): string {
  const members = types.reduce((sum, type) => sum + ("members" in type ? type.members.length : 0), 0);
  const counts: readonly (readonly [number, string])[] = [
    [types.length, "type"],
    [members, "member"],
    [new Set(operations.map(({ name }) => name)).size, "operation"],
    [children.length, "entry point"],
    [requests.length, "documented request"],
  ];
  return counts.flatMap(([count, noun]) => (count === 0 ? [] : [counted(count, noun)])).join(" · ");
}

/** The children of the container: where every path begins. */
function entryPoints(index: ModelIndex): Content {
  const { children, container = "" } = index.data;
  if (children.length === 0) return undefined;
  const rows = children.map((child) => {
    const { kind, name, segment } = child;
    const cells = [kindWords[kind], targetText(child, index), element("code", {}, `client.${segment}`)];
    return tableRow(columns, undefined, linkTo(childRoute(child), name), cells);
  });
  const table = rowsTable("Entry points", columns, [element("tbody", {}, rows)]);
  return [element("h2", {}, "Entry points ", element("small", {}, container)), table];
}

const columns = ["Name", "Kind", "Type", "Client"];

const kindWords: Readonly<Record<ChildData["kind"], string>> = {
  EntitySet: "entity set",
  Singleton: "singleton",
  ActionImport: "action import",
  FunctionImport: "function import",
};

function targetText({ kind, target }: ChildData, index: ModelIndex): Content {
  return kind.endsWith("Import") ? element("code", {}, target) : typeLink(target, index);
}
