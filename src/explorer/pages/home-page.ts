import type { ChildData } from "../../explore/data/format.js";
import { element, type Content } from "../elements/element.js";
import { linkTo, typeLink } from "../elements/links.js";
import { childRoute } from "../model/element-names.js";
import { data } from "../model/model.js";
import { operations } from "../model/types.js";
import { counted } from "../elements/counted.js";
import { rowsTable, tableRow } from "../elements/table.js";
import { namespaceSections } from "./namespace-page.js";
import type { Page } from "./page.js";

/** The start: what the service has, and where to begin. */
export function homePage(): Page {
  return { title: data.title, content: [element("p.counts", countsText()), entryPoints(), namespaceSections()] };
}

function countsText(): string {
  const { types, children, requests } = data;
  const counts: readonly (readonly [number, string])[] = [
    [types.length, "type"],
    [types.reduce((sum, type) => sum + ("members" in type ? type.members.length : 0), 0), "member"],
    [operations().size, "operation"],
    [children.length, "entry point"],
    [requests.length, "documented request"],
  ];
  return counts.flatMap(([count, noun]) => (count === 0 ? [] : counted(count, noun))).join(" · ");
}

/** The children of the container: where every path begins. */
function entryPoints(): Content {
  const { children, container } = data;
  if (children.length === 0) return undefined;
  const rows = children.map((child) => {
    const { kind, name, target, segment } = child;
    const type = kind.endsWith("Import") ? element("code", target) : typeLink(target);
    const cells = [linkTo(childRoute(child), name), kindWords[kind], type, element("code", `client.${segment}`)];
    return tableRow(columns, cells);
  });
  return [element("h2", "Entry points ", element("small", container)), rowsTable("Entry points", columns, rows)];
}

const columns = ["Name", "Kind", "Type", "Client"];

const kindWords: Readonly<Record<ChildData["kind"], string>> = {
  EntitySet: "entity set",
  Singleton: "singleton",
  ActionImport: "action import",
  FunctionImport: "function import",
};
