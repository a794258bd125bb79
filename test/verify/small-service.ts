/** A service of OData 4.0 with a few entities, which answers reads as its metadata says. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export type Entity = Readonly<Record<string, unknown>>;

export interface Received {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly method: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A part of the answer in place of what the service has; undefined leaves it as it is. */
export type Change = (path: string, query: URLSearchParams, requests: number) => Answer | undefined;

export const metadata = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Item"><Key><PropertyRef Name="id"/></Key>
<Property Name="id" Type="Edm.Int32" Nullable="false"/>
<Property Name="name" Type="Edm.String" Nullable="false" MaxLength="10"/>
<Property Name="color" Type="shop.Color"/>
<Property Name="since" Type="Edm.Date"/>
<NavigationProperty Name="maker" Type="shop.Maker"/>
</EntityType>
<EntityType Name="Maker"><Key><PropertyRef Name="code"/></Key>
<Property Name="code" Type="Edm.String" Nullable="false"/>
<NavigationProperty Name="items" Type="Collection(shop.Item)"/>
</EntityType>
<EnumType Name="Color"><Member Name="red"/><Member Name="blue"/></EnumType>
<Function Name="newest"><ReturnType Type="shop.Item"/></Function>
<Function Name="total"><ReturnType Type="Edm.Int32" Nullable="false"/></Function>
<EntityContainer Name="C">
<EntitySet Name="items" EntityType="shop.Item"/>
<EntitySet Name="makers" EntityType="shop.Maker"/>
<Singleton Name="best" Type="shop.Item"/>
<FunctionImport Name="newest" Function="shop.newest"/>
<FunctionImport Name="total" Function="shop.total"/>
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;

const items: readonly Entity[] = Array.from({ length: 7 }, (_, index) => ({
  id: index + 1,
  name: `item ${index + 1}`,
  color: index % 2 === 0 ? "red" : "blue",
  since: null,
}));
const makers: readonly Entity[] = [{ code: "o'a" }, { code: "b" }];
const names = new Set(["id", "name", "color", "since", "code"]);

/** Starts the service for the length of a test. */
export async function smallService(change: Change = () => undefined) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    received.push({ url: request.url ?? "", headers: request.headers, method: request.method });
    const { pathname, searchParams } = new URL(request.url ?? "", "http://host");
    const path = decodeURIComponent(pathname).slice("/v1/".length);
    const { status, body, headers } = change(path, searchParams, received.length) ?? answerTo(path, searchParams);
    const isText = typeof body === "string" || body === undefined;
    response.writeHead(status, { "content-type": isText ? "text/plain" : "application/json", ...headers });
    response.end(isText ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
  return { root: `http://127.0.0.1:${port}/v1`, received };
}

export function answerTo(path: string, query: URLSearchParams): Answer {
  if (path === "$metadata") return { status: 200, body: metadata, headers: { "content-type": "application/xml" } };
  if (path === "")
    return { status: 200, body: { value: ["items", "makers"].map((name) => ({ name, kind: "EntitySet" })) } };
  if (path === "total()") return { status: 200, body: { value: 7 } };
  if (path === "best" || path === "newest()") return { status: 200, body: shaped(items[6] ?? {}, query) };
  if (path === "best/maker") return { status: 204 };
  const [, set, key, rest] = /^(\w+)(?:\((.*)\))?(?:\/(.+))?$/.exec(path) ?? [];
  const all = set === "items" ? items : set === "makers" ? makers : undefined;
  if (all === undefined) return { status: 404 };
  if (rest === "$count") return { status: 200, body: String(all.length) };
  if (key === undefined) return pageOf(all, query);
  const entity = all.find((one) => [String(one["id"]), `'${String(one["code"]).replace("'", "''")}'`].includes(key));
  if (entity === undefined) return { status: 404 };
  if (rest === "maker") return { status: 200, body: makers[0] };
  if (rest === "items") return { status: 200, body: { value: items.slice(0, 2) } };
  return { status: 200, body: shaped(entity, query) };
}

function pageOf(all: readonly Entity[], query: URLSearchParams): Answer {
  const used = [query.get("$select"), query.get("$filter")?.split(" ")[0], query.get("$orderby")?.split(" ")[0]];
  if (used.some((name) => name != null && !names.has(name))) return { status: 400 };
  const [, name = "", value] = /^(\w+) eq (.+)$/.exec(query.get("$filter") ?? "") ?? [];
  const wanted = value?.replace(/^'|'$/g, "").replace("''", "'");
  const found = all.filter((one) => wanted === undefined || String(one[name]) === wanted);
  const ordered = query.get("$orderby")?.endsWith(" desc") === true ? found.toReversed() : found;
  const page = ordered.slice(0, Number(query.get("$top") ?? 100));
  return {
    status: 200,
    body: {
      ...(query.get("$count") === "true" && { "@odata.count": found.length }),
      value: page.map((one) => shaped(one, query)),
    },
  };
}

function shaped(entity: Entity, query: URLSearchParams): Entity {
  const select = query.get("$select");
  const expand = query.get("$expand");
  const properties = Object.entries(entity).filter(([name]) => select === null || name === select || name === "id");
  const related = expand === "maker" ? makers[0] : expand === "items" ? items.slice(0, 2) : undefined;
  return { ...Object.fromEntries(properties), ...(expand !== null && { [expand]: related }) };
}
