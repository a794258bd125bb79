import type { Authority } from "../../src/edm/authority.js";
import type { EnumType } from "../../src/edm/elements.js";
import { CsdlTypes } from "./csdl-types.js";
import { type Judgment, scoreOf } from "./judgment.js";
import type { Score } from "./score.js";
import type { Version } from "./versions.js";

/** Enums of which the pages list exactly the members that the CSDL has. */
export function enumScores(version: Version): readonly Score[] {
  return [
    scoreOf("members of enums, pages of their own", 98.11, enumPageJudgments(version)),
    scoreOf("members of enums, best list", 89.22, enumJudgments(version)),
  ];
}

export function enumPageJudgments(version: Version): readonly Judgment[] {
  const csdl = new CsdlTypes(version.csdl);
  return listsOf(version).flatMap((list) => {
    const found = list.by === "enumPage" ? csdl.of(list.name) : undefined;
    return found?.kind === "EnumType" ? [judged(list, found)] : [];
  });
}

/** A page of an enum's own goes before a table among others, that before an inline list; of two equals the longer stands. */
const PRIORITY: readonly Authority[] = ["enumPage", "valuesTable", "resourceList", "apiList"];

export function enumJudgments(version: Version): readonly Judgment[] {
  const lists = new Map<string, EnumType[]>();
  for (const list of listsOf(version)) {
    const key = list.name.toLowerCase();
    lists.set(key, [...(lists.get(key) ?? []), list]);
  }
  return new CsdlTypes(version.csdl).enums.flatMap((found) => {
    const said = lists.get(found.name.toLowerCase()) ?? [];
    const [best] = PRIORITY.flatMap((by) =>
      said.filter((list) => list.by === by).sort((a, b) => b.members.length - a.members.length),
    );
    return best === undefined ? [] : [judged(best, found)];
  });
}

function listsOf({ resolved }: Version): readonly EnumType[] {
  return resolved.flatMap(({ types }) => types.filter((type) => type.kind === "EnumType"));
}

function judged(said: EnumType, found: EnumType): Judgment {
  const lacking = without(found, said);
  const extra = without(said, found);
  const note = `${found.name} (${said.by}) lacks ${lacking.join()}; adds ${extra.join()}`;
  const cause = causeOf(lacking, extra);
  return cause === undefined ? { at: said.at, note } : { at: said.at, note, cause };
}

function without({ members }: EnumType, other: EnumType): readonly string[] {
  const names = new Set<string>(other.members.map(({ name }) => name));
  return members.map(({ name }) => name).filter((name) => !names.has(name));
}

function causeOf(lacking: readonly string[], extra: readonly string[]): string | undefined {
  if (lacking.length === 0 && extra.length === 0) return undefined;
  const lower = (names: readonly string[]) =>
    names
      .map((name) => name.toLowerCase())
      .sort()
      .join();
  if (lower(lacking) === lower(extra)) return "letter case of members";
  if (extra.length === 0)
    return lacking.join() === "unknownFutureValue" ? "lacks only unknownFutureValue" : "lacks members";
  return lacking.length === 0 ? "has members that the CSDL lacks" : "lacks members and has others";
}
