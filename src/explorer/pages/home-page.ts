import type { ChildData } from "../../explore/data/format.js";
import { element, inCode } from "../elements/element.js";
import { linkTo, typeLink } from "../elements/links.js";
import { childRoute } from "../model/element-names.js";
import { data } from "../model/model.js";
import { rowsTable, tableRow } from "../elements/table.js";
import { namespaceSections } from "./namespace-page.js";
import type { Page } from "./page.js";

const columns = ["Name", "Kind", "Type", "Client"];

/** The start: what the service has, and where to begin. */
export function homePage(): Page {
  const { title, texts, children, container } = data;
  const entryPoints = children.length > 0 && [
    element("h2", "Entry points ", element("small", container)),
    rowsTable("Entry points", columns, children.map(childRow)),
  ];
  return { title, content: [element("p.counts", texts.counts), entryPoints, namespaceSections()] };
}

/** A child of the container: every path begins at one. */
function childRow(child: ChildData): HTMLElement {
  const { kind, name, target, segment } = child;
  const type = kind.endsWith("Import") ? inCode(target) : typeLink(target);
  return tableRow(columns, [linkTo(childRoute(child), name), wordsOf(kind), type, inCode(`client.${segment}`)]);
}

/** `entity set` of `EntitySet` */
function wordsOf(kind: string): string {
  return kind.replace(/\B[A-Z]/g, " $&").toLowerCase();
}
