import type { Validator } from "./validator.js";

/** A schema as libraries that accept any validator expect it (https://standardschema.dev, version 1). */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<T>;
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly PropertyKey[] }[] };

/** A validator as a Standard Schema. */
export function schema<T>(validate: Validator<T>): StandardSchema<T> {
  return {
    "~standard": {
      version: 1,
      vendor: "odata-codegen",
      validate: (value) => {
        const result = validate(value);
        return result.ok ? { value: result.value } : { issues: result.issues };
      },
    },
  };
}
