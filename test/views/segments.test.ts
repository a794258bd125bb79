import { describe, expect, it } from "vitest";
import { generateTo } from "../support/generate.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";

/** A service of two namespaces, with operations of the same name. `base` is the base type of `n.other.case`. */
function service(namespace: string, base = ""): string {
  const key = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>';
  const close = (type: string) => `<Action Name="close" IsBound="true"><Parameter Name="on" Type="${type}"/></Action>`;
  return `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01"><edmx:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${namespace}">
<EntityType Name="ticket">${key}</EntityType>${close(`${namespace}.ticket`)}
<EntityContainer Name="C"><EntitySet Name="tickets" EntityType="${namespace}.ticket"/><EntitySet Name="cases" EntityType="${namespace}.other.case"/></EntityContainer></Schema>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${namespace}.other">
<EntityType Name="case"${base && ` BaseType="${base}"`}>${base ? "" : key}</EntityType>${close(`${namespace}.other.case`)}
</Schema></edmx:DataServices></edmx:Edmx>`;
}

/** The names of the actions in the client, and the segments that differ from their names. */
async function closes(document: string): Promise<unknown> {
  const folder = temporaryFolder();
  await generateTo(folder, [temporaryFolder({ "a.xml": document })], { emit: ["client"] });
  const files = Object.entries(contentOf(folder)).filter(([path]) => /^client(\/|\.ts)/.test(path));
  const text = files.map(([, content]) => content).join("");
  const members = [...text.matchAll(/ (close_*): Action/g)].map(([, name]) => name);
  const [, segments = ""] = /\n {2}segments: \{([^}]*)\}/.exec(text) ?? [];
  return { members: members.sort(), segments: segments.trim().split(/\s*\n\s*/) };
}

describe("segments of operations", () => {
  it("are qualified, where a service has no default namespace", async () => {
    expect(await closes(service("n"))).toEqual({
      members: ["close", "close_"],
      segments: ['close: "n.",', 'close_: "n.other.close",'],
    });
  });

  it("are simple names in Microsoft Graph, in all of its namespaces", async () => {
    expect(await closes(service("microsoft.graph"))).toEqual({
      members: ["close", "close"],
      segments: [""],
    });
  });

  it("are qualified in Microsoft Graph, where a simple name would stand for two on the same value", async () => {
    expect(await closes(service("microsoft.graph", "microsoft.graph.ticket"))).toEqual({
      members: ["close", "close_"],
      segments: ['close: "microsoft.graph.",', 'close_: "microsoft.graph.other.close",'],
    });
  });
});
