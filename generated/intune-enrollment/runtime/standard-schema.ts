import type { Result } from "./validate.js";

/** A schema as libraries that accept any validator expect it (https://standardschema.dev, version 1). */
export interface Schema<T> {
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

/** What a validator finds, in the words of the Standard Schema. */
export function standard<T>(result: Result<T>): StandardResult<T> {
  return result.ok ? { value: result.value } : { issues: result.issues };
}
