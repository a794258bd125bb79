import { publicLinkOf } from "../../../src/pages/public-link.js";
import type { NormalRequest } from "./normal-request.js";

export interface Compared {
  /** The reference page that shows the request. */
  readonly page: string;
  readonly request: NormalRequest;
  /** Why the other client sends something else. */
  readonly difference: string | undefined;
}

const head = `# Differences from Microsoft's client

What changes on the wire when an app moves from [\`@microsoft/microsoft-graph-client\`](https://www.npmjs.com/package/@microsoft/microsoft-graph-client) 3.0.7 to the generated client. \`test/peers/graph-client\` makes each request below with both clients and compares method, URL, headers and body; it also writes this page (\`npm run test:peers -- --update\`).

URLs are compared without percent-encoding and without the order of query options. In every request:

| | The generated client | \`@microsoft/microsoft-graph-client\` |
|:--|:--|:--|
| \`Accept\` | \`application/json\`; \`*/*\` for \`$count\` and content | \`*/*\` |
| \`SdkVersion\`, \`client-request-id\` | not sent | sent to the hosts of Graph |
`;

/** The file of a reference page in the repository of Microsoft's documentation. */
export function pagePath(page: string): string {
  return `api-reference/v1.0/api/${page}.md`;
}

/** The page of the documentation about calls that were made with both clients. */
export function differencesPage(compared: readonly Compared[]): string {
  const different = compared.filter(({ difference }) => difference !== undefined);
  const equal = compared.filter(({ difference }) => difference === undefined);
  return `${head}
## Requests that differ

${table(
  ["Page", "Request", "Difference"],
  different.map((one) => [linkOf(one), lineOf(one), one.difference ?? ""]),
)}
## Requests that are equal

${table(
  ["Page", "Request"],
  equal.map((one) => [linkOf(one), lineOf(one)]),
)}`;
}

function linkOf({ page }: Compared): string {
  return `[${page}](${publicLinkOf(pagePath(page))})`;
}

function lineOf({ request: { method, path, query } }: Compared): string {
  const options = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `\`${[`${method} ${path.replace("/v1.0", "")}`, options.join("&")].filter((part) => part !== "").join("?")}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => ":--"), ...rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")))];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}
