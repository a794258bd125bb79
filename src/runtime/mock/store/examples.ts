/** The bodies of documented responses as first contents of a service. */
import { actualType } from "../query/names.js";
import { isEntity, navigationIn } from "./members.js";
import type { Entity } from "../query/contract.js";
import type { MockService } from "../service.js";

/** A path with `{}` for keys and without namespaces and parameters: paths of all ways of writing are compared so. */
export function templateOf(path: string): string {
  return path
    .replace(/\{[^{}]*\}/g, "{}")
    .replace(/\((?:'\{\}'|\{\})\)/g, "/{}")
    .replace(/\([^()]*\)/g, "")
    .replace(/\/(?!\$)[^/]*\.([^/.]+)/g, "/$1")
    .replace(/\/+$/, "");
}

/** The entities that examples of reads show at a path. */
export function exampleEntities(service: MockService, template: string, type: string): readonly Entity[] {
  const bodies = (service.requests ?? []).flatMap(({ method, path, example }) =>
    method === "GET" && example?.body !== undefined && isAt(templateOf(path), template) ? [example.body] : [],
  );
  return bodies.flatMap((body) => {
    const value = isEntity(body) ? body["value"] : undefined;
    const items: readonly unknown[] = Array.isArray(value) ? value : [body];
    return items.filter(isEntity).map((item) => withoutRelated(service, item, type));
  });
}

function isAt(path: string, template: string): boolean {
  return path === template || path === `${template}/{}`;
}

/** Without control information and related entities, which the mock has itself. */
function withoutRelated(service: MockService, item: Entity, declared: string): Entity {
  const type = actualType(item, declared);
  const own = Object.entries(item).filter(
    ([name]) => name === "@odata.type" || (!name.includes("@") && navigationIn(service, type, name) === undefined),
  );
  return Object.fromEntries(own);
}
