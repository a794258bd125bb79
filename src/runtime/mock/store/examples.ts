/** The bodies of documented responses as first contents of a service. */
import { actualType } from "../query/names.js";
import { isEntity, navigationIn } from "./members.js";
import type { Entity } from "../query/contract.js";
import type { MockRequest, MockService } from "../service.js";

/** A path with `{}` for keys and without namespaces and parameters: paths of all ways of writing are compared so. */
export function templateOf(path: string): string {
  return path
    .replace(/\{[^{}]*\}/g, "{}")
    .replace(/\((?:'\{\}'|\{\})\)/g, "/{}")
    .replace(/\([^()]*\)/g, "")
    .replace(/\/(?!\$)[^/]*\.([^/.]+)/g, "/$1")
    .replace(/\/+$/, "");
}

/** Documented requests by method and template: a cache, since the table of a service never changes. */
const requestTables = /* @__PURE__ */ new WeakMap<MockService, ReadonlyMap<string, readonly MockRequest[]>>();

/** The documented requests at a path, by its template. */
export function requestsAt(service: MockService, method: string, template: string): readonly MockRequest[] {
  const known = requestTables.get(service);
  if (known !== undefined) return known.get(`${method} ${template}`) ?? [];
  const table = new Map<string, MockRequest[]>();
  for (const request of service.requests ?? []) {
    const key = `${request.method} ${templateOf(request.path)}`;
    const list = table.get(key) ?? [];
    table.set(key, list);
    list.push(request);
  }
  requestTables.set(service, table);
  return table.get(`${method} ${template}`) ?? [];
}

/** The entities that examples of reads show at a path. */
export function exampleEntities(service: MockService, template: string, type: string): readonly Entity[] {
  const requests = [template, `${template}/{}`].flatMap((path) => requestsAt(service, "GET", path));
  return requests.flatMap(({ example }) => {
    const body = example?.body;
    const value = isEntity(body) ? body["value"] : undefined;
    const items: readonly unknown[] = Array.isArray(value) ? value : [body];
    return items.filter(isEntity).map((item) => withoutRelated(service, item, type));
  });
}

/** Without control information and related entities, which the mock has itself. */
function withoutRelated(service: MockService, item: Entity, declared: string): Entity {
  const type = actualType(item, declared);
  const own = Object.entries(item).filter(
    ([name]) => name === "@odata.type" || (!name.includes("@") && navigationIn(service, type, name) === undefined),
  );
  return Object.fromEntries(own);
}
