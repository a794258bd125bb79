/**
 * Functions over the paths and requests of a generated client. Each is part of a bundle only where it is imported, so
 * that an app pays for what it uses.
 */
export type { Filter, OrderBy, WithResult } from "./http/query.js";
export { etagOf } from "./http/http.js";
export { pages, take, toRequest, type DescribedRequest } from "./functions/requests.js";
export { $it, filter, now, orderby } from "./functions/filter/filter.js";
export { geography, geometry } from "./functions/filter/geo.js";
export type { EXPRESSION, Expression, ExpressionText, Operand } from "./functions/filter/expression.js";
export {
  binary,
  date,
  dateTime,
  decimal,
  duration,
  enumMember,
  guid,
  int64,
  time,
  type EnumKind,
} from "./functions/filter/literals.js";
export { odata, result, type ExpressionFragment } from "./functions/filter/template.js";
export type {
  AnyExpression,
  BinaryExpression,
  CollectionExpression,
  Condition,
  DateExpression,
  DateTimeExpression,
  DurationExpression,
  EntityCollection,
  EnumExpression,
  Filterable,
  FilterableComplex,
  GeoExpression,
  GuidExpression,
  NumberExpression,
  Ordering,
  StringExpression,
  TimeExpression,
} from "./functions/filter/types.js";
export { batch, type BatchOptions, type BatchResults, type Settled } from "./functions/batch/batch.js";
export type { BatchPlan, Part, Unit } from "./functions/batch/plan.js";
export type { Answers, BatchFormat, EncodedBatch, Follow } from "./functions/batch/format.js";
export { multipart } from "./functions/batch/multipart.js";
export { logged, type LoggedRequest } from "./functions/fetch/logged.js";
export { retry, type RetryOptions } from "./functions/fetch/retry.js";
export { timeout } from "./functions/fetch/timeout.js";
export { withHeaders } from "./functions/fetch/with-headers.js";
export {
  content,
  type ContentFormats,
  type ContentRequests,
  type Download,
  type PutContentOptions,
  type ReadContentOptions,
  type Stored,
  type WriteContentOptions,
} from "./functions/content.js";
export { changes, isRemoved, type Changed, type ChangesRequest, type Removed } from "./functions/changes.js";
export {
  CheckError,
  checked,
  type Fitting,
  type NotInResult,
  type SchemaInput,
  type SchemaOutput,
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
} from "./functions/checked.js";
export { isNotFound, isPreconditionFailed, isThrottled } from "./functions/errors.js";
export { byPath } from "./functions/graph/by-path.js";
export { graphCloud, type GraphCloud, type GraphCloudOptions } from "./functions/graph/graph-cloud.js";
export { poll, type OperationState, type PollOptions } from "./functions/long/poll.js";
export { upload, type Uploaded, type UploadOptions, type UploadSessionLike } from "./functions/long/upload.js";
export { segmentOf, value, type AnyNode } from "./functions/nodes.js";
export { ifNoneMatch, response, type ODataResponse } from "./functions/responses.js";
export type { BlobContent, ByteStream } from "./functions/shared/platform.js";
export { ref, type CollectionReferences, type ItemReference, type RefTarget } from "./functions/ref.js";
