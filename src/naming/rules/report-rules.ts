/** Diagnostics about names that rules or the lock give. */
import { nearest } from "../../diagnostics/near.js";
import type { Report } from "../../diagnostics/report.js";
import type { Operation } from "../../edm/elements.js";
import { type EdmType, isOperation, isType, type Model } from "../../edm/model.js";
import { type KeptNames, type Refused, SELF } from "../keep-names.js";
import { type GivenNames, lockedRole } from "../named.js";
import { isExtended, type NamePool } from "../name-pool.js";
import { nameBy } from "../roles.js";
import { isPattern } from "./name-rules.js";

interface NamesGiven {
  readonly given: (element: EdmType | Operation) => GivenNames | undefined;
  readonly pools: (namespace: string) => NamePool;
}

/** Reports the names that could not be given. */
export function reportRefused({ refused }: KeptNames, { given, pools }: NamesGiven, report: Report): void {
  for (const one of refused) {
    const { element, ruled, home } = one.named;
    const names = given(element);
    const instead = (one.role === SELF ? names?.name : names?.roles.get(one.role)) ?? "";
    const name = nameRefused(one);
    const holder = pools(home).holderOf(name);
    if (ruled !== undefined)
      report.add("name-rule-refused", element.at, {
        element: element.name,
        name,
        instead,
        rule: ruled.rule,
        holder: holder?.element.name,
      });
    // Else it is reported that a rule gives the name to another element.
    else if (holder?.rule === undefined || !isExtended(name, instead))
      report.add("locked-name-refused", element.at, { element: element.name, instead });
  }
}

function nameRefused({ named, role }: Refused): string {
  const { ruled, locked, roles } = named;
  const pattern = roles.find(([name]) => name === role);
  if (ruled !== undefined) return pattern === undefined ? ruled.name : nameBy(pattern[1], ruled.name);
  if (pattern !== undefined) return String(lockedRole(named, pattern));
  return typeof locked === "object" ? locked.name : "";
}

/** Reports rules that fit nothing, with the nearest name. */
export function reportUnused(rules: readonly string[], model: Model, report: Report): void {
  for (const rule of rules) {
    const elements = model.elements.filter((element) => isType(element) || isOperation(element));
    const near = isPattern(rule)
      ? undefined
      : nearest(
          rule,
          elements.map(({ name }) => name),
        );
    report.add("name-rule-unmatched", { path: `--names ${rule}` }, { rule, near: near === rule ? undefined : near });
  }
}
