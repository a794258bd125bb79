/** The names of the generated schemas, as the mock looks them up in the exports of `validators.ts`. */
import type { Operation, StructuredType } from "../../edm/elements.js";
import type { MockType } from "../../runtime/mock/service.js";
import { parametersOf } from "../../edm/model.js";
import { lowerFirst } from "../../naming/letter-case.js";
import type { StructuredRole } from "../../naming/roles.js";
import type { ViewContext } from "../view-context.js";

/** The roles of the schemas that the mock uses, with the usual endings of their names. */
const ENDINGS = {
  schema: "Schema",
  orDerivedSchema: "OrDerivedSchema",
  createSchema: "CreateSchema",
  createOrDerivedSchema: "CreateOrDerivedSchema",
  updateSchema: "UpdateSchema",
  updateOrDerivedSchema: "UpdateOrDerivedSchema",
} as const satisfies Partial<Record<StructuredRole, string>>;

export function schemaNamesOf(
  { name, kind }: StructuredType,
  { names, usage, model }: ViewContext,
): Pick<MockType, "schema" | "schemas"> {
  if (model.type(name) === undefined) return {};
  const { flat, identifier } = names.moduleOf(name);
  const path = flat ? "" : `${identifier}.`;
  const base = path + lowerFirst(names.type(name));
  const others = Object.entries(ENDINGS).flatMap(([role, ending]) => {
    if (!hasSchema(role, kind, usage.withDerived.has(name), usage.writtenWithDerived.has(name))) return [];
    // The keys of the table above.
    const own = path + names.role(name, role as keyof typeof ENDINGS);
    return own === base + ending ? [] : [[ending, own] as const];
  });
  return { schema: base, ...(others.length > 0 && { schemas: Object.fromEntries(others) }) };
}

function hasSchema(role: string, kind: StructuredType["kind"], derived: boolean, written: boolean): boolean {
  if (role === "schema") return true;
  if (role === "orDerivedSchema") return derived;
  return kind === "EntityType" && (written || !role.includes("OrDerived"));
}

export function parametersSchemaOf(operation: Operation, { names, model }: ViewContext): string | undefined {
  if (operation.kind !== "Action" || parametersOf(operation).length === 0) return undefined;
  if (!model.overloads(operation.name).includes(operation)) return undefined;
  const { flat, identifier } = names.moduleOf(operation);
  const name = names.operation(operation, "parametersSchema");
  return flat ? name : `${identifier}.${name}`;
}
