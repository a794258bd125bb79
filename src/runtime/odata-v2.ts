/**
 * Functions over the paths and requests of a generated client of OData 2.0 or 3.0. Each is part of a bundle only where
 * it is imported, so that an app pays for what it uses.
 */
export type { Filter, OrderBy } from "./http/query.js";
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
