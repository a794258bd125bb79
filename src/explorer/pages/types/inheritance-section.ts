import { shortName } from "../../../explore/data/picture/short-name.js";
import type { StructuredData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { linkTo } from "../../elements/links.js";
import { descendants, inheritanceOf, type TypeTree } from "../../model/inheritance.js";
import type { ModelIndex } from "../../model/model-index.js";
import { typeRoute } from "../../routes/route.js";
import { counted } from "../../elements/counted.js";
import { itemList } from "../../elements/list.js";
import { section } from "../../elements/section.js";

/** More derived types than these are folded. */
const FOLDED = 60;

/** The base types of a type and all types derived from it. */
export function inheritanceSection(type: StructuredData, index: ModelIndex): Content {
  const tree = inheritanceOf(type, index);
  return tree.derived.length === 0 ? undefined : section("Inheritance", "derived", trees([tree], type, index));
}

function trees(all: readonly TypeTree[], shown: StructuredData, index: ModelIndex): HTMLElement {
  return itemList(
    "tree",
    all.map((tree) => treeContent(tree, shown, index)),
  );
}

function treeContent(tree: TypeTree, shown: StructuredData, index: ModelIndex): Content {
  const { name, abstract } = tree.type;
  const text = shortName(name, index.data);
  const label = tree.type === shown ? element("strong", {}, text) : linkTo(typeRoute(name), text);
  const below = tree.derived.length === 0 ? undefined : () => trees(tree.derived, shown, index);
  const count = tree.type === shown ? descendants(tree) : 0;
  return [
    label,
    abstract ? element("small", {}, " abstract") : undefined,
    count > FOLDED && below !== undefined ? folded("long", counted(count, "derived type"), below) : below?.(),
  ];
}
