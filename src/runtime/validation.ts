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
export { collectionResponse, valueResponse } from "./json/check-response.js";
export { above, allowed, below, maximum, maxItems, minimum, minItems, multipleOf, pattern } from "./json/check-rule.js";
export { create, update } from "./json/check-strict.js";
export { binary, date, dateTimeOffset, duration, guid, string, timeOfDay } from "./json/check-text.js";
export { hasType } from "./json/type-name.js";
export { schema, type Schema } from "./json/standard-schema.js";
export type { Flags } from "./edm.js";
export { isFlags, isMember, validateFlags, validateMember } from "./json/enum-validator.js";
export { is, isValue, validate, validateValue, type Result } from "./json/validate.js";
