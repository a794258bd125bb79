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
  v.controlOfTyped(o["@odata.type"] ?? o["@type"], o, c);
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
  v.leaf(c, "microsoft.graph.importedDeviceIdentityResult");
  v.boolean(o["status"], c, "status");
}

const anyImportedDeviceIdentity = /* @__PURE__ */ v.variants(
  "microsoft.graph.importedDeviceIdentity",
  checkImportedDeviceIdentity,
  {
    "microsoft.graph.importedDeviceIdentityResult": checkImportedDeviceIdentityResult,
  },
);

function checkDirectoryObject(o: v.JsonObject, c: v.Context): void {
  v.controlOfTyped(o["@odata.type"] ?? o["@type"], o, c);
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

export const importedDeviceIdentitySchema: v.Schema<types.ImportedDeviceIdentity> = v.readSchema(
  () => anyImportedDeviceIdentity,
);
export const importedDeviceIdentityResultSchema: v.Schema<types.ImportedDeviceIdentityResult> = v.readSchema(
  () => checkImportedDeviceIdentityResult,
);
export const importedDeviceIdentityCreateSchema: v.Schema<writes.AnyImportedDeviceIdentityCreate> = v.createSchema(
  () => anyImportedDeviceIdentity,
);
export const importedDeviceIdentityUpdateSchema: v.Schema<writes.ImportedDeviceIdentityUpdate> = v.updateSchema(
  () => checkImportedDeviceIdentity,
);
export const userSchema: v.Schema<types.User> = v.readSchema(() => checkUser);
export const userCreateSchema: v.Schema<writes.UserCreate> = v.createSchema(() => checkUser);
export const settingsCreateSchema: v.Schema<writes.SettingsCreate> = v.createSchema(() => checkSettings);
export const importDeviceIdentityListParametersSchema: v.Schema<writes.ImportDeviceIdentityListParameters> =
  v.createSchema(() => checkImportDeviceIdentityListParameters);
export const importedDeviceIdentityCollectionSchema: v.Schema<edm.Collection<types.ImportedDeviceIdentity>> =
  v.readSchema(() => v.collectionResponse(anyImportedDeviceIdentity));
export const booleansSchema: v.Schema<edm.Collection<boolean>> = v.readSchema(() => v.valuesResponse(v.boolean));
export const platformsSchema: v.Schema<edm.Collection<types.Platform>> = v.readSchema(() =>
  v.membersResponse(types.platformValues),
);
export const platformSchema: v.Schema<types.Platform> = v.memberSchema(() => types.platformValues);
export const rightsSchema: v.Schema<edm.Flags<types.Right>> = v.flagsSchema(() => types.rightValues);
