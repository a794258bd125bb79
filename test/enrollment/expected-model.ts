import type { EnumType, StructuredType, TypeRef } from "../../src/edm/elements.js";
import { isOperation, isStructured, type Model } from "../../src/edm/model.js";

/** The Intune enrollment service as its five pages describe it. */
export const expectedModel = {
  enums: {
    "microsoft.graph.enrollmentState": ["unknown", "enrolled", "pendingReset", "failed", "notContacted", "blocked"],
    "microsoft.graph.importedDeviceIdentityType": ["unknown", "imei", "serialNumber", "manufacturerModelSerial"],
    "microsoft.graph.platform": [
      "unknown",
      "ios",
      "android",
      "windows",
      "windowsMobile",
      "macOS",
      "visionOS",
      "tvos",
      "unknownFutureValue",
    ],
  },
  types: {
    "microsoft.graph.deviceManagement": {
      kind: "EntityType",
      properties: {},
      navigationProperties: {
        importedDeviceIdentities: "contained Collection(microsoft.graph.importedDeviceIdentity)",
        importedWindowsAutopilotDeviceIdentities:
          "contained Collection(microsoft.graph.importedWindowsAutopilotDeviceIdentity)",
      },
    },
    "microsoft.graph.importedDeviceIdentity": {
      kind: "EntityType",
      key: ["id"],
      properties: {
        id: "Edm.String not null",
        importedDeviceIdentifier: "Edm.String",
        importedDeviceIdentityType: "microsoft.graph.importedDeviceIdentityType",
        lastModifiedDateTime: "Edm.DateTimeOffset",
        createdDateTime: "Edm.DateTimeOffset",
        lastContactedDateTime: "Edm.DateTimeOffset",
        description: "Edm.String",
        enrollmentState: "microsoft.graph.enrollmentState",
        platform: "microsoft.graph.platform",
      },
      navigationProperties: {},
    },
    "microsoft.graph.importedDeviceIdentityResult": {
      kind: "EntityType",
      base: "microsoft.graph.importedDeviceIdentity",
      properties: { status: "Edm.Boolean" },
      navigationProperties: {},
    },
    "microsoft.graph.importedWindowsAutopilotDeviceIdentity": {
      kind: "EntityType",
      key: ["id"],
      properties: {
        id: "Edm.String not null",
        groupTag: "Edm.String",
        serialNumber: "Edm.String",
        productKey: "Edm.String",
        importId: "Edm.String",
        hardwareIdentifier: "Edm.Binary",
        state: "microsoft.graph.importedWindowsAutopilotDeviceIdentityState",
        assignedUserPrincipalName: "Edm.String",
      },
      navigationProperties: {},
    },
    "microsoft.graph.importedWindowsAutopilotDeviceIdentityState": {
      kind: "ComplexType",
      properties: {
        deviceImportStatus: "Edm.String",
        deviceRegistrationId: "Edm.String",
        deviceErrorCode: "Edm.Int32",
        deviceErrorName: "Edm.String",
      },
      navigationProperties: {},
    },
  },
  operations: {
    "microsoft.graph.importDeviceIdentityList": {
      kind: "Action",
      parameters: {
        bindingParameter: "Collection(microsoft.graph.importedDeviceIdentity)",
        importedDeviceIdentities: "Collection(microsoft.graph.importedDeviceIdentity)",
        overwriteImportedDeviceIdentities: "Edm.Boolean",
      },
      returns: "Collection(microsoft.graph.importedDeviceIdentityResult)",
    },
  },
  container: {
    name: "microsoft.graph.GraphService",
    children: { deviceManagement: "Singleton microsoft.graph.deviceManagement" },
  },
};

/** The same of a model: its facts without positions and annotations. */
export function summaryOf(model: Model): typeof expectedModel {
  const elements = model.schemas.flatMap((schema) => schema.elements);
  const summary = {
    enums: byName(
      elements.filter((element) => element.kind === "EnumType"),
      ({ members }: EnumType) => members.map(({ name }) => name),
    ),
    types: byName(elements.filter(isStructured), structuredSummary),
    operations: byName(elements.filter(isOperation), ({ kind, parameters, returnType }) => ({
      kind,
      parameters: byName(parameters, ({ type }) => typeText(type)),
      returns: typeText(returnType),
    })),
    container: model.container && {
      name: model.container.name,
      children: byName(
        model.container.children,
        (child) =>
          `${child.kind} ${child.kind === "EntitySet" ? child.entityType : child.kind === "Singleton" ? child.type : ""}`,
      ),
    },
  };
  return summary as unknown as typeof expectedModel; // compared as a whole
}

function structuredSummary({ kind, base, key, properties, navigationProperties }: StructuredType): object {
  return {
    kind,
    ...(base !== undefined && { base }),
    ...(key !== undefined && { key: key.map(({ name }) => name) }),
    properties: byName(properties, ({ type }) => `${typeText(type)}${type?.nullable === false ? " not null" : ""}`),
    navigationProperties: byName(
      navigationProperties,
      ({ type, containsTarget }) => `${containsTarget === true ? "contained " : ""}${typeText(type)}`,
    ),
  };
}

function typeText(ref: TypeRef | undefined): string {
  return ref === undefined ? "" : ref.collection ? `Collection(${ref.type})` : ref.type;
}

function byName<T extends { readonly name: string }, R>(
  items: readonly T[],
  valueOf: (item: T) => R,
): Record<string, R> {
  return Object.fromEntries(items.map((item) => [item.name, valueOf(item)]));
}
