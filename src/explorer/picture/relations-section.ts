import type { StructuredData } from "../../explore/data/format.js";
import { type Content, element } from "../elements/element.js";
import { linkToType } from "../elements/links.js";
import { nameList } from "../elements/list.js";
import { section } from "../elements/section.js";
import { shortName } from "../model/type-names.js";
import { draw } from "./draw.js";
import { relationsLayout } from "./relations-layout.js";
import { type Relations, relationsOf } from "./relations.js";

/** The picture of a type among those that it is related to, and the same as lists. */
export function relationsSection(type: StructuredData): Content {
  const relations = relationsOf(type);
  const layout = relationsLayout(relations, shortName);
  const used = nameList("Types that it uses", relations.uses, ({ name, members }) => [
    linkToType(name),
    element("small", ` ${members.join(", ")}`),
  ]);
  return (
    (layout.boxes.length > 1 || relations.itself.length > 0) &&
    section(
      "Relations",
      "relations",
      draw(layout, labelOf(relations), type.name),
      element("div", { id: "list-uses" }, used),
    )
  );
}

function labelOf({ type, bases, derived, uses, usedBy }: Relations): string {
  const counts = `uses ${uses.length} types, is used by ${usedBy.length}, has ${derived.length} derived types`;
  const base = bases.length === 0 ? "" : `, is based on ${bases.map(shortName).join(", ")}`;
  return `${shortName(type)} ${counts}${base}. The lists on this page say the same.`;
}
