import { describe, expect, it } from "vitest";
import { contentHash } from "../../src/output/content-hash.js";
import { manifestText, parseManifest } from "../../src/output/manifest.js";
import { request } from "./request.js";

describe("a manifest", () => {
  it("has the hashes of files by path", () => {
    const parsed = parseManifest(manifestText(request("/w", { "b.ts": "b", "a.ts": "a" })));
    expect(parsed.ok && [...parsed.files]).toEqual([
      ["a.ts", contentHash("a")],
      ["b.ts", contentHash("b")],
    ]);
  });

  it("may have members of earlier versions", () => {
    const earlier = { generator: "odata-codegen", version: "0.1.0", inputs: "0", files: { "a.ts": "x" }, run: {} };
    expect(parseManifest(JSON.stringify(earlier))).toEqual({ ok: true, files: new Map([["a.ts", "x"]]) });
  });

  it.each([
    ["", "it is not a JSON object"],
    ["[]", "it is not a JSON object"],
    ["null", "it is not a JSON object"],
    ['{ "generator": "other", "files": {} }', 'its "generator" is not "odata-codegen"'],
    ['{ "generator": "odata-codegen" }', 'it has no "files"'],
    ['{ "generator": "odata-codegen", "files": [] }', 'it has no "files"'],
    [
      '{ "generator": "odata-codegen", "files": { "a.ts": 1 } }',
      'its entry "a.ts" is not a path and hash in this folder',
    ],
    [
      '{ "generator": "odata-codegen", "files": { "../a.ts": "x" } }',
      'its entry "../a.ts" is not a path and hash in this folder',
    ],
  ])("%s is none", (manifest, reason) => expect(parseManifest(manifest)).toEqual({ ok: false, reason }));
});
