import type { StructuredData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { linkToType } from "../../elements/links.js";
import { shortName } from "../../model/type-names.js";
import { allDerivedFrom, basesOf, derivedFrom } from "../../model/types.js";
import { counted } from "../../../explore/file/counted.js";
import { itemList } from "../../elements/list.js";
import { section } from "../../elements/section.js";

/** More derived types than these are folded. */
const FOLDED = 60;

/** The base types of a type, each with the next alone, and all types derived from it. */
export function inheritanceSection(type: StructuredData): Content {
  const bases = basesOf(type);
  const count = allDerivedFrom(type).length;
  if (bases.length + count === 0) return undefined;
  const derived = () => derivedTree(type, []);
  const shown = [
    element("strong", shortName(type.name)),
    abstractNote(type),
    count > FOLDED ? folded("long", counted(count, "derived type"), derived) : derived(),
  ];
  const tree = bases.reduce<Content>((below, base) => [label(base), itemList("tree", [below])], shown);
  return section("Inheritance", "derived", itemList("tree", [tree]));
}

function derivedTree(type: StructuredData, above: readonly StructuredData[]): Content {
  const known = [...above, type];
  const derived = derivedFrom(type).filter((one) => !known.includes(one));
  return (
    derived.length > 0 &&
    itemList(
      "tree",
      derived.map((one) => [label(one), derivedTree(one, known)]),
    )
  );
}

function label(type: StructuredData): Content {
  return [linkToType(type.name), abstractNote(type)];
}

function abstractNote({ abstract }: StructuredData): Content {
  return abstract && element("small", " abstract");
}
