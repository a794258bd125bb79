/** Checks of what a request sends or reads, by the schemas that validators export. */
import type { Operation } from "../../../edm/elements.js";
import { isStructured } from "../../../edm/model.js";
import { reachOperation, reachRole } from "../../../views/modules/scope.js";
import type { ClientCall } from "./call.js";
import { callText, withImports } from "./client-text.js";
import type { Walk } from "./node.js";

/** Undefined where neither has a schema. */
export function schemaText(call: ClientCall, operation: Operation | undefined, walk: Walk): string | undefined {
  const sent = call.body === undefined ? undefined : sentSchema(call, operation, walk);
  if (sent !== undefined) {
    const imports = [importedBy(call), ["index.js", [exportOf(sent)]]] as const;
    return withImports(imports, `await ${callText(call, 0, `${sent}.parse(body)`)};`);
  }
  const read = call.reads ? readSchema(call, walk) : undefined;
  if (read === undefined) return undefined;
  const { select: _, ...whole } = call;
  if (!isMany(call)) {
    const text = `const result = ${read}.parse(await ${callText(whole, 0)});`;
    return withImports([importedBy(call), ["index.js", [exportOf(read)]]], text);
  }
  const [file, functions] = importedBy(call);
  const imports = [
    [file, [...functions, "checked"]],
    ["index.js", [exportOf(read)]],
  ] as const;
  return withImports(imports, `const page = await checked(${callText(whole, 0)}, ${read});`);
}

function importedBy({ node }: ClientCall): readonly [string, readonly string[]] {
  return ["odata.js", node.functions];
}

function isMany({ node }: ClientCall): boolean {
  return node.kind === "collection" || node.many;
}

/** What `index.ts` exports: the schema, or the namespace that has it. */
function exportOf(schema: string): string {
  return schema.split(".", 1)[0] ?? schema;
}

function sentSchema({ bodyType, node }: ClientCall, operation: Operation | undefined, walk: Walk): string | undefined {
  if (bodyType !== undefined) {
    const { type, shape } = bodyType;
    // A body of a derived type names it, which the schema of the declared one looks at.
    const isDerived = node.type !== undefined && node.type !== type;
    return isDerived ? reachRole(node.type, `${shape}OrDerivedSchema`, walk) : reachRole(type, `${shape}Schema`, walk);
  }
  return operation === undefined ? undefined : reachOperation(operation, "parametersSchema", walk);
}

function readSchema({ node: { type: name } }: ClientCall, walk: Walk): string | undefined {
  const type = name && walk.context.model.type(name);
  return type !== undefined && isStructured(type) ? reachRole(type.name, "schema", walk) : undefined;
}
