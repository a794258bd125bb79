import { expect, test } from "vitest";
import { createClient } from "./sample/client.js";
import { serve } from "./support/service.js";

/** All characters of ASCII that can be seen, and some beyond. */
const characters = [...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), "ö", "‰", "😀"];

/** The service fails the test when a URL is not in the grammar of OData; a value with the character has to come whole. */
test.each(characters)("%j in keys, parameters and query options", async (character) => {
  const { root, received } = await serve(() => ({ body: { value: [] } }));
  const { users } = createClient({ baseUrl: root });
  const text = `a${character}b`;
  const quoted = `'${text.replaceAll("'", "''")}'`;
  await users.byId(text).get();
  await users.byId("1").reminderView({ StartDateTime: text }).get();
  await users.get({ filter: `displayName eq ${quoted} and mail ne ${quoted}` });
  await users.get({ expand: { devices: { filter: `importedDeviceIdentifier eq ${quoted}`, top: 1 } } });
  await users.get({ custom: { note: text } });
  const urls = received.map(({ url }) => new URL(url, root));
  const [key, parameter, ...queries] = urls.map(({ pathname, searchParams }) => [pathname, searchParams] as const);
  expect(decodeURIComponent(key?.[0] ?? "")).toBe(`/v1.0/users/${text}`);
  expect(decodeURIComponent(parameter?.[0] ?? "")).toBe(`/v1.0/users/1/reminderView(StartDateTime=${quoted})`);
  expect(queries.map(([, options]) => [...options])).toEqual([
    [["$filter", `displayName eq ${quoted} and mail ne ${quoted}`]],
    [["$expand", `devices($filter=importedDeviceIdentifier eq ${quoted};$top=1)`]],
    [["note", text]],
  ]);
});

test.each(characters.filter((character) => character !== '"'))("%j in a phrase that is searched", async (character) => {
  const { root, received } = await serve(() => ({ body: { value: [] } }));
  await createClient({ baseUrl: root }).users.get({ search: `"a${character}b" OR c` });
  expect(new URL(received[0]?.url ?? "", root).searchParams.get("$search")).toBe(`"a${character}b" OR c`);
});
