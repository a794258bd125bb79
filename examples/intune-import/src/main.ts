/** Imports the devices of a CSV file, and prints what became of each. */
import { readFile } from "node:fs/promises";
import { createClient, importDeviceIdentityListResultSchema, ODataError } from "./intune/index.js";
import { listen } from "./intune-server.js";
import { readDevices } from "./read-devices.js";

/** What `npm run permissions` computed of the reference pages. */
interface Permissions {
  readonly schemes: readonly { readonly scheme: string; readonly scopes: readonly { readonly scope: string }[] }[];
}

const [file = "devices.csv"] = process.argv.slice(2);
const { valid, refused } = readDevices(await readFile(file, "utf8"));
for (const message of refused) console.log(`refused  ${file} ${message}`);

const { schemes } = JSON.parse(await readFile("permissions.json", "utf8")) as Permissions;
const application = schemes.find(({ scheme }) => scheme === "application");
const scopes = application?.scopes.map(({ scope }) => scope) ?? [];
console.log(`needs    ${scopes.join(", ")}`);

// In place of Microsoft Graph: `createClient({ credential: new DefaultAzureCredential() })` reaches the real one.
const server = await listen({ scope: "DeviceManagementServiceConfig.ReadWrite.All" });
const client = createClient({ baseUrl: server.url, credential: () => server.tokenFor(scopes) });
try {
  const answer = await client.deviceManagement.importedDeviceIdentities.importDeviceIdentityList.post({
    importedDeviceIdentities: valid,
    overwriteImportedDeviceIdentities: false,
  });
  const { value } = importDeviceIdentityListResultSchema.parse(answer);
  for (const { status, importedDeviceIdentifier } of value)
    console.log(`${status === true ? "imported" : "known   "} ${importedDeviceIdentifier}`);
} catch (error) {
  if (!ODataError.is(error)) throw error;
  console.log(`failed   ${error.status} ${error.message}`);
  process.exitCode = 1;
} finally {
  await server.close();
}
