/** The request that an example shows: a page may show one that it does not document. */
import { bindingTypeOf, parametersOf, type Model, type ResolvedRequest } from "../model.js";
import type { Example } from "../requests.js";

/**
 * The request that the example stands at where its method and the end of its path are those of the example, else the
 * request of the model that the example has the method and the path of. Undefined where there is none.
 */
export function requestShown(
  request: ResolvedRequest,
  { request: shown }: Example,
  model: Model,
): ResolvedRequest | undefined {
  if (shown === undefined) return request;
  const path = segmentsOf(shown.url);
  if (shown.method === request.method && endsAlike(path, segmentsOf(request.template)))
    return withOverload(request, shown.url, model);
  const start = `/${path[0] ?? ""}`;
  return model.requests.find(
    ({ method, template }) =>
      method === shown.method && template.toLowerCase().startsWith(start) && isPathOf(path, segmentsOf(template)),
  );
}

/** A page may leave out of the path the parameters of a function that has several overloads. */
function withOverload(request: ResolvedRequest, url: string, model: Model): ResolvedRequest {
  const { resource } = request;
  const [, given] = /\(([^()]*=[^()]*)\)$/.exec(url) ?? [];
  if (resource?.kind !== "Operation" || given === undefined) return request;
  const names = [...given.matchAll(/(?:^|,)\s*(\w+)=/g)].map(([, name = ""]) => name.toLowerCase());
  const binding = bindingTypeOf(resource.operation);
  const operation = model.overloads(resource.operation.name).find((overload) => {
    const parameters = parametersOf(overload);
    const hasAll =
      parameters.length === names.length && parameters.every(({ name }) => names.includes(name.toLowerCase()));
    return hasAll && bindingTypeOf(overload)?.type === binding?.type;
  });
  return operation === undefined ? request : { ...request, resource: { kind: "Operation", operation } };
}

/** A key in a path, such as `{id}`, `7` or `name='x'`: any other key is as good. */
const KEY = /^(?:[{<(].*|'.*'|\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\w+=.*)$/i;

/** Calls and casts by their simple name, in lower case, keys as they are; a key in parentheses is a segment of its own. */
function segmentsOf(url: string): readonly string[] {
  const path = url
    .replace(/[?#].*$/, "")
    .replace(/^https?:\/\/[^/]*/i, "")
    .replace(/^\/?(?:beta|v\d+(?:\.\d+)?)(?=\/)/i, "");
  return path.split("/").flatMap((segment) => {
    if (segment === "" || KEY.test(segment)) return segment === "" ? [] : [segment];
    const [, name = segment, key] = /^([^(]*)(?:\((.*)\)?)?$/.exec(segment) ?? [];
    const simple = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    return key !== undefined && /^(?:'|\d|\{)/.test(key) ? [simple, key] : [simple];
  });
}

/** Whether a path ends with the last name of another one and the keys behind it. */
function endsAlike(path: readonly string[], template: readonly string[]): boolean {
  const last = template.findLastIndex((segment) => !KEY.test(segment));
  const end = template.slice(Math.max(last, 0));
  return isPathOf(path.slice(-end.length), end);
}

/** Whether a path has the segments of a template, in which a key stands for any segment. */
function isPathOf(path: readonly string[], template: readonly string[]): boolean {
  return (
    path.length === template.length && template.every((segment, index) => KEY.test(segment) || segment === path[index])
  );
}
