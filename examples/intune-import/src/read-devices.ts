import { parse } from "csv-parse/sync";
import { importedDeviceIdentityCreateSchema, type ImportedDeviceIdentityCreate } from "./intune/index.js";

export interface Devices {
  readonly valid: readonly ImportedDeviceIdentityCreate[];
  /** What is wrong, by the line of the file. */
  readonly refused: readonly string[];
}

interface Row {
  readonly identifier: string;
  readonly type: string;
  readonly platform: string;
  readonly description: string;
}

/** Reads devices from CSV, and checks each as the service would. */
export function readDevices(csv: string): Devices {
  const rows: readonly { readonly record: Row; readonly info: { readonly lines: number } }[] = parse(csv, {
    columns: true,
    info: true,
  });
  const valid: ImportedDeviceIdentityCreate[] = [];
  const refused: string[] = [];
  for (const { record, info } of rows) {
    const result = importedDeviceIdentityCreateSchema.validate(deviceOf(record), { maxIssues: 10 });
    if (record.identifier === "") refused.push(`line ${info.lines}: identifier is empty`);
    else if (result.ok) valid.push(result.value);
    else refused.push(...result.issues.map(({ path, message }) => `line ${info.lines}: ${path.join("/")} ${message}`));
  }
  return { valid, refused };
}

/** Values are still those of the file: whether they fit is for the schema to say. */
function deviceOf({ identifier, type, platform, description }: Row): unknown {
  return {
    importedDeviceIdentifier: identifier,
    importedDeviceIdentityType: type,
    platform,
    description: description === "" ? null : description,
  };
}
