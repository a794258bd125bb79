import type { StructuredType } from "../../src/edm/elements.js";
import { isStructured } from "../../src/edm/model.js";
import { resolvePages } from "../../src/merge/resolve-names.js";
import type { Score } from "./score.js";
import type { Version } from "./versions.js";

/** Rows of resource pages whose property the CSDL has under exactly that name, on the type or a base of it. */
export function propertyScores({ pages, csdl }: Version): readonly Score[] {
  const causes = new Map<string, number>();
  let [right, of] = [0, 0];
  for (const { types } of resolvePages(pages).pages) {
    for (const type of types) {
      if (!isStructured(type) || type.by !== "resourcePage") continue;
      const found = csdl.type(type.name);
      if (found === undefined || !isStructured(found)) continue;
      const line = [found, ...csdl.bases(found)];
      const names = new Set(line.flatMap(membersOf));
      for (const name of membersOf(type)) {
        of++;
        if (names.has(name)) right++;
        else causes.set("not in the CSDL", (causes.get("not in the CSDL") ?? 0) + 1);
      }
    }
  }
  return [{ what: "property names", right, of, floor: 99, causes }];
}

function membersOf({ properties, navigationProperties }: StructuredType): readonly string[] {
  return [...properties, ...navigationProperties].map(({ name }) => name);
}
