/** The query options that pages show on what their requests read. */
import { describe, expect, it } from "vitest";
import { documentedOptions, requestsThrough } from "../../src/edm/documented-options.js";
import { modelOf } from "../support/model.js";

const csdl = `<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityType Name="thing"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="photo" Type="Edm.Stream"/></EntityType><EntityContainer Name="C"><EntitySet Name="things" EntityType="n.thing"/></EntityContainer></Schema>`;

function page(request: string, text = "", example = ""): string {
  const shown = example === "" ? "" : `## Example\n\`\`\`http\n${example}\n\`\`\`\n`;
  return `# Get thing\n\nNamespace: n\n\n## HTTP request\n\`\`\`http\n${request}\n\`\`\`\n\n## Optional query parameters\n${text}\n\n${shown}`;
}

function options(kind: "Entity" | "Collection", ...pages: readonly string[]) {
  const texts = Object.fromEntries(pages.map((text, index) => [`${index}.md`, text]));
  const { model } = modelOf({ "a.xml": csdl, ...texts });
  const through = requestsThrough(model.requests);
  const [set] = model.container?.children ?? [];
  const { names, expanded } = documentedOptions(kind, through.get(set) ?? []);
  return [[...names].join(), [...expanded].join()];
}

describe("documented options", () => {
  it("are stated, or shown by examples, of the reads of one kind", () => {
    expect(options("Collection", page("GET /things", "Supports `$top`."))).toEqual(["top", ""]);
    expect(options("Collection", page("GET /things", "", "GET https://h/v1.0/things?$select=id&$filter=a"))).toEqual([
      "select,filter",
      "",
    ]);
    expect(options("Entity", page("GET /things", "Supports `$top`."))).toEqual(["", ""]);
    expect(options("Entity", page("GET /things/{id}", "Supports `$select`."))).toEqual(["select", ""]);
    expect(options("Entity", page("PATCH /things/{id}", "Supports `$select`."))).toEqual(["", ""]);
  });

  it("have the count of what is counted, and what parts of an entity show", () => {
    expect(options("Collection", page("GET /things/$count"))).toEqual(["count", ""]);
    expect(options("Entity", page("GET /things/{id}/photo/$value", "Supports `$format`."))).toEqual(["format", ""]);
  });

  it("name what examples expand, without its own options", () => {
    const example = "GET https://h/v1.0/things?$expand=manager($levels=max),%20reports,a/b($select=c)";
    expect(options("Collection", page("GET /things", "", example))).toEqual(["expand", "manager,reports,a/b"]);
    expect(options("Collection", page("GET /things", "", "GET https://h/things?expand=x"))).toEqual(["expand", "x"]);
  });
});
