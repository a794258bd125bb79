import type { Result } from "./validate.js";

/**
 * A Standard Schema, version 1 (https://standardschema.dev), for libraries that accept validators of any origin. A
 * {@link Result} is a valid result of the standard; `ok` and the issue codes are additions.
 */
export interface Schema<T> {
  readonly "~standard": SchemaProperties<T>;
}

// Named interfaces: the compiler would instantiate inline types anew for each of thousands of schemas.
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

/** Wraps a validator as a Standard Schema. */
export function schema<T>(validate: (value: unknown) => Result<T>): Schema<T> {
  return { "~standard": { version: 1, vendor: "odata-codegen", validate } };
}
