/**
 * Functions over the paths and requests of a generated client of OData 2.0 or 3.0. Each is part of a bundle only where
 * it is imported, so that an app pays for what it uses.
 */
export type { Filter, OrderBy } from "./http/query.js";
export { etagOf } from "./http/http.js";
export { pages, take, toRequest, type DescribedRequest } from "./functions/requests.js";
export { filter, orderby } from "./v2/functions/filter/filter-v2.js";
export { geography, geometry } from "./functions/filter/geo.js";
export type { EXPRESSION, Expression, ExpressionText } from "./functions/filter/expression.js";
export type { FilterValue } from "./v2/functions/filter/value-text.js";
export {
  binary,
  dateTime,
  dateTimeOffset,
  decimal,
  double,
  enumMember,
  guid,
  int64,
  single,
  time,
  type EnumKind,
} from "./v2/functions/filter/literals-v2.js";
export { odata, type ExpressionFragment } from "./v2/functions/filter/template-v2.js";
export type {
  AnyExpression,
  BinaryExpression,
  CollectionExpression,
  Condition,
  DateTimeExpression,
  DateTimeOffsetExpression,
  DecimalExpression,
  EntityCollection,
  EnumExpression,
  Filterable,
  FilterableComplex,
  GeoExpression,
  GuidExpression,
  NotInOData2,
  NumberExpression,
  Ordering,
  StringExpression,
  TimeExpression,
} from "./v2/functions/filter/types-v2.js";
export type { BatchResults, Settled } from "./functions/batch/batch.js";
export { batch } from "./v2/functions/batch/batch-v2.js";
export type { BatchOptionsV2 as BatchOptions } from "./v2/functions/batch/batch-v2.js";
export { created } from "./v2/functions/batch/created.js";
export type { BatchPlan } from "./functions/batch/plan.js";
export { logged, type LoggedRequest } from "./functions/fetch/logged.js";
export { retry, type RetryOptions } from "./functions/fetch/retry.js";
export { timeout } from "./functions/fetch/timeout.js";
export { withHeaders } from "./functions/fetch/with-headers.js";
export type {
  ContentFormats,
  ContentRequests,
  Download,
  PutContentOptions,
  ReadContentOptions,
  Stored,
  WriteContentOptions,
} from "./functions/content.js";
export { content, download, type ContentCollection, type CreateContentOptions } from "./v2/functions/media.js";
export {
  CheckError,
  checked,
  type CheckedRequest,
  type CheckedValue,
  type Fitting,
  type NotInResult,
  type SchemaInput,
  type SchemaOutput,
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
} from "./functions/checked.js";
export { isNotFound, isPreconditionFailed, isThrottled } from "./functions/errors.js";
export { segmentOf, type AnyNode } from "./functions/nodes.js";
export { value } from "./v2/functions/value.js";
export { ifNoneMatch, response, type ODataResponse } from "./functions/responses.js";
export type { BlobContent, ByteStream } from "./functions/shared/platform.js";
export type { CollectionReferences, ItemReference, RefTarget } from "./functions/ref.js";
export { ref, uriOf } from "./v2/functions/links.js";
export { upsert, type Upsertable, type UpsertOptions, type UpsertResult } from "./v2/functions/upsert.js";
