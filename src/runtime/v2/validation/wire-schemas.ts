/** Schemas of what services of OData 2.0 and 3.0 send. */
import type { Collection } from "../../edm.js";
import { nullable, required, type Check } from "../../json/check-context.js";
import { object } from "../../json/check-object.js";
import { string } from "../../json/check-text.js";
import { derive, withNavigation } from "../../schemas/parts.js";
import { readSchema, shapeOf, type Shape } from "../../schemas/schema.js";
import { collectionPage } from "./check-objects.js";
import { eitherForm } from "./wire-form.js";
import { wire, wire3 } from "./wire-mode.js";
import type { ResultsPage, WithRelated } from "./wire-types.js";

/** The schema of a structured type, or of a page, in the payloads of OData 2.0. */
export function wireSchema<T>(check: () => Check): Shape<T> {
  return shapeOf(() => eitherForm(check()), wire);
}

/** The schema of a structured type, or of a page, in the payloads of OData 3.0. */
export function wire3Schema<T>(check: () => Check): Shape<T> {
  return shapeOf(() => eitherForm(check()), wire3);
}

/** The schema of a whole response of the wire: an object with the value in `d` (MS-ODATA §2.2.6.3.2). */
export function responseOf<T>(shape: Shape<T>): Shape<{ d: T }> {
  return derive(shape, (check) => (o, c) => object(o["d"], c, "d", check, required));
}

/** The schema of a page of a collection, with its links and count. */
export function pageOf<T>(shape: Shape<T>): Shape<Collection<T>> {
  return derive(shape, collectionPage);
}

/** The schema of a page of the wire with these items. */
export function wirePageOf<T>(shape: Shape<T>): Shape<ResultsPage<T>> {
  return derive(shape, collectionPage);
}

/**
 * The schema of objects whose related entities are checked where they are there, as `$expand` asks for them: single
 * ones and collections.
 */
export function withRelated<T, Shapes extends { readonly [P in keyof T]?: Shape<unknown> }>(
  shape: Shape<T>,
  shapes: Shapes & Readonly<Record<Exclude<keyof Shapes, keyof T>, never>>,
): Shape<WithRelated<T, Shapes>> {
  return derive(withNavigation(shape, shapes), eitherForm);
}

/** The body of an error response of OData 2.0, and of 3.0 but in JSON light. */
export interface ErrorResponse2 {
  error: ErrorBody;
}

interface ErrorBody {
  code: string | null;
  message: { lang?: string | null; value: string };
  innererror?: unknown;
}

/** The schema of the body of an error response (MS-ODATA §2.2.6.3.13). */
export const error2Schema: Shape<ErrorResponse2> = /* @__PURE__ */ readSchema(
  () => (o, c) => object(o["error"], c, "error", checkErrorBody, required),
);

const checkErrorBody: Check = (o, c) => {
  string(o["code"], c, "code", required | nullable);
  object(o["message"], c, "message", checkErrorMessage, required);
};

const checkErrorMessage: Check = (o, c) => {
  string(o["value"], c, "value", required);
  string(o["lang"], c, "lang", nullable);
};
