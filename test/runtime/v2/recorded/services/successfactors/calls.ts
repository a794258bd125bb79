import { createClient, type Client } from "./service/index.js";
import { dateTimeOffset, filter, take, upsert, uriOf } from "./service/odata.js";

export function connect(baseUrl: string): Client {
  return createClient({ baseUrl });
}

const key = { seqNumber: "1", startDate: "2020-01-01T00:00:00", userId: "sfadmin" } as const;

export const calls: Readonly<Record<string, (client: Client) => unknown>> = {
  "a number, a date and a text": (client) =>
    client.EmpJob.byId(key).get({ select: ["endDate", "lastModifiedOn", "fte"] }),
  "upsert has a body": (client) => upsert(client.EmpJob, [{ ...key, fte: 0.5 }]),
  "upsert of several, with one that is refused": async (client) => {
    const results = await upsert(
      client.User,
      [
        { userId: "ann", hireDate: "2020-01-01T00:00:00" },
        { "@odata.id": uriOf(client.User.byId("bob")), firstName: "Bob" },
      ],
      { custom: { purgeType: "full" } },
    );
    return results.map(({ status, httpCode }) => [status, httpCode]);
  },
  "dates, and an option of the service": async (client) => {
    const jobs = client.EmpJob.get({
      select: ["userId"],
      filter: filter((job) => job.lastModifiedOn.gt(dateTimeOffset("2020-01-02T03:04:05Z"))),
      custom: { fromDate: "2020-01-01" },
    });
    return (await take(jobs, 10)).map(({ userId }) => userId);
  },
  "with a code in the message": (client) => client.User.byId("nobody").get(),
};
