import type { PageDocument } from "../../src/edm/document.js";
import type { TypeName } from "../../src/edm/elements.js";

/** A kind of fact with its values, one text each, in order. */
export type Facts = Readonly<Record<FactKind, readonly string[]>>;
export type FactKind = (typeof factKinds)[number];

/** The facts of pages by kind; each kind is counted on its own. */
export const factKinds = [
  "names of types",
  "properties",
  "types of properties",
  "enum members",
  "request lines",
  "permissions",
  "bodies and returns",
  "examples",
  "headers",
] as const;

/**
 * The facts of a page without positions and without those in links, comments and front matter: namespaces,
 * keys, base types from metadata, and which types only examples show.
 */
export function factsOf({ types, requests }: PageDocument): Facts {
  // Lists of derived types consist of links.
  const structured = types.filter(
    (type) => type.kind !== "EnumType" && type.by !== "example" && type.by !== "resourceList",
  );
  const properties = structured.flatMap((type) =>
    type.kind === "EnumType" ? [] : [...type.properties, ...type.navigationProperties],
  );
  const enums = types.filter((type) => type.kind === "EnumType");
  return {
    "names of types": structured.map(({ name }) => short(name)),
    properties: properties.map(({ name }) => name),
    "types of properties": properties.map(
      ({ name, type }) =>
        `${name}: ${type === undefined ? "?" : short(type.type)}${type?.collection === true ? " collection" : ""}`,
    ),
    "enum members": enums.flatMap(({ name, members }) =>
      members.map((member) => `${short(name)}/${member.name}${member.value === undefined ? "" : `=${member.value}`}`),
    ),
    "request lines": requests.map(({ method, template }) => `${method} ${template}`),
    permissions: requests.flatMap(({ template, permissions }) =>
      permissions === undefined
        ? [`${template} not known`]
        : permissions.map(
            ({ scheme, alternatives }) =>
              `${template} ${scheme}: ${alternatives.map((set) => set.join(" + ")).join(", ")}`,
          ),
    ),
    "bodies and returns": requests.map(
      ({ body, returns, status, parameters = [] }) =>
        `${body === undefined ? "" : short(body.type)} ${returns === undefined ? "" : short(returns.type)} ${status} (${parameters.map(({ name }) => name).join()})`,
    ),
    examples: requests.flatMap(({ examples }) =>
      examples.map(({ request, response }) =>
        JSON.stringify([request?.method, request?.url, request?.body?.value, response?.status, response?.body?.value]),
      ),
    ),
    headers: requests.flatMap(({ headers }) => headers.map(({ name, value }) => `${name}: ${value}`)),
  };
}

function short(type: TypeName): string {
  return typeof type === "string" ? type.slice(type.lastIndexOf(".") + 1) : type.short;
}
