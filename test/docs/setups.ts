import { lampCsdl, lampPages } from "../cli/lamp-inputs.js";
import type { PageSetup, Service } from "./page-setup.js";

const TRIPPIN = "https://services.odata.org/V4/TripPinService";
const trippinUrl = { [`${TRIPPIN}/$metadata`]: "test/docs/services/trippin.xml" };

const people = [
  { UserName: "keithpinckney", FirstName: "Keith" },
  { UserName: "laurelosborn", FirstName: "Laurel" },
];

const russell = [
  { UserName: "russellwhyte", FirstName: "Russell", Trips: [{ Name: "Trip in US" }] },
  { UserName: "scottketchum", FirstName: "Scott", Trips: [{ Name: "Trip in Beijing" }] },
];

const trippin: Service = {
  root: TRIPPIN,
  answers: [
    ["GET /People?$select=UserName,FirstName&$orderby", { body: { value: people } }],
    ["GET /People?$select=UserName,FirstName&$expand", { body: { value: russell } }],
  ],
};

const ada = { UserName: "ada", FirstName: "Ada", LastName: "Lovelace", Emails: [], AddressInfo: [], Concurrency: "1" };
const flight = { "@odata.type": "#Microsoft.OData.SampleService.Models.TripPin.Flight", PlanItemId: 1, FlightNumber: "VA1930" };
const trip = { TripId: 0, Name: "Trip in US", StartsAt: "2014-01-01T00:00:00Z", ShareId: null, Tags: [], Budget: 3000 };

/** TripPin as it is generated in the folder of the reader. */
const trippinFile: PageSetup = {
  copies: { "trippin.xml": "test/docs/services/trippin.xml" },
  before: [`odata-codegen generate trippin.xml -o src/trippin --base-url ${TRIPPIN}`],
  assumed: `import { createClient } from "./trippin/index.js";
export const client = createClient();
`,
  service: {
    root: TRIPPIN,
    answers: [
      ["GET /People('ada')?$select=FirstName,Gender", { body: { FirstName: "Ada", Gender: "Female", Friends: [] } }],
      ["GET /People('ada')/Trips(0)/PlanItems", { body: { value: [flight] } }],
      ["GET /People('ada')/Trips", { body: { value: [trip] } }],
      ["GET /People('ada')", { body: { ...ada, Gender: "NotSaid" } }],
      ["POST /People", { status: 201, body: { ...ada, "@odata.etag": 'W/"1"' } }],
      ["PATCH /People('ada')", { status: 204 }],
    ],
  },
};

/** What does not compile, as a page says: the directive is an error where the next line is none. */
const mistake = `import type { ImportedDeviceIdentityCreate } from "./service/index.js";
// @ts-expect-error: not a member of the enum
export const body: ImportedDeviceIdentityCreate = { importedDeviceIdentityType: "imeii" };
`;

const pages = { pages: "schemas/intune-enrollment/pages" };
const graph = { "graph.xml": "test/docs/services/graph.xml" };

/** A service of reference pages in `src/service`, and what a reader has in its blocks. */
const enrollment: PageSetup = {
  copies: pages,
  before: ["odata-codegen generate pages -o src/service --quiet --emit types,validators,client,examples"],
  assumed: `import { createClient, type ImportedDeviceIdentityCreate } from "./service/index.js";
export const credential = (): string => "t0k3n";
export const client = createClient({ credential });
export const importedDeviceIdentities: ImportedDeviceIdentityCreate[] = [];
export const id: string = "1";
export const text: string = "";
export const value: unknown = undefined;
export const expect = (_value: unknown) => ({ toBe: (_expected: unknown) => {} });
`,
};

const graphUrl = { "https://graph.microsoft.com/v1.0/$metadata": "test/docs/services/graph.xml" };
const graphFunctions = ["batch", "changes", "content", "filter", "ref", "retry"];

/** Lines of other packages beside those for Microsoft Graph. */
const graphLines: PageSetup = {
  remote: graphUrl,
  assumed: `import { createClient, type DirectoryObject, type Message, type MessageCreate, type User } from "./graph/index.js";
export { createClient } from "./graph/index.js";
export { isType } from "./graph/index.js";
export { importanceValues } from "./graph/index.js";
${graphFunctions.map((name) => `export { ${name} } from "./graph/odata.js";\n`).join("")}
export const credential = (): string => "t0k3n";
export const scopes = ["https://graph.microsoft.com/.default"];
export const client = createClient({ credential });
export const received = {} as Message;
export const message: MessageCreate = {};
export type { MessageCreate } from "./graph/index.js";
export const user = {} as User;
export const member = {} as DirectoryObject;
export const path = "/me";
`,
};

