import { createClient, type Client } from "./service/index.js";

export function connect(baseUrl: string): Client {
  return createClient({ baseUrl, format: "verbose" });
}

export const calls: Readonly<Record<string, (client: Client) => unknown>> = {
  "of verbose JSON": (client) => client.items.get({ select: ["Title", "Modified"], top: 1 }),
  "with a collection that says its type": (client) => client.items.byId(1).get({ select: ["Tags", "Size"] }),
  "a MERGE through POST, in verbose JSON": (client) =>
    client.items.byId(1).patch({ Title: "Budget 2020", Size: "13" }, { ifMatch: "*" }),
  "an action bound to an entity": (client) => client.items.byId(1).recycle.post(),
  "of SharePoint": (client) => client.items.byId(404).get(),
};
