import { typeFactsIn } from "../../facts/facts.js";
import { isObject, type JsonObject } from "../../values/value-issue.js";
import type { Exchange } from "../finding.js";
import type { Reads, Verification } from "../verification.js";
import { entitiesIn, isAnswered } from "./read-place.js";
import type { FoundEntity } from "./found-entity.js";

/** A name that no type has. */
export const UNKNOWN = "noSuchProperty";

/** Selects a property, which the answer has and no other, and one that the type does not have. */
export async function* selectReads(found: FoundEntity, verification: Verification): Reads {
  const { place, entity } = found;
  const { name, type, capabilities } = place;
  const { sender, findings, facts } = verification;
  const { members, open, inheritsOpen } = typeFactsIn(facts, type.name);
  const sent = isObject(entity) ? Object.keys(entity) : [];
  const chosen = members.find(
    (member) => member.kind === "Property" && !member.key && !member.stream && sent.includes(member.name),
  );
  const rest = capabilities.top ? "&$top=1" : "";
  if (chosen !== undefined) {
    const answer = await sender.get(`${name}?$select=${encodeURIComponent(chosen.name)}${rest}`);
    yield;
    const asked = { subject: name, what: "$select", allowed: capabilities.selectable };
    if (isAnswered(answer, asked, verification)) {
      const page = entitiesIn(answer, { subject: name, type: type.name, isPart: true }, verification);
      for (const item of page?.items ?? [])
        if (isObject(item)) checkSelected(item, chosen.name, found, answer.exchange, verification);
    }
  }
  if (open || inheritsOpen || !capabilities.selectable) return;
  const answer = await sender.get(`${name}?$select=${UNKNOWN}${rest}`);
  yield;
  if (answer.ok)
    findings.add("unknown-accepted", name, "$select of a property that the type lacks is answered", answer.exchange);
}

/**
 * Services may send more than was selected (OData Protocol 4.01 §11.2.5.1), such as keys and what ETags are made of. One
 * that sends all that it sent before ignores the option.
 */
function checkSelected(
  item: JsonObject,
  selected: string,
  { place: { name }, entity, key }: FoundEntity,
  exchange: Exchange,
  { findings }: Verification,
): void {
  const isOther = (property: string): boolean =>
    property !== selected && !property.includes("@") && key.every(({ path }) => path.split("/")[0] !== property);
  const before = isObject(entity) ? Object.keys(entity).filter(isOther) : [];
  if (before.length > 1 && before.every((property) => Object.hasOwn(item, property)))
    findings.add("select-wrong", name, "$select is ignored: all properties are sent", exchange);
  if (!Object.hasOwn(item, selected))
    findings.add("select-wrong", `${name}/${selected}`, "a property that was selected is not sent", exchange);
}