/** The pages that are run here, with what they assume. */
export const setups: Readonly<Record<string, PageSetup>> = {
  "README.md": { remote: trippinUrl, service: trippin },
  "docs/examples.md": enrollment,
  "docs/write-shapes.md": enrollment,
  "docs/convert.md": { copies: { docs: pages.pages, ...graph } },
  "docs/odata-v2.md": {
    copies: { "metadata.xml": "test/runtime/v2/recorded/services/gateway/metadata.xml" },
    remote: { "https://host/sap/opu/odata/sap/ZSALES_SRV/$metadata": "test/runtime/v2/recorded/services/gateway/metadata.xml" },
  },
  "docs/operations.md": { copies: pages },
  "docs/authentication-proxies-cors.md": {
    ...trippinFile,
    assumed: `export { createClient } from "./trippin/index.js";
export const apiKey = "k3y";
export const logIn = async (): Promise<{ value: string; expires: number }> => ({ value: "new", expires: Infinity });
`,
    service: {
      root: TRIPPIN,
      answers: [
        ["GET /Me", { body: ada }],
        ["GET /Airlines", { status: 401, body: { error: { code: "401", message: "The token has expired." } } }],
        ["GET /Airlines", { body: { value: [] } }],
      ],
    },
  },
  "docs/coming-from-microsoft-graph-types.md": {
    ...graphLines,
    assumed: `${graphLines.assumed}export type { UserUpdate } from "./graph/index.js";
export type { UserCollectionResponse } from "./graph/index.js";
export type { Importance } from "./graph/index.js";
`,
  },
  "docs/coming-from-msgraph-sdk.md": graphLines,
  "docs/coming-from-odata2ts.md": {
    ...trippinFile,
    before: [],
    assumed: `export { createClient } from "./trippin/index.js";
export { filter } from "./trippin/odata.js";
export { orderby } from "./trippin/odata.js";
export type { PersonCreate } from "./trippin/index.js";
export type { PersonUpdate } from "./trippin/index.js";
export type { PersonGender } from "./trippin/index.js";
import { createClient, type PersonCreate } from "./trippin/index.js";
export const client = createClient();
export const baseUrl = "${TRIPPIN}";
export const person: PersonCreate = { UserName: "ada", FirstName: "Ada", LastName: "Lovelace" };
`,
  },
  "docs/testing.md": { copies: { "trippin.xml": "test/docs/services/trippin.xml" } },
  "docs/types.md": trippinFile,
  "docs/selection.md": { copies: graph },
  "docs/from-graph-pages.md": {
    files: { "src/mistake.ts": mistake },
    copies: { ...pages, "metadata.xml": "schemas/intune-enrollment/metadata.xml" },
    assumed: `import { createClient } from "./service/index.js";
export const credential = (): string => "t0k3n";
export const client = createClient({ credential });
export const text = '{ "importedDeviceIdentifier": "PF0ABCDE", "importedDeviceIdentityType": "serialNumber" }';
`,
    service: {
      root: "https://graph.microsoft.com/beta",
      answers: [
        ["POST /deviceManagement/importedDeviceIdentities/importDeviceIdentityList", { body: { value: [] } }],
        ["POST /deviceManagement/importedDeviceIdentities", { status: 201, body: { id: "7" } }],
        ["PATCH /deviceManagement/importedDeviceIdentities/7", { body: { id: "7" } }],
      ],
    },
  },
  "docs/explain.md": { files: { ...lampPages, "lamps.xml": lampCsdl } },
  "docs/explore.md": { files: { ...lampPages, "lamps.xml": lampCsdl } },
  "docs/inputs.md": {
    copies: {
      ...pages,
      "metadata.xml": "schemas/intune-enrollment/metadata.xml",
      "more/v1/graph.xml": "test/docs/services/lamps.xml",
    },
  },
  "docs/from-metadata-url.md": { remote: trippinUrl, service: trippin },
};
