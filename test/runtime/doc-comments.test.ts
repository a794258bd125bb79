import { fileURLToPath } from "node:url";
import { Project, type Type } from "ts-morph";
import { expect, test } from "vitest";

const project = new Project({
  tsConfigFilePath: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)),
  skipAddingFilesFromTsConfig: true,
});
project.addSourceFileAtPath(fileURLToPath(new URL("sample/client.ts", import.meta.url)));
const use = project.createSourceFile(
  fileURLToPath(new URL("sample/doc-comments.ts", import.meta.url)),
  `import type * as writes from "./writes.js";
   import { createClient } from "./client.js";
   export declare const create: writes.ImportedDeviceIdentityCreate;
   export declare const update: writes.ImportedDeviceIdentityUpdate;
   export const selected = createClient().deviceManagement.importedDeviceIdentities.byId("1").get({ select: ["importedDeviceIdentifier"] });
   export const devices = createClient().deviceManagement.importedDeviceIdentities;`,
);

function typeOf(name: string): Type {
  return use.getVariableDeclarationOrThrow(name).getType();
}

/** What an editor shows for a property. */
function docOf(type: Type, property: string): string {
  const symbol = type.getPropertyOrThrow(property).compilerSymbol;
  return symbol
    .getDocumentationComment(project.getTypeChecker().compilerObject)
    .map((part) => part.text)
    .join("");
}

test("doc comments of properties are those of the interface, in every shape", () => {
  expect(docOf(typeOf("create"), "importedDeviceIdentifier")).toBe("Serial number or IMEI.");
  expect(docOf(typeOf("update"), "importedDeviceIdentifier")).toBe("Serial number or IMEI.");
  expect(docOf(typeOf("selected").getTypeArguments()[0] ?? typeOf("selected"), "importedDeviceIdentifier")).toBe(
    "Serial number or IMEI.",
  );
});

test("a verb can carry a doc comment of its own", () => {
  expect(docOf(typeOf("devices"), "post")).toBe("Creates an imported device identity.");
});
