import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { annotated, enumTable, propertyTable, read, refText, structured, typeText, type Read } from "./read.js";
import { setsOf } from "../support/scope-sets.js";

function seed(number: string): Read {
  const folder = join(corpus, "seeds");
  const file = readdirSync(folder).find((name) => name.startsWith(number)) ?? "";
  return read(readFileSync(join(folder, file), "utf8"), file);
}

const DEVICE = {
  id: "Edm.String",
  importedDeviceIdentifier: "Edm.String?",
  importedDeviceIdentityType: "microsoft.graph ~importedDeviceIdentityType?",
  lastModifiedDateTime: "Edm.DateTimeOffset?",
  createdDateTime: "Edm.DateTimeOffset?",
  lastContactedDateTime: "Edm.DateTimeOffset?",
  description: "Edm.String?",
  enrollmentState: "microsoft.graph ~enrollmentState?",
  platform: "microsoft.graph ~platform?",
};
const STATES = ["unknown", "enrolled", "pendingReset", "failed", "notContacted", "blocked"];
const PLATFORMS = ["unknown", "ios", "android", "windows", "windowsMobile", "macOS"];
const ONE = ["DeviceManagementServiceConfig.ReadWrite.All"];
const TWO = [...ONE, "DeviceManagementConfiguration.ReadWrite.All"];

