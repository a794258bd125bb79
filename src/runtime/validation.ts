/** Entry point of the generated validators: `import * as v from "./runtime/validation.js"`. */
export {
  computed,
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
export { enumeration, enumerations, flags } from "./json/check-enum.js";
export { geography, geometry } from "./json/check-geo.js";
export { boolean, byte, decimal, double, int16, int32, int64, sbyte, single } from "./json/check-number.js";
export {
  collection,
  entities,
  entity,
  navigation,
  navigationMany,
  object,
  objects,
  odataType,
  odataTypeName,
  open,
  own,
  variants,
} from "./json/check-object.js";
export { collectionResponse, membersResponse, valuesResponse } from "./json/check-response.js";
export { above, allowed, below, maximum, maxItems, minimum, minItems, multipleOf, pattern } from "./json/check-rule.js";
export { binary, date, dateTimeOffset, duration, guid, string, timeOfDay } from "./json/check-text.js";
export {
  createSchema,
  flagsSchema,
  memberSchema,
  readSchema,
  updateSchema,
  type Result,
  type Schema,
  type ValidateOptions,
} from "./json/schema.js";
export { hasType } from "./json/type-name.js";
export { ValidationError } from "./json/validation-error.js";
export type { Flags } from "./edm.js";
