import { shortName } from "../../explore/data/picture/short-name.js";
import type { StructuredData } from "../../explore/data/format.js";
import { type Content, element } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import type { ModelIndex } from "../model/model-index.js";
import { nameList } from "../elements/list.js";
import { section } from "../elements/section.js";
import { typeRoute } from "../routes/route.js";
import { typeBoxLink } from "./box-link.js";
import { draw, type BoxLink } from "./draw.js";
import type { Box, Side } from "./layout.js";
import { legend } from "./legend.js";
import { relationsLayout } from "./relations-layout.js";
import { type Relation, type Relations, relationsOf } from "./relations.js";

/** The picture of a type among those that it is related to, and the same as lists. */
export function relationsSection(type: StructuredData, index: ModelIndex): Content {
  const relations = relationsOf(type, index);
  const { bases, derived, uses, usedBy, itself } = relations;
  if ([bases, derived, uses, usedBy, itself].every(({ length }) => length === 0)) return undefined;
  const short = (name: string) => shortName(name, index.data);
  const layout = relationsLayout(relations, short);
  const picture = draw(layout, labelOf(relations, short), (box) => linkOf(box, type, index));
  const items = uses.map((relation) => () => relationItem(relation, index));
  const used = element("div", { id: "list-uses" }, nameList("Types that it uses", items));
  return section("Relations", "relations", element("div", { class: "scroll" }, picture), legend(), used);
}

function relationItem({ name, members }: Relation, { data }: ModelIndex): Content {
  return [linkTo(typeRoute(name), shortName(name, data)), element("small", {}, ` ${members.join(", ")}`)];
}

function labelOf({ type, bases, derived, uses, usedBy }: Relations, short: (name: string) => string): string {
  const counts = `uses ${uses.length} types, is used by ${usedBy.length}, has ${derived.length} derived types`;
  const base = bases.length === 0 ? "" : `, is based on ${bases.map(short).join(", ")}`;
  return `${short(type)} ${counts}${base}. The lists on this page say the same.`;
}

function linkOf({ type, list: side }: Box, shown: StructuredData, index: ModelIndex): BoxLink {
  const link = typeBoxLink(type ?? shown.name, index);
  if (side !== undefined) {
    return { ...link, title: "Show the list", class: "more", onclick: (event) => openList(event, side) };
  }
  return type === shown.name ? { ...link, class: `${link.class} current` } : link;
}

function openList(event: Event, name: Side): void {
  event.preventDefault();
  const shown = document.getElementById(`list-${name}`);
  for (const details of shown?.querySelectorAll("details") ?? []) details.open = true;
  shown?.scrollIntoView();
}
