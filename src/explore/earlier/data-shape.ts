/** Checks that parsed JSON has the members of `ModelData` that a comparison reads. */

import type { ModelData } from "../data/format.js";

/** `?` after the name of a member: it may be absent; a list has the form of its items; a text may have to match. */
type Form =
  "text" | "text or null" | "flag" | "number" | RegExp | readonly [Form] | { readonly [member: string]: Form };

const said: Form = [{ by: "text", source: "number" }];

const element = {
  name: "text",
  "description?": "text",
  "deprecated?": { "reason?": "text", "since?": "text", "removal?": "text" },
  "said?": said,
} as const;

const member: Form = {
  ...element,
  "kind?": /^(?:Navigation)?Property$/,
  "type?": "text",
  "facets?": "text",
  "value?": "text",
  "create?": "text or null",
  "update?": "text or null",
  "default?": "text",
  "example?": "text",
};

const permission: Form = {
  scheme: /^(?:delegatedWork|delegatedPersonal|application)$/,
  "when?": "text",
  alternatives: [["text"]],
  ordered: "flag",
};

const modelForm: Form = {
  protocol: "text",
  "serviceRoot?": "text",
  "container?": "text",
  "sources?": [{ name: "text", "link?": "text" }],
  types: [
    {
      ...element,
      kind: /^(?:(?:Entity|Complex|Enum)Type|TypeDefinition)$/,
      read: "text",
      "base?": "text",
      "key?": ["text"],
      "underlying?": "text",
      "members?": [member],
    },
  ],
  operations: [
    {
      ...element,
      kind: /^(?:Action|Function)$/,
      "boundTo?": "text",
      "returns?": "text",
      "read?": "text",
      parameters: [{ ...element, "type?": "text", "write?": "text" }],
    },
  ],
  children: [{ ...element, kind: /^(?:EntitySet|Singleton|ActionImport|FunctionImport)$/, target: "text" }],
  requests: [{ method: "text", path: "text", "title?": "text", "permissions?": [permission], "said?": said }],
};

/** The path of the first value of another form, such as `types/3/name`; undefined where there is none. */
export function misfit(data: unknown): string | undefined {
  return misfitIn(data, modelForm, "") ?? misfitOfKind(data as Pick<ModelData, "types">); // it has this form
}

/** Type definitions have a type below them, all other types have members. */
function misfitOfKind({ types }: Pick<ModelData, "types">): string | undefined {
  return firstOf(types.entries(), ([index, type]) => {
    const needed = type.kind === "TypeDefinition" ? "underlying" : "members";
    return Object.hasOwn(type, needed) ? undefined : `types/${index}/${needed}`;
  });
}

function misfitIn(value: unknown, form: Form, path: string): string | undefined {
  if (form instanceof RegExp) return typeof value === "string" && form.test(value) ? undefined : path;
  if (typeof form === "string") return fits(value, form) ? undefined : path;
  if (isList(form)) {
    if (!Array.isArray(value)) return path;
    return firstOf(value.entries(), ([index, item]) => misfitIn(item, form[0], `${path}/${index}`));
  }
  if (typeof value !== "object" || value === null) return path;
  const stated = value as Readonly<Record<string, unknown>>; // an object of JSON
  return firstOf(Object.entries(form), ([name, of]) => {
    const own = name.replace(/\?$/, "");
    const given = Object.hasOwn(stated, own) ? stated[own] : undefined;
    // The permissions of a request that are unknown are null.
    if ((given === undefined || given === null) && name.endsWith("?") && of !== "text or null") return undefined;
    if (given === undefined && name.endsWith("?")) return undefined;
    return misfitIn(given, of, path === "" ? own : `${path}/${own}`);
  });
}

function isList(form: Form): form is readonly [Form] {
  return Array.isArray(form);
}

function fits(value: unknown, form: Extract<Form, string>): boolean {
  if (form === "number") return typeof value === "number";
  if (form === "flag") return typeof value === "boolean";
  return typeof value === "string" || (form === "text or null" && value === null);
}

function firstOf<T>(items: Iterable<T>, find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
