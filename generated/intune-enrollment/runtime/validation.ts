/** Entry point of the generated validators: `import * as v from "./runtime/validation.js"`. */
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
} from "./check-context.js";
export { enumeration, enumerations, flags } from "./check-enum.js";
export { geography, geometry } from "./check-geo.js";
export { boolean, byte, decimal, double, int16, int32, int64, sbyte, single } from "./check-number.js";
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
} from "./check-object.js";
export { collectionResponse, valueResponse } from "./check-response.js";
export { above, allowed, below, maximum, maxItems, minimum, minItems, multipleOf, pattern } from "./check-rule.js";
export { create, update } from "./check-strict.js";
export { binary, date, dateTimeOffset, duration, guid, string, timeOfDay } from "./check-text.js";
export { hasType } from "./type-name.js";
export { schema, type Schema } from "./standard-schema.js";
export type { Flags } from "./edm.js";
export { isFlags, isMember, validateFlags, validateMember } from "./enum-validator.js";
export { is, isValue, validate, validateValue, type Result } from "./validate.js";
