/** Which generated schema a body is for, by what the page and the body say: names, nothing of the model. */
import { basename } from "node:path";
import type { ShownBody } from "./family-pages.js";

interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
}
interface Schema {
  readonly validate: (value: unknown) => { readonly ok: boolean; readonly issues?: readonly Issue[] };
}
export type Schemas = Readonly<Record<string, Schema>>;

/** What is wrong with a body, as `path code` of the first issue; undefined when nothing is. */
export function faultOf(body: ShownBody, schemas: Schemas): string | undefined {
  for (const [schema, value] of usesOf(body, schemas)) {
    const [issue] = schema.validate(value).issues ?? [];
    if (issue !== undefined) return `${issue.path.join("/")} ${issue.code}`;
  }
  return undefined;
}

type Use = readonly [schema: Schema, value: unknown];

function usesOf(body: ShownBody, schemas: Schemas): readonly Use[] {
  const { side, operation, method, value } = body;
  if (side === "request" && operation !== undefined) return [[parametersSchema(body, operation, schemas), value]];
  const suffix = side === "response" ? "" : method === "POST" ? "Create" : "Update";
  const inner = side === "response" && "value" in value ? value["value"] : value;
  return (Array.isArray(inner) ? inner : [inner]).flatMap((item: unknown): readonly Use[] => {
    const name = typeof item === "object" && item !== null && "@odata.type" in item ? String(item["@odata.type"]) : "";
    if (name === "") return [];
    return [[found(schemas, `${name.slice(name.lastIndexOf(".") + 1)}${suffix}Schema`), item]];
  });
}

/**
 * `intune-shared-mobileapp-assign.md`: the action assign of the type whose name is mobileapp without capitals, which is
 * left out where the action repeats it.
 */
function parametersSchema({ page }: ShownBody, operation: string, schemas: Schemas): Schema {
  const [, , type = ""] = basename(page, ".md").split("-");
  const wanted = [`${type}${operation}`, operation].map((base) => `${base}ParametersSchema`.toLowerCase());
  const names = wanted.map((one) => Object.keys(schemas).find((candidate) => candidate.toLowerCase() === one));
  return found(schemas, names.find((name) => name !== undefined) ?? wanted.join());
}

function found(schemas: Schemas, name: string): Schema {
  const schema = schemas[name];
  if (schema === undefined) throw new Error(`no schema is called ${name}`);
  return schema;
}
