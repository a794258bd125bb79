/**
 * What a user writes with the output for the enrollment service, right and wrong. It is compiled, with the output
 * beside it, by every compiler that is supported; `@ts-expect-error` fails where a mistake is not found.
 */
import {
  createClient,
  platformValues,
  importedDeviceIdentityCreateSchema,
  importedDeviceIdentitySchema,
  isType,
  ODataError,
  platformSchema,
  type EnrollmentState,
  type ImportedDeviceIdentity,
  type ImportedDeviceIdentityCreate,
  type ImportedDeviceIdentityResult,
  type ImportedDeviceIdentityType,
  type ImportedDeviceIdentityUpdate,
  type Page,
  type Platform,
} from "../../generated/intune-enrollment/index.js";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(...proof: Equal<A, B> extends true ? [] : [never]): void => void proof;

same<ImportedDeviceIdentityType, "unknown" | "imei" | "serialNumber" | "manufacturerModelSerial">();
same<EnrollmentState, "unknown" | "enrolled" | "pendingReset" | "failed" | "notContacted" | "blocked">();
same<
  Platform,
  "unknown" | "ios" | "android" | "windows" | "windowsMobile" | "macOS" | "visionOS" | "tvos" | "unknownFutureValue"
>();
const members: readonly Platform[] = platformValues;
void members;

const client = createClient({ baseUrl: "http://localhost", credential: () => "token" });
const devices = client.deviceManagement.importedDeviceIdentities;

export async function right(id: string, any: unknown): Promise<void> {
  const created = await devices.post({
    importedDeviceIdentifier: "1",
    importedDeviceIdentityType: "imei",
    description: undefined,
  });
  same<typeof created, ImportedDeviceIdentity>();
  same<typeof created.id, string>();
  // A plain string is a date; one that was read may be a member that is not known yet.
  await devices.post({ lastContactedDateTime: "2016-12-31T23:58:44Z", id: "given all the same" });
  const platform: string | null | undefined = created.platform;
  if (platformSchema.is(platform)) same<typeof platform, Platform>();

  await devices.post({ "@odata.type": "#microsoft.graph.importedDeviceIdentityResult", status: true });
  await devices.byId(id).patch({ description: null });
  const imported = await devices.importDeviceIdentityList.post({
    importedDeviceIdentities: [{ id, platform: "ios" }],
    overwriteImportedDeviceIdentities: true,
  });
  same<typeof imported, Page<ImportedDeviceIdentityResult>>();
  for (const { status } of imported.value) same<typeof status, boolean | null | undefined>();

  const page = await devices.get({ select: ["id", "platform"] });
  for (const device of page.value) same<keyof typeof device, "id" | "platform">();
  for await (const device of devices.get({ filter: "platform eq 'ios'", take: 3 }))
    same<typeof device, ImportedDeviceIdentity>();
  const result = await devices.as("microsoft.graph.importedDeviceIdentityResult").byId(id).get();
  same<typeof result, ImportedDeviceIdentityResult>();

  if (isType(any, "microsoft.graph.importedDeviceIdentityResult")) same<typeof any, ImportedDeviceIdentityResult>();
  if (importedDeviceIdentityCreateSchema.is(any)) same<typeof any, ImportedDeviceIdentityCreate>();
  const checked = importedDeviceIdentitySchema.validate(any, { maxIssues: 10 });
  if (checked.ok) same<typeof checked.value, ImportedDeviceIdentity>();
  const parsed = importedDeviceIdentitySchema.parse(any);
  same<typeof parsed, ImportedDeviceIdentity>();
  if (ODataError.is(any)) same<typeof any.status, number>();
}

export async function wrong(id: string): Promise<void> {
  // @ts-expect-error a property name
  await devices.post({ importedDeviceIdentifer: "1" });
  // @ts-expect-error a type
  await devices.post({ importedDeviceIdentifier: 1 });
  // @ts-expect-error a member of an enum
  await devices.post({ importedDeviceIdentityType: "imeii" });
  // @ts-expect-error a property of the derived type with another type
  await devices.post({ "@odata.type": "#microsoft.graph.importedDeviceIdentityResult", status: "true" });
  // @ts-expect-error the name of a type that may not stand here
  await devices.post({ "@odata.type": "#microsoft.graph.importedDeviceIdentityResults", status: true });
  // @ts-expect-error the key cannot be changed
  await devices.byId(id).patch({ id });
  // @ts-expect-error a parameter is missing
  await devices.importDeviceIdentityList.post({ overwriteImportedDeviceIdentities: true });
  // @ts-expect-error a segment
  await client.deviceManagement.importedDeviceIdentity.get();
  // @ts-expect-error a property to select
  await devices.get({ select: ["identifier"] });
  const [device] = (await devices.get({ select: ["id"] })).value;
  // @ts-expect-error a property that was not selected
  void device?.platform;
  // @ts-expect-error the key is there, and is never null
  const key: null | undefined = device?.id === undefined ? undefined : device.id;
  // @ts-expect-error what is updated lacks the key
  const update: ImportedDeviceIdentityUpdate["id"] = key;
  void update;
}
