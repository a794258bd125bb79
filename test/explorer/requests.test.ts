import { describe, expect, it } from "vitest";
import { explore } from "../../src/explore.js";
import { markedRoute, marks, takeMarks, toggleMark } from "../../src/explorer/model/marks.js";
import { pageData } from "../../src/explore/file/page-file.js";
import { data, openModel } from "../../src/explorer/model/model.js";
import {
  keyOfRequest,
  requestNamed,
  requestsAt,
  requestsBySegment,
  requestsNear,
  requestsOf,
} from "../../src/explorer/model/requests.js";
import { requestsByScope } from "../../src/explorer/model/scopes.js";
import { fragmentOf, routeOf } from "../../src/explorer/routes/route.js";
import { nodeIo } from "../../src/sources/node-io.js";

const { data: explored } = await explore({ inputs: ["schemas/intune-enrollment"] }, nodeIo(process.cwd()));
openModel(pageData(explored));

const PATH = "/deviceManagement/importedWindowsAutopilotDeviceIdentities";

describe("the requests of the sample", () => {
  it("are found by their type, their path and its first segment", () => {
    const request = requestNamed(`POST ${PATH}`);
    expect(request).toBeDefined();
    expect(requestsOf("microsoft.graph.importedWindowsAutopilotDeviceIdentity")).toContain(request);
    expect(requestsBySegment().get("deviceManagement")).toContain(request);
  });

  it("are found whatever their parameters are called, and near a path that none has", () => {
    const request = data.requests.find(({ path }) => path.includes("{"));
    expect.assert(request !== undefined);
    expect(requestNamed(keyOfRequest(request).replaceAll(/\{[^}]*\}/g, "{other}"))).toBe(request);
    expect(requestsNear(`${PATH}/nothing`)[0]?.path).toBe(PATH);
    expect(requestsNear("/nothing")).toEqual([]);
  });

  it("are found by method at the path that they answer", () => {
    expect(requestsAt(PATH).map(({ method }) => method)).toEqual(["POST"]);
    expect(requestsAt("/nothing")).toEqual([]);
  });

  it("have snippets of the client, of a schema and of HTTP", () => {
    expect(requestNamed(`POST ${PATH}`)?.snippet).toMatchInlineSnapshot(`
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

  it("are found by the scopes that open them, alone or with others", () => {
    const opened = [...requestsByScope()].map(([scope, some]) => [
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

it("the address of marked requests has the set", () => {
  const [first, second] = data.requests.map(keyOfRequest);
  expect.assert(first !== undefined && second !== undefined);
  takeMarks([first]);
  toggleMark(second);
  const address = fragmentOf(markedRoute());
  toggleMark(first);
  toggleMark(second);
  expect([...marks]).toEqual([]);
  takeMarks(routeOf(address).slice(1));
  expect([...marks].sort()).toEqual([first, second].sort());
});
