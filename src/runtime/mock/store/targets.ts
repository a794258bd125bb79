/** Where navigation properties lead to. */
import { isDerived } from "../query/names.js";
import type { Entity } from "../query/contract.js";
import type { MockNavigation, MockService } from "../service.js";
import { valueAtPath } from "./members.js";
import type { Rows } from "./rows.js";

/** The set or singleton that a navigation property of an entity in rows leads to; undefined for what is contained. */
export function targetNameOf(
  service: MockService,
  rows: Rows,
  name: string,
  { contained, type }: MockNavigation,
): string | undefined {
  return contained === true ? undefined : (boundTarget(rows, name) ?? setOfType(service, type));
}

function boundTarget({ child, bindingPath }: Rows, name: string): string | undefined {
  const path = bindingPath + name;
  const entries = Object.entries(child?.bindings ?? {});
  const bound = entries.find(([at]) => at === path || at.endsWith(`.${path}`) || withoutCasts(at) === path)?.[1];
  return bound?.includes("/") === true ? undefined : bound;
}

/** The set of a type, where no binding says which it is: of the type itself, else of a base. */
export function setOfType(service: MockService, type: string): string | undefined {
  const sets = Object.entries(service.children).flatMap(([name, child]) =>
    child.kind === "set" ? [[name, child.type] as const] : [],
  );
  return (sets.find(([, one]) => one === type) ?? sets.find(([, one]) => isDerived(service, type, one)))?.[0];
}

function withoutCasts(path: string): string {
  return path
    .split("/")
    .filter((segment) => !segment.includes("."))
    .join("/");
}

/** Whether properties of an entity say what a navigation property of it leads to (ReferentialConstraint). */
export function hasForeignKeys(navigation: MockNavigation | undefined): boolean {
  return navigation?.collection !== true && Object.keys(navigation?.constraints ?? {}).length > 0;
}

/** The target that the foreign keys of an entity name. */
export function byForeignKeys(
  entity: Entity,
  navigation: MockNavigation,
  targets: readonly Entity[],
): Entity | undefined {
  if (!hasForeignKeys(navigation)) return undefined;
  const pairs = Object.entries(navigation.constraints ?? {});
  return targets.find((target) =>
    pairs.every(([property, other]) => valueAtPath(target, other) === valueAtPath(entity, property)),
  );
}
