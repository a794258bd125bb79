import { element } from "../elements/element.js";
import { typeLink } from "../elements/links.js";
import { isStructuredData, type ModelIndex } from "../model/model-index.js";
import type { Route } from "../routes/route.js";
import type { Page } from "./page.js";

export function typePage({ parts: [name = "", member] }: Route, index: ModelIndex): Page | undefined {
  const type = index.types.get(name);
  if (type === undefined) return undefined;
  if (!isStructuredData(type)) return { title: name, content: [] };
  const rows = type.members.map((one) =>
    element(
      "tr",
      { id: `member-${one.name}` },
      element("th", { scope: "row" }, one.name),
      element("td", {}, typeLink(one.type ?? "", index)),
      element("td", {}, element("code", {}, one.read)),
    ),
  );
  return { title: name, content: element("table", {}, rows), marked: member && `member-${member}` };
}
