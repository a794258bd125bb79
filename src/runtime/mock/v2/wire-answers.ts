/** Answers in the form of OData 2.0 (OData 2.0 JSON Format §5 to §9). */
import { actualType, chainOf, isDerived, keyNames, memberOf, membersOf, own } from "../query/names.js";
import type { Entity } from "../query/contract.js";
import type { MockService } from "../service.js";
import { isEntity } from "../store/members.js";
import type { Answer } from "../web.js";
import { keyLiteral, wireValue } from "./wire-values.js";

/** What the form of an answer depends on. */
export interface WireForm {
  readonly service: MockService;
  readonly base: string;
  /** What the path leads to, by its names. */
  readonly type: string;
  /** The last name of the path. */
  readonly name: string;
  /** The navigation properties that `$select` leaves; all without one. */
  readonly selected: ReadonlySet<string> | undefined;
  /** Whether the path is one of links. */
  readonly links: boolean;
}

export function wireAnswer(answer: Answer, form: WireForm): Answer {
  const headers = { ...answer.headers, dataserviceversion: "2.0" };
  const { body } = answer;
  const { "odata-version": _, ...others } = headers as Record<string, string>;
  if (!isEntity(body) || body instanceof Uint8Array) return { ...answer, headers: others };
  const error = body["error"];
  return {
    ...answer,
    headers: others,
    body: isEntity(error) ? { error: wireError(error) } : { d: wireBody(body, form) },
  };
}

function wireError({ code, message, innererror, details, target }: Entity): Entity {
  const errordetails = Array.isArray(details) ? details : [];
  return {
    code,
    message: { lang: "en", value: message },
    ...(target !== undefined && { target }),
    innererror: { ...(isEntity(innererror) && innererror), ...(errordetails.length > 0 && { errordetails }) },
  };
}

function wireBody(body: Entity, form: WireForm): unknown {
  const { value, "@odata.context": context, "@odata.count": count, "@odata.nextLink": next } = body;
  const type = typeOfContext(String(context), form);
  if (form.links) {
    const uri = (one: unknown): Entity => ({ uri: isEntity(one) ? one["@odata.id"] : undefined });
    return Array.isArray(value) ? { results: value.map(uri) } : uri(body);
  }
  if (form.name === "" && Array.isArray(value)) {
    return { EntitySets: value.map((one) => (isEntity(one) ? one["name"] : undefined)) };
  }
  if (Array.isArray(value)) {
    const results = value.map((one) => wireObject(one, type, form));
    return {
      results,
      ...(count !== undefined && { __count: String(count) }),
      ...(next !== undefined && { __next: next }),
    };
  }
  if ("value" in body && memberOf(form.service, type, "value") === undefined) {
    return { [form.name]: wireObject(value, type, form) };
  }
  const object = wireObject(body, type, form);
  return own(form.service.types, type)?.kind === "complex" ? { [form.name]: object } : object;
}

/** The type that the context URL of an answer tells. */
function typeOfContext(context: string, { service, type }: WireForm): string {
  const [, fragment = ""] = /#(.*)$/s.exec(context) ?? [];
  const name = fragment.replace(/\/\$entity$/, "").replace(/^Collection\((.*)\)$/, "$1");
  const child = own(service.children, name);
  if (child !== undefined && child.kind !== "import") return child.type;
  return own(service.types, name) || name.startsWith("Edm.") ? name : type;
}

function wireObject(value: unknown, declared: string, form: WireForm): unknown {
  if (Array.isArray(value)) return value.map((one) => wireObject(one, declared, form));
  if (!isEntity(value)) return wireValue(value, declared);
  const { service } = form;
  const type = actualType(value, declared);
  const inner = { ...form, selected: form.selected && new Set<string>() };
  const members = Object.entries(value).flatMap(([name, member]): readonly (readonly [string, unknown])[] => {
    if (name.includes("@")) return [];
    const of = memberOf(service, type, name);
    const shown = wireObject(member, of?.type ?? "", inner);
    return [[name, of?.collection && Array.isArray(shown) ? { results: shown } : shown]];
  });
  const isEntityType = own(service.types, type)?.kind === "entity";
  const uri = isEntityType ? uriOf(value, type, form) : undefined;
  return {
    __metadata: {
      ...(uri !== undefined && { uri }),
      type,
      ...(uri !== undefined && entityMetadata(value, type, uri, form)),
    },
    ...Object.fromEntries(members),
    ...(uri !== undefined && deferredIn(value, type, uri, form)),
  };
}

function entityMetadata(value: Entity, type: string, uri: string, { service }: WireForm): Entity {
  const { "@odata.etag": etag, "@odata.mediaContentType": contentType } = value;
  const isMedia = chainOf(service, type).some(([, { stream }]) => stream);
  return {
    ...(etag !== undefined && { etag }),
    ...(isMedia && { media_src: `${uri}/$value`, content_type: contentType ?? "application/octet-stream" }),
  };
}

/** Links to what is not expanded. */
function deferredIn(value: Entity, type: string, uri: string, { service, selected }: WireForm): Entity {
  const names = [...membersOf(service, type)].flatMap(([name, { navigation }]) => (navigation ? [name] : []));
  const missing = names.filter((name) => !Object.hasOwn(value, name) && (selected?.has(name) ?? true));
  return Object.fromEntries(missing.map((name) => [name, { __deferred: { uri: `${uri}/${name}` } }]));
}

function uriOf(entity: Entity, type: string, { service, base }: WireForm): string {
  const [set = ""] =
    Object.entries(service.children).find(
      ([, child]) => child.kind === "set" && isDerived(service, type, child.type),
    ) ?? [];
  const keys = keyNames(service, type).map((name) => {
    return [name, keyLiteral(service, memberOf(service, type, name)?.type ?? "", entity[name])] as const;
  });
  const text = keys.length === 1 ? keys[0]?.[1] : keys.map(([name, literal]) => `${name}=${literal}`).join();
  return `${base}/${set}(${text})`;
}
