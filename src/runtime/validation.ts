/** What generated validators use: `import * as v from "./runtime/validation.js"`. */
export {
  computed,
  immutable,
  known,
  nullable,
  nullableItems,
  optional,
  read,
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
  type Mode,
  type Name,
  type ValueCheck,
} from "./validation/check-context.js";
export { enumeration, enumerations, flags } from "./validation/check-enum.js";
export { geography, geometry } from "./validation/check-geo.js";
export { boolean, byte, decimal, double, int16, int32, int64, sbyte, single } from "./validation/check-number.js";
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
} from "./validation/check-object.js";
export { collectionResponse, valueResponse } from "./validation/check-response.js";
export {
  above,
  allowed,
  below,
  maximum,
  maxItems,
  minimum,
  minItems,
  multipleOf,
  pattern,
} from "./validation/check-rule.js";
export { create, update } from "./validation/check-strict.js";
export { binary, date, dateTimeOffset, duration, guid, string, timeOfDay } from "./validation/check-text.js";
export { hasType } from "./validation/type-name.js";
export { schema, type Schema } from "./validation/standard-schema.js";
export type { Flags } from "./edm.js";
export { isFlags, isMember, validateFlags, validateMember } from "./validation/enum-validator.js";
export { is, isValue, validate, validateValue, type Result } from "./validation/validate.js";
