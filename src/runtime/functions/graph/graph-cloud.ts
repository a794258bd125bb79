/** A cloud of Microsoft Graph. */
export type GraphCloud = "global" | "usGovernment" | "usGovernmentDod" | "china";

/** Options of a client that belong to a cloud. */
export interface GraphCloudOptions {
  readonly baseUrl: string;
  readonly scopes: readonly string[];
}

/** National clouds have hosts of their own (https://learn.microsoft.com/graph/deployments). */
const HOSTS: Readonly<Record<GraphCloud, string>> = {
  global: "graph.microsoft.com",
  usGovernment: "graph.microsoft.us",
  usGovernmentDod: "dod-graph.microsoft.us",
  china: "microsoftgraph.chinacloudapi.cn",
};

/**
 * The service root and the scope of a cloud, for `createClient({ ...graphCloud("china"), credential })`. The credential
 * has to come from the same cloud.
 */
export function graphCloud(cloud: GraphCloud, version: "v1.0" | "beta" = "v1.0"): GraphCloudOptions {
  const origin = `https://${HOSTS[cloud]}`;
  return { baseUrl: `${origin}/${version}`, scopes: [`${origin}/.default`] };
}
