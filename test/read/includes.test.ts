import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { load, read } from "../../src/read/read.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { setsOf } from "../support/scope-sets.js";

const page = (include: string) =>
  `# Get thing\n\nNamespace: microsoft.graph\n\n## Permissions\n\n[!INCLUDE [permissions-table](${include})]\n\n## HTTP request\n\n\`\`\`http\nGET /things/{id}\n\`\`\`\n\n## Response\n\nReturns a \`200 OK\` response code and a [thing](thing.md) object.\n`;
const include =
  "---\nms.topic: include\n---\n\n|Permission type|Least privileged permissions|\n|:-|:-|\n|Application|A.Read|\n";

/** A folder with the files, and what comes of inputs in it: the scopes, and the codes that were said. */
async function readFiles(
  files: Readonly<Record<string, string>>,
  inputs: readonly string[],
  link?: readonly [string, string],
) {
  const folder = temporaryFolder(files);
  if (link !== undefined) symlinkSync(join(folder, link[0]), join(folder, link[1]));
  const report = new Report();
  const sources = new Sources();
  const io = nodeIo(folder);
  const { documents } = await read(await load({ inputs }, io, { report, sources }), io, {});
  const requests = documents.flatMap((document) => (document.kind === "page" ? document.requests : []));
  return {
    count: documents.length,
    scopes: requests
      .flatMap(({ permissions }) => permissions ?? [])
      .flatMap(({ alternatives }) => setsOf(alternatives)),
    places: requests.flatMap(({ permissions }) => permissions ?? []).map(({ at }) => sources.locate(at).source),
    said: report.diagnostics.map(({ code }) => code),
  };
}

describe("what a page includes", () => {
  const files = { "docs/api/a.md": page("../includes/permissions/x.md"), "docs/includes/permissions/x.md": include };

  it("is read where it lies in a folder that was given, at its place there", async () => {
    expect(await readFiles(files, ["docs"])).toEqual({
      count: 1,
      scopes: ["A.Read"],
      places: ["docs/includes/permissions/x.md"],
      said: [],
    });
    expect((await readFiles(files, ["docs/api/a.md", "docs/includes"])).scopes).toEqual(["A.Read"]);
  });

  it("is told by its folder where it has no front matter", async () => {
    const bare = { ...files, "docs/includes/permissions/x.md": include.replace(/^---[^]*---\n/, "") };
    expect(await readFiles(bare, ["docs"])).toMatchObject({ count: 1, scopes: ["A.Read"], said: [] });
  });

  it("stays unknown where only the page was named", async () => {
    expect(await readFiles(files, ["docs/api/a.md"])).toMatchObject({ scopes: [], said: ["page-include-missing"] });
  });

  it("is never read outside of what was given", async () => {
    const outside = { "docs/api/a.md": page("../../secret/includes/x.md"), "secret/includes/x.md": include };
    expect(await readFiles(outside, ["docs"])).toMatchObject({ scopes: [], said: ["page-include-missing"] });
    const linked = { "docs/api/a.md": page("../includes/x.md"), "docs/includes/y.md": include, "secret/x.md": include };
    expect(await readFiles(linked, ["docs"], ["secret/x.md", "docs/includes/x.md"])).toMatchObject({
      scopes: [],
      said: ["page-include-missing"],
    });
  });

  it("may include itself, or what includes it", async () => {
    const circle = {
      "docs/api/a.md": page("../includes/x.md"),
      "docs/includes/x.md": "---\nms.topic: include\n---\n\n[!INCLUDE [permissions-table](y.md)]\n",
      "docs/includes/y.md": `${include}\n[!INCLUDE [permissions-table](x.md)]\n`,
    };
    expect(await readFiles(circle, ["docs"])).toMatchObject({ scopes: ["A.Read"], said: [] });
  });
});
