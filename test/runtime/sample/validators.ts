/** What generated validators look like, written by hand. */
import type * as edm from "../../../src/runtime/edm.js";
import * as v from "../../../src/runtime/validation.js";
import * as types from "./types.js";
import type * as writes from "./writes.js";

function checkImportedState(o: v.JsonObject, c: v.Context): void {
  v.enumeration(o["phase"], c, "phase", ["new", "done"], v.required);
  v.string(o["note"], c, "note");
}

function checkImportedDeviceIdentity(o: v.JsonObject, c: v.Context): void {
  v.odataType(o["@odata.type"], c);
  v.string(o["id"], c, "id", v.requiredOnRead | v.computed);
  v.string(o["importedDeviceIdentifier"], c, "importedDeviceIdentifier", v.nullable | v.requiredOnCreate, 20);
  v.dateTimeOffset(o["lastModifiedDateTime"], c, "lastModifiedDateTime", v.nullable | v.computed);
  v.enumeration(o["platform"], c, "platform", types.platformValues);
  v.flags(o["rights"], c, "rights", types.rightValues);
  v.dateTimeOffset(o["createdDateTime"], c, "createdDateTime", v.nullable | v.immutable);
  v.collection(o["tags"], c, "tags", v.string, 0);
  v.enumerations(o["platforms"], c, "platforms", types.platformValues);
  v.object(o["state"], c, "state", checkImportedState);
  v.int64(o["size"], c, "size");
  v.navigation(o["owner"], c, "owner");
}

function checkImportedDeviceIdentityResult(o: v.JsonObject, c: v.Context): void {
  checkImportedDeviceIdentity(o, c);
  v.odataTypeName(o["@odata.type"], c, "microsoft.graph.importedDeviceIdentityResult");
  v.boolean(o["status"], c, "status");
}

const anyImportedDeviceIdentity = /* @__PURE__ */ v.variants(checkImportedDeviceIdentity, {
  "microsoft.graph.importedDeviceIdentityResult": checkImportedDeviceIdentityResult,
});

function checkDirectoryObject(o: v.JsonObject, c: v.Context): void {
  v.odataType(o["@odata.type"], c);
  v.string(o["id"], c, "id", v.requiredOnRead | v.refusedOnUpdate);
}

function checkUser(o: v.JsonObject, c: v.Context): void {
  checkDirectoryObject(o, c);
  v.string(o["displayName"], c, "displayName", v.nullable | v.requiredOnCreate);
  v.string(o["mail"], c, "mail");
  v.string(v.own(o, "constructor"), c, "constructor");
  v.navigation(o["manager"], c, "manager");
  v.navigationMany(o["devices"], c, "devices");
}

function checkSettings(o: v.JsonObject, c: v.Context): void {
  v.open(c);
  v.string(o["id"], c, "id", v.requiredOnRead | v.computed);
  v.enumeration(o["theme"], c, "theme", ["dark", "light"]);
  v.navigation(o["owner"], c, "owner");
}

function checkImportDeviceIdentityListParameters(o: v.JsonObject, c: v.Context): void {
  v.objects(o["importedDeviceIdentities"], c, "importedDeviceIdentities", anyImportedDeviceIdentity, v.required);
  v.boolean(o["overwriteImportedDeviceIdentities"], c, "overwriteImportedDeviceIdentities", 0);
}

export function isImportedDeviceIdentity(value: unknown): value is types.ImportedDeviceIdentity {
  return v.is(value, checkImportedDeviceIdentity);
}
export function validateImportedDeviceIdentity(value: unknown): v.Result<types.ImportedDeviceIdentity> {
  return v.validate(value, anyImportedDeviceIdentity);
}
export function validateImportedDeviceIdentityResult(value: unknown): v.Result<types.ImportedDeviceIdentityResult> {
  return v.validate(value, checkImportedDeviceIdentityResult);
}
export const importedDeviceIdentitySchema: v.Schema<types.ImportedDeviceIdentity> = {
  "~standard": {
    version: 1,
    vendor: "odata-codegen",
    validate: validateImportedDeviceIdentity,
  },
};
export function validateImportedDeviceIdentityCreate(value: unknown): v.Result<writes.AnyImportedDeviceIdentityCreate> {
  return v.validate(value, anyImportedDeviceIdentity, v.create);
}
export function validateImportedDeviceIdentityUpdate(value: unknown): v.Result<writes.ImportedDeviceIdentityUpdate> {
  return v.validate(value, checkImportedDeviceIdentity, v.update);
}
export function isImportedDeviceIdentityUpdate(value: unknown): value is writes.ImportedDeviceIdentityUpdate {
  return v.is(value, checkImportedDeviceIdentity, v.update);
}
export function isUser(value: unknown): value is types.User {
  return v.is(value, checkUser);
}
export function validateUserCreate(value: unknown): v.Result<writes.UserCreate> {
  return v.validate(value, checkUser, v.create);
}
export function validateSettingsCreate(value: unknown): v.Result<writes.SettingsCreate> {
  return v.validate(value, checkSettings, v.create);
}
export function validateImportDeviceIdentityListParameters(
  value: unknown,
): v.Result<writes.ImportDeviceIdentityListParameters> {
  return v.validate(value, checkImportDeviceIdentityListParameters, v.create);
}
export function validateImportedDeviceIdentityCollection(
  value: unknown,
): v.Result<edm.Collection<types.ImportedDeviceIdentity>> {
  return v.validate(value, v.collectionResponse(anyImportedDeviceIdentity));
}
export function validateBoolean(value: unknown): v.Result<{ value: boolean }> {
  return v.validate(value, v.valueResponse(v.boolean));
}
export function isPlatform(value: unknown): value is types.Platform {
  return v.isMember(value, types.platformValues);
}
export function validatePlatform(value: unknown): v.Result<types.Platform> {
  return v.validateMember(value, types.platformValues);
}
export function isRights(value: unknown): value is edm.Flags<types.Right> {
  return v.isFlags(value, types.rightValues);
}
export function validateRights(value: unknown): v.Result<edm.Flags<types.Right>> {
  return v.validateFlags(value, types.rightValues);
}
