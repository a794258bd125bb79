/** Entry point of the generated validators: `import * as v from "./runtime/validation.js"`. */
export {
  computed,
  immutable,
  known,
  nullable,
  nullableItems,
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
} from "./check-context.js";
export { enumeration, enumerations, flags } from "./check-enum.js";
export { geography, geometry } from "./check-geo.js";
export { boolean, byte, decimal, double, int16, int32, int64, sbyte, single } from "./check-number.js";
export {
  collection,
  navigation,
  navigationMany,
  object,
  objects,
  odataType,
  odataTypeName,
  open,
  own,
  variants,
} from "./check-object.js";
export { collectionResponse, membersResponse, valuesResponse } from "./check-response.js";
export { above, allowed, below, maximum, maxItems, minimum, minItems, multipleOf, pattern } from "./check-rule.js";
export { binary, date, dateTimeOffset, duration, guid, string, timeOfDay } from "./check-text.js";
export {
  createSchema,
  flagsSchema,
  memberSchema,
  readSchema,
  updateSchema,
  valueSchema,
  type Result,
  type Schema,
  type ValidateOptions,
} from "./schema.js";
export { hasType } from "./type-name.js";
export { ValidationError } from "./validation-error.js";
export type { Flags } from "./edm.js";
