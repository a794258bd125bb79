/** Reads what the links of an entity lead to, as in services that have neither sets nor paths but for these. */
import type { StructuredType } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import { isQualifiedName, type QualifiedName } from "../../edm/names.js";
import type { JsonValue } from "../../edm/requests.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { isArray, isObject, type JsonObject } from "../../values/value-issue.js";
import { pageIn } from "../answers/unwrapped.js";
import type { Reads, Verification } from "../verification.js";
import { entitiesIn, entityIn, isAnswered } from "./read-place.js";

/** A link of an entity to others. */
export interface Link {
  readonly url: string;
  /** The type that declares the navigation property, and its name. */
  readonly subject: string;
  readonly type: QualifiedName;
}

/** How many items of a collection are followed. */
const ITEMS = 3;

/** The structured type of the model that a body names; undefined where it names none. */
export function statedType(body: JsonValue | undefined, { model }: Verification): StructuredType | undefined {
  const stated = body !== undefined && isObject(body) ? (body["@odata.type"] ?? body["@type"]) : undefined;
  const name = typeof stated === "string" ? stated.slice(stated.lastIndexOf("#") + 1) : "";
  const type = isQualifiedName(name) ? model.type(name) : undefined;
  return type !== undefined && isStructured(type) ? type : undefined;
}

/** The links to related entities that an entity, or a complex value in it, gives by their addresses. */
export function linksIn(value: JsonValue, declared: StructuredType, verification: Verification): readonly Link[] {
  if (!isObject(value)) return [];
  const type = statedType(value, verification) ?? declared;
  return typeFactsIn(verification.facts, type.name).members.flatMap((member) =>
    linksOf(member, value, type, verification),
  );
}

function linksOf(
  member: MemberFacts,
  of: JsonObject,
  { name: owner }: StructuredType,
  verification: Verification,
): readonly Link[] {
  const { kind, name, type } = member;
  const target = type && verification.model.type(type.type);
  if (type === undefined || target === undefined || !isStructured(target)) return [];
  const value = of[name] ?? null;
  const items = (isArray(value) ? value : [value]).slice(0, ITEMS);
  if (kind === "Property") return items.flatMap((item) => linksIn(item, target, verification));
  const own = of[`${name}@odata.navigationLink`] ?? of[`${name}@navigationLink`];
  const urls = [...(typeof own === "string" ? [own] : []), ...items.flatMap((item) => referenceIn(item) ?? [])];
  return urls.map((url) => ({ url, subject: `${owner}/${name}`, type: type.type }));
}

/** The address in an entity reference (OData JSON Format 4.01 §14). */
function referenceIn(item: JsonValue): string | undefined {
  if (!isObject(item) || Object.keys(item).some((name) => !name.includes("@"))) return undefined;
  const id = item["@odata.id"] ?? item["@id"];
  return typeof id === "string" ? id : undefined;
}

/** Reads what links lead to, each address once in a run, and what is linked there. */
export async function* linkedReads(start: readonly Link[], verification: Verification): Reads {
  const waiting = [...start];
  for (let link = waiting.shift(); link !== undefined; link = waiting.shift()) {
    const url = verification.sender.urlOf(link.url);
    // What leads elsewhere is another service.
    if (url === undefined || !verification.known.isFirstVisit(url.href)) continue;
    yield* followed(link, url, waiting, verification);
  }
}

async function* followed({ subject, type }: Link, url: URL, waiting: Link[], verification: Verification): Reads {
  const { sender, model } = verification;
  const answer = await sender.get(url);
  yield;
  const asked = { subject, what: "a link", allowed: true, refusal: "link-wrong" } as const;
  if (!isAnswered(answer, asked, verification) || answer.status === 204) return;
  const target = statedType(answer.body, verification) ?? model.type(type);
  if (target === undefined || !isStructured(target)) return;
  const isPage =
    statedType(answer.body, verification) === undefined && pageIn(answer.body, model.protocol) !== undefined;
  const found = isPage
    ? (entitiesIn(answer, { subject, type: target.name }, verification)?.items ?? [])
    : [entityIn(answer, { subject, type: target.name }, verification) ?? null];
  waiting.push(...found.slice(0, ITEMS).flatMap((entity) => linksIn(entity, target, verification)));
}
