import { CALL, type ListRequest, type ODataRequest } from "../http/client-request.js";
import type { Page } from "../http/page.js";

/** A schema of any library that follows Standard Schema (https://standardschema.dev). */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** The result of a Standard Schema. */
export type StandardResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

/** What a Standard Schema finds wrong. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a schema takes. */
export type SchemaInput<S> = S extends StandardSchema<infer Input, unknown> ? Input : never;

/** What a schema gives. */
export type SchemaOutput<S> = S extends StandardSchema<unknown, infer Output> ? Output : never;

/** Appears in a compiler error when a property of a schema is not in the result, or has another type there. */
export interface NotInResult<Name> {
  readonly notInResult: Name;
}

/** A schema may leave out properties of the result T, be stricter, and have optional properties that T has not. */
export type Fitting<S, T> = unknown extends T
  ? unknown
  : [Misfits<SchemaInput<S>, NonNullable<T>>] extends [never]
    ? unknown
    : NotInResult<Misfits<SchemaInput<S>, NonNullable<T>>>;

// A result that `select` has narrowed has fewer properties than the schema of its type: optional ones may be missing.
type Misfits<Input, T> = {
  [P in keyof Input]-?: P extends keyof T
    ? [NonNullable<Input[P]> & NonNullable<T[P]>] extends [never]
      ? P
      : never
    : undefined extends Input[P]
      ? never
      : P;
}[keyof Input];

/** What a schema checks: the items of a collection, or the result. */
export type CheckedValue<R> =
  R extends ListRequest<infer T> ? T : R extends ODataRequest<infer V> ? (V extends Page<infer T> ? T : V) : never;

/** The request of the same kind with the result that a schema gives. */
export type CheckedRequest<R, Output> =
  R extends ListRequest<unknown>
    ? ListRequest<Output>
    : R extends ODataRequest<infer V>
      ? ODataRequest<V extends Page<unknown> ? Page<Output> : V extends undefined ? undefined : Output>
      : never;

/** A value that does not follow its schema. */
export class CheckError extends Error {
  override readonly name: string = "CheckError";
  /** The issues, at least one. In the path of an issue, the index of the item on its page comes first. */
  readonly issues: readonly StandardIssue[];

  constructor(issues: readonly StandardIssue[]) {
    super(issues.slice(0, 3).map(issueText).join("; "));
    this.issues = issues;
  }
}

function issueText({ path = [], message }: StandardIssue): string {
  const names = path.map((part) => String(typeof part === "object" ? part.key : part));
  return names.length === 0 ? message : `${names.join("/")}: ${message}`;
}

/**
 * Checks each item of a collection, the result of a request, or a body before it is sent. The result is what the schema
 * gives. A request rejects with a {@link CheckError}; for a body it is thrown, and a TypeError when the schema is
 * asynchronous. A response without content is not checked.
 */
export function checked<R extends ODataRequest<unknown>, S extends StandardSchema>(
  request: R,
  schema: S & Fitting<S, CheckedValue<R>>,
): CheckedRequest<R, SchemaOutput<S>>;
export function checked<S extends StandardSchema>(body: SchemaInput<S>, schema: S): SchemaOutput<S>;
export function checked(subject: unknown, schema: StandardSchema): unknown {
  if (!isRequest(subject)) return valuesIn([checkedNow(subject, schema)])[0];
  const call = subject[CALL];
  const { read } = call;
  call.read = async (response, url) => {
    const result = await read(response, url);
    if (result === undefined) return undefined;
    const values = isPage(result) ? result.value : [result];
    const results = await Promise.all(values.map(async (item) => schema["~standard"].validate(item)));
    return isPage(result) ? { ...result, value: valuesIn(results.map(withIndex)) } : valuesIn(results)[0];
  };
  return subject;
}

function isRequest(subject: unknown): subject is ODataRequest<unknown> {
  return typeof subject === "object" && subject !== null && CALL in subject;
}

/** Entities may have a property `value`, too, but others beside it. */
function isPage(result: unknown): result is Page<unknown> {
  const { value, nextLink: _, deltaLink: __, count: ___, ...others } = Object(result) as Partial<Page<unknown>>;
  return Array.isArray(value) && Object.keys(others).length === 0;
}

function checkedNow(body: unknown, schema: StandardSchema): StandardResult<unknown> {
  const result = schema["~standard"].validate(body);
  if (result instanceof Promise) throw new TypeError("The schema is asynchronous.");
  return result;
}

function withIndex(result: StandardResult<unknown>, index: number): StandardResult<unknown> {
  if (result.issues === undefined) return result;
  return { issues: result.issues.map((issue) => ({ ...issue, path: [index, ...(issue.path ?? [])] })) };
}

function valuesIn(results: readonly StandardResult<unknown>[]): unknown[] {
  const issues = results.flatMap((result) => result.issues ?? []);
  if (issues.length > 0) throw new CheckError(issues);
  return results.map((result) => (result as { readonly value: unknown }).value);
}
