/** The generated schemas, by the types that they are of. */
import { chainOf, own } from "../query/names.js";
import type { MockService } from "../service.js";
import { badRequest, type FaultDetail } from "./fault.js";

/** What generated code gives: the exports of `validators.ts`. */
export type GeneratedSchemas = Readonly<Record<string, unknown>>;

interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

interface Schema {
  readonly validate: (value: unknown) => { readonly issues?: readonly Issue[] | undefined };
}

export type Shape = "read" | "create" | "update";

/** The endings of the names of schemas: those that go by `@odata.type` first. */
const NAME_ENDINGS: Readonly<Record<Shape, readonly string[]>> = {
  read: ["OrDerivedSchema", "Schema"],
  create: ["CreateOrDerivedSchema", "CreateSchema"],
  update: ["UpdateOrDerivedSchema", "UpdateSchema"],
};

/** The issues of a value; none where no schema was generated. */
export function issuesOf(
  value: unknown,
  type: string,
  shape: Shape,
  { service, schemas }: { readonly service: MockService; readonly schemas: GeneratedSchemas },
): readonly FaultDetail[] {
  const { schema, schemas: others } = own(service.types, type) ?? {};
  if (schema === undefined) return [];
  const found = NAME_ENDINGS[shape].map((ending) => schemaAt(own(others, ending) ?? schema + ending, schemas));
  return detailsOf(
    value,
    found.find((one) => one !== undefined),
  );
}

/** Throws a fault with the issues of a body. */
export function check(details: readonly FaultDetail[], what: string): void {
  if (details.length > 0) throw badRequest(`${what} is not valid: ${details[0]?.message}`, details);
}

export function detailsOf(value: unknown, schema: Schema | undefined): readonly FaultDetail[] {
  return (schema?.validate(value).issues ?? []).map(({ code, message, path }) => ({
    code,
    message: path.length === 0 ? message : `${path.join("/")}: ${message}`,
    ...(path.length > 0 && { target: path.join("/") }),
  }));
}

/** `userSchema`, or `callRecords.sessionSchema` of another module. */
export function schemaAt(path: string, schemas: GeneratedSchemas): Schema | undefined {
  let found: unknown = schemas;
  for (const name of path.split("."))
    found = typeof found === "object" && found !== null ? (found as GeneratedSchemas)[name] : undefined;
  // What generated code exports under these names.
  return found as Schema | undefined;
}

/** Whether values can be of the type itself. */
export function isAbstractType(service: MockService, type: string): boolean {
  return chainOf(service, type)[0]?.[1].abstract === true;
}
