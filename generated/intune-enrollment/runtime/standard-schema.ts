import type { Result } from "./validate.js";

/**
 * A schema as libraries that accept any validator expect it (https://standardschema.dev, version 1). What our
 * validators find is what the standard asks for, with `ok` and codes added, so a schema is its validator with a name.
 */
export interface Schema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Result<T>;
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}
