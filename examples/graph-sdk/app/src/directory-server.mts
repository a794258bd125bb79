/** Stands for Microsoft Graph, so that the example runs without a tenant: groups and members in memory. */
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const users = [{ id: "u1", displayName: "Ada" }];

/** The server on a free port. */
export async function listen(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const groups = [{ id: "g0", displayName: "Writers" }];
  const members = new Map<string, string[]>([["g0", []]]);
  const server = createServer((request, response) => {
    void answerTo(request, groups, members).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await once(server.close(), "close");
  };
  return { url: `http://127.0.0.1:${port}/v1.0`, close };
}

async function answerTo(
  request: IncomingMessage,
  groups: { id: string; displayName: string }[],
  members: Map<string, string[]>,
): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  const [, , , id = "", ...rest] = pathname.split("/");
  const body = await bodyOf(request);
  if (request.headers.authorization !== "Bearer t0k3n")
    return { status: 401, body: { error: { code: "unauthorized" } } };
  if (id === "" && request.method === "POST") {
    const group = { ...(body as { displayName: string }), id: `g${groups.length}` };
    groups.push(group);
    members.set(group.id, []);
    return { status: 201, body: group };
  }
  if (id === "") {
    const [, start = ""] = /'(.*)'/.exec(searchParams.get("$filter") ?? "") ?? [];
    const found = groups.filter(({ displayName }) => displayName.startsWith(start));
    return { status: 200, body: { value: found.map(({ id, displayName }) => ({ id, displayName })) } };
  }
  const own = members.get(id);
  if (own === undefined)
    return { status: 404, body: { error: { code: "Request_ResourceNotFound", message: "No such group." } } };
  if (rest.at(-1) === "$ref") {
    own.push((body as { "@odata.id": string })["@odata.id"].split("/").at(-1) ?? "");
    return { status: 204 };
  }
  return { status: 200, body: { value: users.filter((user) => own.includes(user.id)) } };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
}
