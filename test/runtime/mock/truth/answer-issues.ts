/** Whether what the mock answers passes the generated schemas. */
import { schemaAt } from "../../../../src/runtime/mock/handler/schemas.js";
import type { Outcome } from "./accepted.js";
import type { GeneratedMock, Schema } from "./generated-mock.js";

type Checked = Pick<GeneratedMock, "service" | "schemas">;

/** The issues of the entities and complex values in an answer. */
export function issuesIn({ path, sent }: Outcome, checked: Checked): readonly string[] {
  const type = typeOf(String(sent.body["@odata.context"] ?? ""), checked.service);
  const items = Array.isArray(sent.body.value) ? sent.body.value : [sent.body];
  const schema = type === undefined ? undefined : schemaOf(type, checked);
  const isPart = /[?&](?:\$|%24)select=/i.test(path);
  return items.flatMap((item) => {
    const issues = schema?.validate(item).issues ?? [];
    // What is not selected is missing.
    return issues
      .filter(({ code }) => !(isPart && code === "missing"))
      .map((issue) => `${path}: ${JSON.stringify(issue)}`);
  });
}

/** The type that a context URL leads to: through the names of its path, without keys. */
function typeOf(context: string, { types, children }: Checked["service"]): string | undefined {
  const fragment = decodeURIComponent(context.slice(context.indexOf("#") + 1)).replace(/\/\$entity$|\/\$delta$/, "");
  const [, item] = /^Collection\((.*)\)$/.exec(fragment) ?? [];
  if (item !== undefined || types[fragment] !== undefined) return item ?? fragment;
  const [first = "", ...rest] = fragment.replace(/\('(?:[^']|'')*'\)|\([^()]*\)/g, "").split("/");
  const child = children[first];
  let type = child === undefined || child.kind === "import" ? undefined : child.type;
  for (const name of rest) type = type === undefined ? undefined : navigationOf(type, name, types);
  return type;
}

function navigationOf(type: string, name: string, types: Checked["service"]["types"]): string | undefined {
  for (let at: string | undefined = type; at !== undefined; at = types[at]?.base) {
    const found = types[at]?.navigation?.[name];
    if (found !== undefined) return found.type;
  }
  return undefined;
}

function schemaOf(type: string, { service, schemas }: Checked): Schema | undefined {
  const { schema, schemas: others } = service.types[type] ?? {};
  if (schema === undefined) return undefined;
  const endings = ["OrDerivedSchema", "Schema"];
  // What generated code exports under these names.
  return endings
    .map((ending) => schemaAt(others?.[ending] ?? schema + ending, schemas) as Schema | undefined)
    .find(Boolean);
}
