import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff.js";
import { loadModel } from "../../src/load-model.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { metadataOf, sourceCases } from "./source-cases.js";
import { diffTexts } from "./two-texts.js";

const io = nodeIo(process.cwd());

const page = (permissions: string, more = "") => `---
title: "Get lamp"
ms.date: 2024-08-01
---
# Get lamp

Namespace: microsoft.graph

## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|${permissions}|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Not supported.|

## HTTP Request
\`\`\` http
GET /lamps/{lampId}
\`\`\`
${more}
`;

describe("diff", () => {
  it("selects what only one version has, and reports a pattern that fits neither", async () => {
    const [before, after] = [metadataOf({}), metadataOf({ schema: '<ComplexType Name="Extra"/>' })];
    const { changes, report } = await diffTexts(before, after, { include: ["s.Extra", "s.Nothing"] });
    expect(changes.changes.map(({ code, element }) => `${code} ${element}`)).toEqual(["type-added s.Extra"]);
    expect(report.diagnostics.map(({ code, place }) => ({ code, place }))).toEqual([]);
    const neither = await diffTexts(before, after, { include: ["s.Thing", "s.Nothing"] });
    expect(neither.report.diagnostics.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: "pattern-unmatched", place: { path: "--include s.Nothing" } },
    ]);
  });

  it("compares the permissions that pages state of a request", async () => {
    const folder = temporaryFolder({
      "old/lamp-get.md": page("Lamp.Read, Lamp.ReadWrite, Lamp.All"),
      "new/lamp-get.md": page("Lamp.ReadBasic, Lamp.ReadWrite, Lamp.All"),
    });
    const { changes, paths } = await diff({ old: [`${folder}/old`], new: [`${folder}/new`] }, io);
    expect(changes.changes.map(({ code, element, effects }) => ({ code, element, ...effects }))).toEqual([
      { code: "permission-added", element: "GET /lamps/{id}", readers: "compatible", writers: "none", source: "none" },
      { code: "permission-removed", element: "GET /lamps/{id}", readers: "breaking", writers: "none", source: "none" },
    ]);
    expect(changes.verdict).toBe("major");
    expect(paths).toEqual([`${folder}/old/lamp-get.md`, `${folder}/new/lamp-get.md`]);
  });

  it("has places in both versions, and a type that may be the same under another name", async () => {
    const members = '<Property Name="street" Type="Edm.String"/><Property Name="city" Type="Edm.String"/>';
    const { changes, sources } = await diffTexts(
      metadataOf({ schema: `<ComplexType Name="Place">${members}</ComplexType>` }),
      metadataOf({ schema: `<ComplexType Name="Address">${members}</ComplexType>` }),
    );
    const [added, removed] = changes.changes;
    expect(removed).toMatchObject({ code: "type-removed", element: "s.Place", similar: "s.Address" });
    expect(added?.newAt !== undefined && sources.locate(added.newAt).line).toBe(5);
    expect(removed?.oldAt !== undefined && sources.locate(removed.oldAt).line).toBe(5);
  });

  it("gives the names of the old version to the new one, unless they are not kept", async () => {
    const { before, after } = sourceCases["a name that another type takes"] ?? expect.unreachable();
    const kept = await diffTexts(metadataOf(before), metadataOf(after));
    expect(kept.changes.changes.map(({ code }) => code)).toEqual(["type-added"]);
    const free = await diffTexts(metadataOf(before), metadataOf(after), { keepNames: false });
    expect(free.changes.changes.find(({ code }) => code === "export-renamed")).toMatchObject({
      element: "s.one_part",
      effects: { source: "breaking" },
    });
  });

  it("gives nothing where a version has errors", async () => {
    const { changes, report } = await diffTexts(metadataOf({}), "<edmx:Edmx");
    expect(report.failed).toBe(true);
    expect(changes).toEqual({ changes: [], verdict: "none" });
  });
});

describe("loadModel", () => {
  it("reads inputs into a model", async () => {
    const folder = temporaryFolder({ "metadata.xml": metadataOf({}) });
    const { model, paths, report } = await loadModel({ inputs: ["metadata.xml"], base: folder }, io);
    expect(model.elements.map(({ name }) => name as string)).toEqual(["s.Thing", "s.Container"]);
    expect(paths).toEqual([`${folder}/metadata.xml`]);
    expect(report.diagnostics).toEqual([]);
  });
});
