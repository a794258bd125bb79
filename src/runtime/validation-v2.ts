/** Entry point of the generated validators of services of OData 2.0 and 3.0. */
export {
  computed,
  contained,
  immutable,
  known,
  nullable,
  nullableItems,
  nullItemsOnRead,
  optional,
  refusedOnCreate,
  refusedOnUpdate,
  required,
  requiredOnCreate,
  requiredOnRead,
  requiredOnUpdate,
  type Check,
  type Context,
  type Issue,
  type IssueCode,
  type JsonObject,
  type Name,
  type ValueCheck,
} from "./json/check-context.js";
export { control, controlOfTyped } from "./json/check-control.js";
export { enumeration, enumerations, flags } from "./json/check-enum.js";
export {
  geography,
  geometry,
  geometryCollection,
  lineString,
  multiLineString,
  multiPoint,
  multiPolygon,
  point,
  polygon,
} from "./json/check-geo.js";
export { boolean, primitive } from "./json/check-number.js";
export {
  collection,
  entities,
  entity,
  navigation,
  navigationMany,
  open,
  own,
  types,
  variants,
} from "./json/check-object.js";
export { created, nothing, related, within } from "./json/check-related.js";
export { abstract, leaf } from "./json/check-type.js";
export { times } from "./json/exact-value.js";
export { above, allowed, below, maximum, maxItems, minimum, minItems, multipleOf, pattern } from "./json/check-rule.js";
export { ascii, date, duration, guid, string, timeOfDay } from "./json/check-text.js";
export {
  createSchema,
  flagsSchema,
  memberSchema,
  readSchema,
  updateSchema,
  type Result,
  type Schema,
  type Shape,
  type ValidateOptions,
} from "./schemas/schema.js";
export { createOf, partial, pick, type Picked } from "./schemas/parts.js";
export { hasType } from "./json/type-name.js";
export { ValidationError } from "./schemas/validation-error.js";
export type { Flags } from "./edm.js";

// What differs from OData 4.0.
export { base64 as binary } from "./v2/validation/check-base64.js";
export {
  byteOrText as byte,
  decimalText as decimal,
  doubleOrText as double,
  int16OrText as int16,
  int32OrText as int32,
  int64Text as int64,
  sbyteOrText as sbyte,
  singleOrText as single,
} from "./v2/validation/check-numbers.js";
export {
  collectionPage as collectionResponse,
  membersPage as membersResponse,
  objectInForm as object,
  objectsInForm as objects,
  valuesPage as valuesResponse,
} from "./v2/validation/check-objects.js";
export { dateTime, dateTimeWithOffset as dateTimeOffset, time } from "./v2/validation/check-times.js";
export {
  error2Schema as odataErrorSchema,
  pageOf as collectionOf,
  responseOf,
  wire3Schema,
  wirePageOf,
  wireSchema,
  withRelated as withNavigation,
  type ErrorResponse2 as ErrorResponse,
} from "./v2/validation/wire-schemas.js";
export type {
  Deferred,
  LightPage,
  ResultsPage,
  Wire,
  WireMetadata,
  WirePage,
  WirePage3,
  WithRelated as Related,
} from "./v2/validation/wire-types.js";
