import { isStructured } from "../../src/edm/model.js";
import type { QualifiedName } from "../../src/edm/names.js";
import type { StructuredType } from "../../src/edm/elements.js";
import { CsdlTypes } from "./csdl-types.js";
import { type Judgment, scoreOf } from "./judgment.js";
import type { Score } from "./score.js";
import type { Version } from "./versions.js";

/** Types of resource pages that have a base in the CSDL, one that says more than that they are entities. */
export function baseScores(version: Version): readonly Score[] {
  return [scoreOf("base types", 87.27, baseJudgments(version))];
}

export function baseJudgments(version: Version): readonly Judgment[] {
  const csdl = new CsdlTypes(version.csdl);
  const pages = new Map<QualifiedName, StructuredType>();
  for (const { types } of version.resolved) {
    for (const said of types) {
      const found = isStructured(said) && said.by === "resourcePage" ? csdl.structured(said.name) : undefined;
      if (!isStructured(said) || found?.base === undefined || found.base === "microsoft.graph.entity") continue;
      if (pages.get(found.name)?.base === undefined) pages.set(found.name, said);
    }
  }
  return [...pages].flatMap(([name, said]) => {
    const found = csdl.structured(name);
    return found === undefined ? [] : [judged(said, found, csdl)];
  });
}

function judged(said: StructuredType, found: StructuredType, csdl: CsdlTypes): Judgment {
  const note = `${found.name}: ${found.base}, page: ${said.base}`;
  const cause = causeOf(said.base, found, csdl);
  return cause === undefined ? { at: said.at, note } : { at: said.at, note, cause };
}

function causeOf(base: QualifiedName | undefined, found: StructuredType, csdl: CsdlTypes): string | undefined {
  if (base === undefined) return "no base type documented";
  if (base.toLowerCase() === found.base?.toLowerCase()) return undefined;
  const line = csdl.line(found).slice(2);
  return line.some(({ name }) => name.toLowerCase() === base.toLowerCase()) ? "an indirect base type" : "another type";
}
