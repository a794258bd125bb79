/** Entry point of the generated validators: `import * as v from "./runtime/validation.js"`. */
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
export { boolean, byte, decimal, double, int16, int32, int64, primitive, sbyte, single } from "./json/check-number.js";
export {
  collection,
  entities,
  entity,
  navigation,
  navigationMany,
  object,
  objects,
  open,
  own,
  types,
  variants,
} from "./json/check-object.js";
export { created, nothing, related, within } from "./json/check-related.js";
export { abstract, leaf } from "./json/check-type.js";
export { times } from "./json/exact-value.js";
export { collectionResponse, membersResponse, valuesResponse } from "./json/check-response.js";
export { above, allowed, below, maximum, maxItems, minimum, minItems, multipleOf, pattern } from "./json/check-rule.js";
export { ascii, binary, date, dateTimeOffset, duration, guid, string, timeOfDay } from "./json/check-text.js";
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
export { collectionOf, deltaOf, odataErrorSchema, type ErrorResponse, type RemovedItem } from "./schemas/pages.js";
export { createOf, partial, pick, withNavigation, type Picked, type Related } from "./schemas/parts.js";
export { hasType } from "./json/type-name.js";
export { ValidationError } from "./schemas/validation-error.js";
export type { Flags } from "./edm.js";