describeWithCorpus("the five seed pages", () => {
  it("reads the create page", () => {
    const page = seed("000");
    expect(page.reported).toEqual([]);
    expect(page.document).toMatchObject({
      title: "Create importedDeviceIdentity",
      namespace: "microsoft.graph",
      age: { generation: 0 },
    });
    const [table] = structured(page, "apiList");
    expect(table).toMatchObject({ kind: "EntityType", name: "microsoft.graph.importedDeviceIdentity" });
    expect(propertyTable(table)).toEqual(DEVICE);
    expect(annotated(table, "Description")).toMatchObject({
      enrollmentState: "The state of the device in Intune.",
      id: "Id of the imported device identity",
    });
    expect(enumTable(page)).toEqual({
      "apiList microsoft.graph ~importedDeviceIdentityType": ["unknown", "imei", "serialNumber"],
      "apiList microsoft.graph ~enrollmentState": STATES,
      "apiList microsoft.graph ~platform": PLATFORMS,
    });
  });

  it("reads its request", () => {
    const { requests } = seed("000").document;
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      method: "POST",
      template: "/deviceManagement/importedDeviceIdentities",
      title: "Create importedDeviceIdentity",
      description: "Create a new importedDeviceIdentity object.",
      body: { type: "microsoft.graph.importedDeviceIdentity", collection: false },
      returns: { type: "microsoft.graph.importedDeviceIdentity", collection: false },
      status: 201,
      permissions: [
        { scheme: "delegatedWork", alternatives: [ONE] },
        { scheme: "delegatedPersonal", alternatives: [] },
        { scheme: "application", alternatives: [ONE] },
      ],
      headers: [
        { name: "Authorization", value: "Bearer <token> Required." },
        { name: "Accept", value: "application/json" },
      ],
      examples: [{ request: { method: "POST" }, response: { status: 201 } }],
    });
    expect(requests[0]).not.toHaveProperty("operation");
    expect(requests[0]).not.toHaveProperty("clouds");
  });

  it("knows what the service sets, from the examples of a create", () => {
    const [example] = structured(seed("000"), "example");
    expect(annotated(example, "ComputedDefaultValue")).toEqual({
      id: "true",
      lastModifiedDateTime: "true",
      createdDateTime: "true",
    });
    expect(propertyTable(example)).toMatchObject({
      id: "Edm.String",
      createdDateTime: "Edm.DateTimeOffset?",
      platform: "Edm.String?",
    });
  });

  it("points at the name in its cell, the member in its list and the key in its JSON", () => {
    const page = seed("000");
    const [table] = structured(page, "apiList");
    const [example] = structured(page, "example");
    expect(page.place(table?.properties[2]?.at ?? 0)).toBe("53:2");
    const members = page.document.types.flatMap((type) => (type.kind === "EnumType" ? type.members : []));
    expect(members.slice(0, 3).map(({ at }) => page.place(at))).toEqual(["53:176", "53:187", "53:195"]);
    expect(page.place(example?.properties[0]?.at ?? 0)).toBe("77:4");
    expect(page.place(page.document.requests[0]?.at ?? 0)).toBe("35:1");
    expect(page.place(page.document.requests[0]?.examples[0]?.response?.body?.at ?? 0)).toBe("93:1");
  });

  it("reads the plain text of a rendered page", () => {
    const page = seed("001");
    expect(page.reported).toEqual(["1:1 page-plain-text"]);
    const [table] = structured(page, "apiList");
    expect(table?.name).toBe("microsoft.graph.importedDeviceIdentityResult");
    expect(table?.base).toEqual({ short: "importedDeviceIdentity", near: "microsoft.graph" });
    expect(propertyTable(table)).toEqual({ ...DEVICE, status: "Edm.Boolean?" });
    const declared = table?.properties.map(({ name, declaredOn }) => [
      name,
      declaredOn === undefined ? "" : typeText(declaredOn),
    ]);
    expect(declared).toEqual([
      ...Object.keys(DEVICE).map((name) => [name, "microsoft.graph ~importedDeviceIdentity"]),
      ["status", ""],
    ]);
    expect(annotated(table, "Description")).toMatchObject({
      platform: "The platform of the Device.",
      createdDateTime: "Created Date Time of the device",
    });
    expect(enumTable(page)).toEqual({
      "apiList microsoft.graph ~importedDeviceIdentityType": [
        "unknown",
        "imei",
        "serialNumber",
        "manufacturerModelSerial",
      ],
      "apiList microsoft.graph ~enrollmentState": STATES,
      "apiList microsoft.graph ~platform": PLATFORMS,
    });
    const [request] = page.document.requests;
    expect(request).toMatchObject({
      method: "POST",
      template: "/deviceManagement/importedDeviceIdentities",
      status: 201,
    });
    expect(request?.clouds).toEqual([
      "Global service",
      "US Government L4",
      "US Government L5 (DOD)",
      "China operated by 21Vianet",
    ]);
    expect(request?.permissions?.map(({ alternatives }) => setsOf(alternatives))).toEqual([TWO, [], TWO]);
    expect(request?.examples[0]?.response?.body?.value).toMatchObject({ status: true, platform: "ios" });
    expect(page.document.age).toEqual({ generation: 2 });
  });

  it("reads the action", () => {
    const page = seed("002");
    expect(page.reported).toEqual([]);
    const [request] = page.document.requests;
    expect(request).toMatchObject({
      operation: "Action",
      template: "/deviceManagement/importedDeviceIdentities/importDeviceIdentityList",
      status: 200,
    });
    expect(request?.parameters?.map(({ name, type }) => [name, refText(type)])).toEqual([
      ["importedDeviceIdentities", "microsoft.graph ~importedDeviceIdentity collection!"],
      ["overwriteImportedDeviceIdentities", "Edm.Boolean?"],
    ]);
    expect(refText(request?.returns)).toBe("microsoft.graph.importedDeviceIdentityResult collection");
    expect(request).not.toHaveProperty("body");
    expect(request).not.toHaveProperty("description");
    expect(structured(page, "apiList")).toEqual([]);
    expect(structured(page, "example").map(({ name, kind }) => [name, kind])).toEqual([
      ["microsoft.graph.importedDeviceIdentity", "EntityType"],
      ["microsoft.graph.importedDeviceIdentityResult", "EntityType"],
    ]);
  });

  it("finds a complex type that only examples show", () => {
    const page = seed("003");
    expect(propertyTable(structured(page, "apiList")[0])).toMatchObject({
      hardwareIdentifier: "Edm.Binary?",
      state: "microsoft.graph ~importedWindowsAutopilotDeviceIdentityState?",
    });
    const state = structured(page, "example").find(({ kind }) => kind === "ComplexType");
    expect(state?.name).toBe("microsoft.graph.importedWindowsAutopilotDeviceIdentityState");
    expect(propertyTable(state)).toEqual({
      deviceImportStatus: "Edm.String?",
      deviceRegistrationId: "Edm.String?",
      deviceErrorCode: "Edm.Int32?",
      deviceErrorName: "Edm.String?",
    });
  });

  it("reads the newer update page", () => {
    const page = seed("004");
    expect(page.reported).toEqual([]);
    expect(page.document.age).toEqual({ date: "2024-08-01", generation: 3 });
    expect(enumTable(page)["apiList microsoft.graph ~platform"]).toEqual([
      ...PLATFORMS,
      "visionOS",
      "tvos",
      "unknownFutureValue",
    ]);
    const [request] = page.document.requests;
    expect(request).toMatchObject({
      method: "PATCH",
      template: "/deviceManagement/importedDeviceIdentities/{importedDeviceIdentityId}",
      status: 200,
    });
    expect(request?.clouds).toHaveLength(4);
    expect(request?.permissions?.map(({ alternatives }) => setsOf(alternatives))).toEqual([TWO, [], TWO]);
    // An update's response shows nothing that is known to be set by the service.
    expect(annotated(structured(page, "example")[0], "ComputedDefaultValue")).toEqual({});
  });
});
