/**
 * Functions over the paths and requests of a generated client. Each is part of a bundle only where it is imported, so
 * that an app pays for what it uses.
 */
export type { Filter, OrderBy, WithResult } from "./http/query.js";
export { etagOf } from "./http/http.js";
export { pages, take, toRequest, type DescribedRequest } from "./functions/requests.js";
export { $it, filter, now, orderby } from "./functions/filter.js";
export { geography, geometry } from "./functions/filter-geo.js";
export type { EXPRESSION, Expression, ExpressionText, Operand } from "./functions/filter-expression.js";
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
} from "./functions/filter-literals.js";
export { odata, result, type ExpressionFragment } from "./functions/filter-template.js";
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
} from "./functions/filter-types.js";
