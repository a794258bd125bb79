/** Diagnostics about names that rules or the lock give. */
import { nearest } from "../../diagnostics/near.js";
import type { Report } from "../../diagnostics/report.js";
import type { Operation } from "../../edm/elements.js";
import { type EdmType, isOperation, isType, type Model } from "../../edm/model.js";
import { type KeptNames, type Refused, SELF } from "../keep-names.js";
import type { GivenNames } from "../named.js";
import type { NamePool } from "../name-pool.js";
import { nameBy } from "../roles.js";
import { isPattern, type RuledName } from "./name-rules.js";

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
    if (ruled !== undefined) {
      const name = nameRefused(one, ruled);
      const holder = pools(home).holderOf(name)?.element.name;
      report.add("name-rule-refused", element.at, { element: element.name, name, instead, rule: ruled.rule, holder });
    }
    // Else it is reported that a rule gives the name to another element.
    else if (pools(home).holderOf(instead.replace(/_+$/, ""))?.rule === undefined)
      report.add("locked-name-refused", element.at, { element: element.name, instead });
  }
}

function nameRefused({ named, role }: Refused, { name }: RuledName): string {
  const pattern = named.roles.find(([one]) => one === role);
  return pattern === undefined ? name : nameBy(pattern[1], name);
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
