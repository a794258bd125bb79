import { noting, type Connected, type Exchange, type Row } from "../table.js";
import { createClient, type Client } from "./generated/tasks/index.js";
import { dateTime, filter } from "./generated/tasks/odata.js";

export function connectTo(serviceRoot: string): Connected<Client> {
  const sent: Exchange[] = [];
  return { client: createClient({ baseUrl: serviceRoot, fetch: noting(serviceRoot, sent) }), serviceRoot, sent };
}

export const rows: readonly Row<Client>[] = [
  {
    line: "DateTime",
    name: "before 1970, with milliseconds, and at midnight",
    call: async (client) => {
      const task = await client.C_EHSTaskInstance.byId("000000000012").get();
      return [task.EHSTaskStartDate, task.EHSTaskDueDate, task.WrkflwTskCompletionUTCDateTime];
    },
    sends: { method: "GET", path: "C_EHSTaskInstance('000000000012')" },
    answers: { d: { EHSTaskStartDate: "/Date(-14182940000)/", EHSTaskDueDate: "/Date(1577934245678)/" } },
    sees: ["1969-07-20T20:17:40", "2020-01-02T03:04:05.678", "2020-01-02T03:04:05.678Z"],
  },
  {
    line: "DateTime",
    name: "is written without an offset",
    call: async (client) => {
      const task = client.C_EHSTaskInstance.byId("000000000013");
      const dates = { EHSTaskStartDate: "1969-07-20T20:17:40", EHSTaskDueDate: "2020-01-02T03:04:05.678" };
      // @ts-expect-error -- the metadata says sap:updatable="false", but the server does not mind
      await task.patch(dates);
      const { EHSTaskStartDate, EHSTaskDueDate } = await task.get();
      return { EHSTaskStartDate, EHSTaskDueDate };
    },
    sends: [
      {
        method: "POST",
        path: "C_EHSTaskInstance('000000000013')",
        headers: { "x-http-method": "MERGE" },
        body: { EHSTaskStartDate: "/Date(-14182940000)/", EHSTaskDueDate: "/Date(1577934245678)/" },
      },
      { method: "GET", path: "C_EHSTaskInstance('000000000013')" },
    ],
    sees: { EHSTaskStartDate: "1969-07-20T20:17:40", EHSTaskDueDate: "2020-01-02T03:04:05.678" },
  },
  {
    line: "keys and literals",
    name: "an Edm.DateTime in a filter",
    call: async (client) => {
      const { value } = await client.C_EHSTaskInstance.get({
        filter: filter((task) => task.EHSTaskDueDate.gt(dateTime("2019-12-31T12:00:00"))),
        select: ["WorkflowTaskInternalID"],
      });
      return value.length;
    },
    sends: {
      method: "GET",
      path: "C_EHSTaskInstance?$select=WorkflowTaskInternalID&$filter=EHSTaskDueDate%20gt%20datetime'2019-12-31T12:00:00'",
    },
    sees: 2,
  },
  {
    line: "count",
    name: "is a number on the wire, too",
    call: async (client) => (await client.C_EHSTaskInstance.get({ count: true, top: 1 })).count,
    sends: { method: "GET", path: "C_EHSTaskInstance?$top=1&$inlinecount=allpages" },
    answers: { d: { __count: 2 } },
    sees: 2,
  },
  {
    line: "navigation",
    name: "related entities",
    call: async (client) => {
      const query = { select: ["WorkflowTaskInternalID"], expand: { to_Comments: { select: ["CreatedAt"] } } } as const;
      const task = await client.C_EHSTaskInstance.byId("000000000012").get(query);
      return task.to_Comments?.map(({ CreatedAt }) => CreatedAt);
    },
    sends: {
      method: "GET",
      path: "C_EHSTaskInstance('000000000012')?$select=WorkflowTaskInternalID,to_Comments/CreatedAt&$expand=to_Comments",
    },
    answers: { d: { to_Comments: { results: [{ CreatedAt: "/Date(1577934245000)/" }] } } },
    sees: ["2020-01-02T03:04:05"],
  },
];
