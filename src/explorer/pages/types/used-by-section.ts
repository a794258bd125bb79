import { shortName } from "../../../explore/data/picture/short-name.js";
import { type Content, element } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { childRoute } from "../../model/element-names.js";
import type { ModelIndex } from "../../model/model-index.js";
import { type Use, usesOf } from "../../model/used-by.js";
import { operationRoute, typeRoute } from "../../routes/route.js";
import { nameList } from "../../elements/list.js";
import { section, withNumber } from "../../elements/section.js";

const groups: readonly (readonly [kind: Use["kind"], heading: string])[] = [
  ["Child", "Container"],
  ["NavigationProperty", "Navigation properties"],
  ["Property", "Properties"],
  ["Parameter", "Parameters"],
  ["Result", "Results"],
];

/** All that refers to a type or an operation. */
export function usedBySection(name: string, index: ModelIndex): Content {
  const uses = usesOf(name, index);
  const lists = groups.map(([kind, heading]) => {
    const items = uses.filter((use) => use.kind === kind).map((use) => () => useLink(use, index));
    return nameList(heading, items);
  });
  return uses.length === 0 ? undefined : section(withNumber("Used by", uses.length), "usedBy", lists);
}

function useLink(use: Use, { data }: ModelIndex): Content {
  if (use.kind === "Child")
    return [linkTo(childRoute(use.child), use.child.name), element("small", {}, ` ${use.child.kind}`)];
  if ("owner" in use) {
    const { owner, member } = use;
    return linkTo(typeRoute(owner.name, member.name), `${shortName(owner.name, data)}/${member.name}`);
  }
  const { name, boundTo } = use.operation;
  const on = boundTo === undefined ? undefined : element("small", {}, ` on ${shortName(boundTo, data)}`);
  const part = use.kind === "Parameter" ? `/${use.parameter}` : "";
  return [linkTo(operationRoute(name), `${shortName(name, data)}${part}`), on];
}
