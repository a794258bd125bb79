import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { annotated, enums, enumTable, propertyTable, read, structured, type Read } from "./read.js";

const folder = new URL("../../schemas/intune-enrollment/pages/", import.meta.url);

function own(path: string): Read {
  return read(readFileSync(new URL(path, folder), "utf8"), path);
}

const files = readdirSync(fileURLToPath(folder), { recursive: true, withFileTypes: true }).filter((entry) =>
  entry.isFile(),
);

describe("the pages of schemas/intune-enrollment", () => {
  it("has every page read without a loss", () => {
    expect(files).toHaveLength(12);
    for (const { name, parentPath } of files) {
      const { reported, document } = read(readFileSync(`${parentPath}/${name}`, "utf8"), name);
      expect(reported, name).toEqual(name.endsWith(".txt") ? ["1:1 page-plain-text"] : []);
      expect(document.types.length, name).toBeGreaterThan(0);
    }
  });

  it("reads a resource page: name, key, properties, values", () => {
    const page = own("resources/intune-enrollment-importeddeviceidentity.md");
    const [type] = structured(page, "resourcePage");
    expect(type).toMatchObject({ kind: "EntityType", name: "microsoft.graph.importedDeviceIdentity" });
    expect(type?.key?.map(({ name, at }) => `${name} ${page.place(at)}`)).toEqual(["id 46:19"]);
    expect(propertyTable(type)).toMatchObject({
      id: "Edm.String!",
      createdDateTime: "Edm.DateTimeOffset?",
      platform: "microsoft.graph ~platform?",
    });
    expect(type?.properties[2]?.type?.type).toEqual({
      short: "importedDeviceIdentityType",
      link: "../resources/intune-enrollment-importeddeviceidentitytype.md",
      near: "microsoft.graph",
    });
    expect(Object.keys(enumTable(page))).toEqual([
      "resourceList microsoft.graph ~importedDeviceIdentityType",
      "resourceList microsoft.graph ~enrollmentState",
      "resourceList microsoft.graph ~platform",
    ]);
    expect(page.document.requests).toEqual([]);
  });

  it("leaves an inherited key to the base", () => {
    const [type] = structured(own("resources/intune-enrollment-importeddeviceidentityresult.md"), "resourcePage");
    expect(type?.base).toBe("microsoft.graph.importedDeviceIdentity");
    expect(type).not.toHaveProperty("key");
    expect(type?.properties.filter(({ declaredOn }) => declaredOn === undefined).map(({ name }) => name)).toEqual([
      "status",
    ]);
    expect(annotated(type, "Description")).toMatchObject({
      id: "Unique identifier of the device identity.",
      status: "Indicates whether the import of the device identity succeeded.",
    });
  });

  it("takes a type without key for a complex type", () => {
    const [type] = structured(
      own("resources/intune-enrollment-importedwindowsautopilotdeviceidentitystate.md"),
      "resourcePage",
    );
    expect(type?.kind).toBe("ComplexType");
    expect(propertyTable(type)).toEqual({
      deviceImportStatus: "Edm.String?",
      deviceRegistrationId: "Edm.String?",
      deviceErrorCode: "Edm.Int32?",
      deviceErrorName: "Edm.String?",
    });
  });

  it("reads an enum page with numbers and descriptions", () => {
    const page = own("resources/intune-enrollment-importeddeviceidentitytype.md");
    const [type] = enums(page);
    expect(type).toMatchObject({ name: "microsoft.graph.importedDeviceIdentityType", by: "enumPage" });
    expect(type?.members.map(({ name, value, at }) => [name, value, page.place(at)])).toEqual([
      ["unknown", 0n, "22:2"],
      ["imei", 1n, "23:2"],
      ["serialNumber", 2n, "24:2"],
      ["manufacturerModelSerial", 3n, "25:2"],
    ]);
    expect(type?.members[1]?.annotations?.[0]?.value).toEqual({
      kind: "Constant",
      type: "String",
      value: "An International Mobile Equipment Identity (IMEI) number.",
    });
  });
});
