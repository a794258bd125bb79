import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { corpus } from "../../support/corpus.js";
import { Random } from "../../support/random.js";
import { NOT_FOUND, type Opened, startExplorer, visit } from "./explored.js";

const explorer = await startExplorer();
const intune = fileURLToPath(new URL("../../../schemas/intune-enrollment", import.meta.url));
const tripPin = join(corpus, "csdl/odata2ts+odata2ts/examples/main/resource/trippin.xml");
const graph = [join(corpus, "graph/v1.0-2026-08.csdl"), join(corpus, "docs/api-reference/v1.0")];

/** Where a walk through Graph begins. */
const places = [
  "#/",
  "#/namespace/microsoft.graph",
  "#/search/user",
  "#/requests",
  "#/scopes",
  "#/findings",
  "#/changes",
];

describe.skipIf(explorer === undefined)("links", () => {
  afterAll(() => explorer?.stop());

  it("of a service with pages lead somewhere, all of them", async () => {
    const opened = await open("intune.html", [intune]);
    expect((await crawl(opened)).size).toBeGreaterThan(40);
    expect(opened).toMatchObject({ complaints: [], requests: { length: 1 } });
  });

  it.skipIf(!existsSync(tripPin))("of TripPin lead somewhere, all of them", async () => {
    const opened = await open("trippin.html", [tripPin]);
    expect((await crawl(opened)).size).toBeGreaterThan(70);
    expect(opened).toMatchObject({ complaints: [], requests: { length: 1 } });
  });

  it.skipIf(!existsSync(tripPin))(
    "of a part of TripPin lead somewhere, over a type that is on the way, too",
    async () => {
      const opened = await open("part.html", [tripPin], ["--include", "/People/{id}/Trips/{id}"]);
      expect([...(await crawl(opened))]).toContain("#/type/Trippin.Person");
      await visit(opened.page, "#/type/Trippin.Person");
      expect(await opened.page.locator("main").textContent()).toContain("lead through this type alone");
      expect(opened).toMatchObject({ complaints: [] });
    },
  );

  it.skipIf(!existsSync(corpus))("to a request of Graph need not name its parameters as its page does", async () => {
    const { page } = await openGraph();
    const found = await visit(page, "#/req/GET/users/{id}/messages");
    expect(found.title).toBe("GET /users/{id | userPrincipalName}/messages");
    const near = await visit(page, "#/req/GET/users/%7Bid%7D/massages");
    expect(near.title).toBe(NOT_FOUND);
    expect(near.links).toContain("#/req/GET/users/{id%20%7C%20userPrincipalName}/messages");
  });

  it.skipIf(!existsSync(corpus))("to a member of Graph open what audit finds, which is folded elsewhere", async () => {
    const { page } = await openGraph();
    const findings = page.locator("details.findings");
    await visit(page, "#/type/microsoft.graph.user/ageGroup");
    expect(await findings.locator(".finding-list").count()).toBe(1);
    await visit(page, "#/type/microsoft.graph.user");
    expect(await findings.textContent()).toMatch(/^\d+ findings$/);
    await visit(page, "#/type/microsoft.graph.deviceManagement");
    await findings.locator("summary").first().click();
    await findings.locator("details.alike > summary").first().waitFor();
    const alike = await findings.locator("details.alike > summary").allTextContents();
    expect(alike).toContainEqual(expect.stringMatching(/^\d+ × .* navigation-undocumented$/));
  });

  it.skipIf(!existsSync(corpus))("of Graph with its pages lead somewhere, 200 of them", async () => {
    const opened = await openGraph();
    const random = new Random(20_210_717);
    const pool: string[] = [];
    for (const place of places) pool.push(...(await visit(opened.page, place)).links);
    const lost = new Set<string>();
    for (let count = 0; count < 200; count++) {
      const fragment = random.pick(pool);
      const { title, links } = await visit(opened.page, fragment);
      if (title === NOT_FOUND) lost.add(fragment);
      pool.push(...random.shuffled(links).slice(0, 100));
    }
    expect([...lost]).toEqual([]);
    expect(opened).toMatchObject({ complaints: [], requests: { length: 1 } });
  });
});

function open(name: string, inputs: readonly string[], options?: readonly string[]): Promise<Opened> {
  if (explorer === undefined) throw new Error("The browser did not start.");
  return explorer.open(explorer.write(name, inputs, options));
}

/** Written once: that takes a while. */
let ofGraph: Promise<Opened> | undefined;

function openGraph(): Promise<Opened> {
  return (ofGraph ??= open("graph.html", graph));
}

/** Follows all links from the start, and gives the fragments. */
async function crawl({ page }: Opened): Promise<ReadonlySet<string>> {
  const seen = new Set(["#/"]);
  for (const fragment of seen) {
    const { title, links } = await visit(page, fragment);
    expect({ fragment, title }).not.toEqual({ fragment, title: NOT_FOUND });
    for (const link of links) seen.add(link);
  }
  return seen;
}
