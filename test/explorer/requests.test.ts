import { describe, expect, it } from "vitest";
import { explore } from "../../src/explore.js";
import { isMarked, markedRoute, takeMarks, toggleMark } from "../../src/explorer/model/marks.js";
import { indexOf } from "../../src/explorer/model/model-index.js";
import {
  keyOfRequest,
  requestAt,
  requestsBySegment,
  requestsNear,
  requestsOf,
} from "../../src/explorer/model/requests.js";
import { requestsByScope } from "../../src/explorer/model/scopes.js";
import { fragmentOf, routeOf } from "../../src/explorer/routes/route.js";
import { nodeIo } from "../../src/sources/node-io.js";

const index = explore({ inputs: ["schemas/intune-enrollment"] }, nodeIo(process.cwd())).then(({ data }) =>
  indexOf(data),
);

const PATH = "/deviceManagement/importedWindowsAutopilotDeviceIdentities";

describe("the requests of the sample", () => {
  it("are found by their type, their path and its first segment", async () => {
    const all = await index;
    const request = requestAt("POST", PATH, all);
    expect(request).toBeDefined();
    expect(requestsOf("microsoft.graph.importedWindowsAutopilotDeviceIdentity", all)).toContain(request);
    expect(requestsBySegment(all).get("deviceManagement")).toContain(request);
  });

  it("are found whatever their parameters are called, and near a path that none has", async () => {
    const all = await index;
    const request = all.data.requests.find(({ path }) => path.includes("{"));
    expect.assert(request !== undefined);
    expect(requestAt(request.method, request.path.replaceAll(/\{[^}]*\}/g, "{other}"), all)).toBe(request);
    expect(requestsNear(`${PATH}/nothing`, all)[0]?.path).toBe(PATH);
    expect(requestsNear("/nothing", all)).toEqual([]);
  });

  it("have snippets of the client, of a schema and of HTTP", async () => {
    expect(requestAt("POST", PATH, await index)?.snippet).toMatchInlineSnapshot(`
      {
        "client": "await client.deviceManagement.importedWindowsAutopilotDeviceIdentities.post({
        groupTag: "groupTag",
      });",
        "http": "POST /beta/deviceManagement/importedWindowsAutopilotDeviceIdentities HTTP/1.1
      Host: graph.microsoft.com
      Authorization: Bearer {token}
      Content-Type: application/json

      {
        "groupTag": "groupTag"
      }",
        "schema": "import { importedWindowsAutopilotDeviceIdentityCreateSchema } from "./service/index.js";

      await client.deviceManagement.importedWindowsAutopilotDeviceIdentities.post(importedWindowsAutopilotDeviceIdentityCreateSchema.parse(body));",
      }
    `);
  });

  it("are found by the scopes that open them, alone or with others", async () => {
    const opened = [...requestsByScope(await index)].map(([scope, some]) => [
      scope,
      [...new Set(some.map(({ scheme, others }) => [scheme, ...others].join(" with ")))],
    ]);
    expect(opened).toMatchInlineSnapshot(`
      [
        [
          "DeviceManagementConfiguration.ReadWrite.All",
          [
            "delegatedWork",
            "application",
          ],
        ],
        [
          "DeviceManagementServiceConfig.ReadWrite.All",
          [
            "delegatedWork",
            "application",
          ],
        ],
      ]
    `);
  });
});

it("the address of marked requests has the set", async () => {
  const [first, second] = (await index).data.requests.map(keyOfRequest);
  expect.assert(first !== undefined && second !== undefined);
  takeMarks({ page: "marked", parts: [first] });
  toggleMark(second);
  const address = fragmentOf(markedRoute());
  toggleMark(first);
  toggleMark(second);
  expect([isMarked(first), isMarked(second)]).toEqual([false, false]);
  takeMarks(routeOf(address));
  expect([isMarked(first), isMarked(second)]).toEqual([true, true]);
});
