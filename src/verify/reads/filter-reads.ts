import { typeFactsIn } from "../../facts/facts.js";
import { filterOf, valueAt } from "../keys.js";
import type { Reads, Verification } from "../verification.js";
import { entitiesIn, isAnswered, TOP } from "./read-place.js";
import { type FoundEntity, sameValue } from "./found-entity.js";
import { UNKNOWN } from "./select-reads.js";

/** How many properties that are called not filterable, or not sortable, are tried. */
const DENIED = 3;

/** Filters by the key, which finds one entity, and by properties that the metadata denies or lacks. */
export async function* filterReads({ place, key }: FoundEntity, verification: Verification): Reads {
  const { name, type, capabilities } = place;
  const { sender, findings, facts } = verification;
  const { filterable, nonFilterable } = capabilities;
  const isKeyFilterable = filterable && !key.some(({ path }) => nonFilterable.includes(path));
  const answer = await sender.get(`${name}?$filter=${filterOf(key)}`);
  yield;
  if (isAnswered(answer, { subject: name, what: "$filter by the key", allowed: isKeyFilterable }, verification)) {
    const page = entitiesIn(answer, { subject: name, type: type.name }, verification);
    const found = page?.items ?? [];
    const isFound = found.length === 1 && key.every(({ path, value }) => sameValue(valueAt(found[0], path), value));
    if (page !== undefined && isKeyFilterable && !isFound)
      findings.add("filter-wrong", name, `$filter by the key finds ${found.length} entities`, answer.exchange);
  }
  if (!filterable) return;
  for (const property of nonFilterable.filter((path) => !key.some((part) => part.path === path)).slice(0, DENIED)) {
    const denied = await sender.get(`${name}?$filter=${encodeURIComponent(property)}%20eq%20null`);
    yield;
    isAnswered(denied, { subject: `${name}/${property}`, what: "$filter", allowed: false }, verification);
  }
  const { open, inheritsOpen } = typeFactsIn(facts, type.name);
  if (open || inheritsOpen) return;
  const unknown = await sender.get(`${name}?$filter=${UNKNOWN}%20eq%20null`);
  yield;
  if (unknown.ok)
    findings.add("unknown-accepted", name, "$filter by a property that the type lacks is answered", unknown.exchange);
}

/** Orders by the key, and by properties that the metadata denies. */
export async function* orderReads({ place, key }: FoundEntity, verification: Verification): Reads {
  const { name, type, capabilities } = place;
  const { sender, findings } = verification;
  const { sortable, nonSortable, ascendingOnly, top } = capabilities;
  const [first] = key;
  const rest = top ? `&$top=${TOP}` : "";
  if (first !== undefined && !ascendingOnly.includes(first.path)) {
    const allowed = sortable && !nonSortable.includes(first.path);
    const answer = await sender.get(`${name}?$orderby=${encodeURIComponent(first.path)}%20desc${rest}`);
    yield;
    if (isAnswered(answer, { subject: name, what: "$orderby by the key", allowed }, verification)) {
      const page = entitiesIn(answer, { subject: name, type: type.name }, verification);
      const values = (page?.items ?? []).map((item) => valueAt(item, first.path));
      if (allowed && !isDescending(values))
        findings.add("order-wrong", name, "$orderby of the key is answered in another order", answer.exchange);
    }
  }
  if (!sortable) return;
  for (const property of nonSortable.filter((path) => path !== first?.path).slice(0, DENIED)) {
    const denied = await sender.get(`${name}?$orderby=${encodeURIComponent(property)}${rest}`);
    yield;
    isAnswered(denied, { subject: `${name}/${property}`, what: "$orderby", allowed: false }, verification);
  }
}

/** Only numbers are compared: services order texts by their own rules. */
function isDescending(values: readonly unknown[]): boolean {
  return values.every((value, index) => {
    const before = values[index - 1];
    return typeof value !== "number" || typeof before !== "number" || before >= value;
  });
}
