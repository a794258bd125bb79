import { type Content, element } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { type Use, type UseKind, usesOf } from "../../model/used-by.js";
import { nameList } from "../../elements/list.js";
import { section, withNumber } from "../../elements/section.js";

const kinds: readonly UseKind[] = ["Container", "Navigation properties", "Properties", "Parameters", "Results"];

/** All that refers to a type or an operation. */
export function usedBySection(name: string): Content {
  const uses = usesOf(name);
  const lists = kinds.map((kind) =>
    nameList(
      kind,
      uses.filter((use) => use.kind === kind),
      useItem,
    ),
  );
  return uses.length > 0 && section(withNumber("Used by", uses.length), "usedBy", lists);
}

function useItem({ route, text, note }: Use): Content {
  return [linkTo(route, text), note && element("small", note)];
}
