/** Why faults are not found, as counted in the documentation. */
import { structuredType, isObject } from "./typed-value.js";
import type { Service } from "./service.js";
import type { Tried } from "./try-mutants.js";
import type { Path } from "./mutants.js";

export function causeOfSurvival({ body, mutant }: Tried, { model }: Service): string {
  const { path, kind, key } = mutant;
  if (namesAbstract(body.value, path, model))
    return "within a value whose `@odata.type` names an abstract type, of which no value is: it is checked as its base";
  if (kind === "control") return `control information that is not checked when reading: \`${nameOf(key)}\``;
  if (kind === "odata-type" || mutant.place === "derived")
    return "in a value of a derived type, or its name, where no element has the base as its type: then there is no schema for both";
  return `other: ${kind} at ${mutant.place}`;
}

/** `id@odata.type` → `…@odata.type`. */
function nameOf(key: string | number): string {
  return String(key).replace(/^.+@/, "…@");
}

/** Whether an object on the way to the path gives itself an abstract type. */
function namesAbstract(value: unknown, path: Path, model: Service["model"]): boolean {
  let within: unknown = value;
  for (const name of path) {
    if (isObject(within) && isAbstractName(within["@odata.type"], model)) return true;
    within = (within as Readonly<Record<string | number, unknown>> | null | undefined)?.[name];
  }
  return false;
}

function isAbstractName(named: unknown, model: Service["model"]): boolean {
  if (typeof named !== "string") return false;
  return structuredType(named.slice(named.lastIndexOf("#") + 1) as never, model)?.abstract === true;
}
