/** What generated validators look like, written by hand. */
import type * as edm from "../../../src/runtime/edm.js";
import * as v from "../../../src/runtime/validation.js";
import * as types from "./types.js";

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
  v.odataType(o["@odata.type"], c, "microsoft.graph.importedDeviceIdentityResult");
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

export const isImportedDeviceIdentity = /* @__PURE__ */ v.guard<types.ImportedDeviceIdentity>(checkImportedDeviceIdentity);
export const validateImportedDeviceIdentity = /* @__PURE__ */ v.validator<types.ImportedDeviceIdentity>(anyImportedDeviceIdentity);
export const validateImportedDeviceIdentityResult = /* @__PURE__ */ v.validator<types.ImportedDeviceIdentityResult>(
  checkImportedDeviceIdentityResult,
);
export const importedDeviceIdentitySchema = /* @__PURE__ */ v.schema(validateImportedDeviceIdentity);
export const validateImportedDeviceIdentityCreate = /* @__PURE__ */ v.validator<types.AnyImportedDeviceIdentityCreate>(
  anyImportedDeviceIdentity,
  v.create,
);
export const validateImportedDeviceIdentityUpdate = /* @__PURE__ */ v.validator<types.ImportedDeviceIdentityUpdate>(
  checkImportedDeviceIdentity,
  v.update,
);
export const isImportedDeviceIdentityUpdate = /* @__PURE__ */ v.guard<types.ImportedDeviceIdentityUpdate>(
  checkImportedDeviceIdentity,
  v.update,
);
export const isUser = /* @__PURE__ */ v.guard<types.User>(checkUser);
export const validateUserCreate = /* @__PURE__ */ v.validator<types.UserCreate>(checkUser, v.create);
export const validateSettingsCreate = /* @__PURE__ */ v.validator<types.SettingsCreate>(checkSettings, v.create);
export const validateImportDeviceIdentityListParameters = /* @__PURE__ */ v.validator<types.ImportDeviceIdentityListParameters>(
  checkImportDeviceIdentityListParameters,
  v.create,
);
export const validateImportedDeviceIdentityCollection = /* @__PURE__ */ v.validator<edm.Collection<types.ImportedDeviceIdentity>>(
  v.collectionResponse(anyImportedDeviceIdentity),
);
export const validateBoolean = /* @__PURE__ */ v.validator<{ value: boolean }>(v.valueResponse(v.boolean));
export const isPlatform = /* @__PURE__ */ v.memberGuard<types.Platform>(types.platformValues);
export const validatePlatform = /* @__PURE__ */ v.memberValidator<types.Platform>(types.platformValues);
export const isRights = /* @__PURE__ */ v.flagsGuard<edm.Flags<types.Right>>(types.rightValues);
export const validateRights = /* @__PURE__ */ v.flagsValidator<edm.Flags<types.Right>>(types.rightValues);
