import type { TypeRef } from "../../src/edm/elements.js";
import { isStructured, type Model, type ResolvedRequest } from "../../src/edm/model.js";
import type { QualifiedName } from "../../src/edm/names.js";
import { resolvePages } from "../../src/merge/names/resolve-names.js";
import type { Score } from "./score.js";
import type { Version } from "./versions.js";

/** Return types that pages state, against what the CSDL has where their paths lead. */
export function returnTypeScores({ pages, both, csdl, csdlDocument }: Version): readonly Score[] {
  const resources = new Map<number, ResolvedRequest["resource"]>();
  for (const request of both.requests)
    for (const { at } of both.declarations(request)) resources.set(at, request.resource);
  const causes = new Map<string, number>();
  let [right, of] = [0, 0];
  for (const { at, method, returns } of resolvePages([csdlDocument, ...pages]).pages.flatMap((page) => page.requests)) {
    const wanted = expected(resources.get(at), method);
    if (wanted === undefined || returns === undefined) continue;
    of++;
    const cause = difference(returns, wanted, csdl);
    if (cause === undefined) right++;
    else causes.set(cause, (causes.get(cause) ?? 0) + 1);
  }
  return [{ what: "return types", right, of, floor: 96.02, causes }];
}

function expected(
  resource: ResolvedRequest["resource"],
  method: string,
): Pick<TypeRef, "type" | "collection"> | undefined {
  if (resource === undefined || method === "DELETE") return undefined;
  if (resource.kind === "Operation") return resource.operation.returnType;
  return { type: resource.type, collection: resource.kind === "Collection" && method === "GET" };
}

/** Why the stated type is not the one of the CSDL; a type derived from it is. */
function difference(stated: TypeRef, wanted: Pick<TypeRef, "type" | "collection">, csdl: Model): string | undefined {
  if (stated.collection !== wanted.collection)
    return stated.collection ? "collection for a single value" : "single value for a collection";
  if (stated.type.toLowerCase() === wanted.type.toLowerCase()) return undefined;
  const type = csdl.type(stated.type);
  if (type === undefined)
    return stated.type.startsWith("Edm.") ? "a primitive type for another type" : "a type that is not in the CSDL";
  const bases: readonly QualifiedName[] = isStructured(type) ? csdl.bases(type).map(({ name }) => name) : [];
  if (bases.includes(wanted.type)) return undefined;
  return csdl.derived(stated.type).some(({ name }) => name === wanted.type)
    ? "a base type of the type"
    : "another type";
}
