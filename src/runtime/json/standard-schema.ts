import type { Result } from "./validate.js";

/**
 * A schema as libraries that accept any validator expect it (https://standardschema.dev, version 1). What our
 * validators find is what the standard asks for, with `ok` and codes added, so a schema is its validator with a name.
 */
export interface Schema<T> {
  readonly "~standard": SchemaProperties<T>;
}

// Interfaces with names, since a large service has thousands of schemas and the compiler makes each of them anew.
interface SchemaProperties<T> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown) => Result<T>;
  readonly types?: SchemaTypes<T> | undefined;
}

interface SchemaTypes<T> {
  readonly input: T;
  readonly output: T;
}

/** The schema that a validator is. */
export function schema<T>(validate: (value: unknown) => Result<T>): Schema<T> {
  return { "~standard": { version: 1, vendor: "odata-codegen", validate } };
}
