/** What a run leaves for the next one, which then knows whether anything has changed. */
import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { at, Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import {
  recordedDiagnostics,
  restoreDiagnostics,
  runKey,
  type RunInputs,
  type RunRecord,
} from "../../src/up-to-date/cache/run-record.js";

describe("the key of a run", () => {
  const inputs: RunInputs = {
    tool: "1+a",
    options: { a: 1, b: 2 },
    sources: [
      { name: "x/a.xml", text: "a" },
      { name: "y/b.md", text: "b" },
    ],
    outcomes: ["loaded"],
  };
  const [first, second] = inputs.sources;
  const same = (more: Partial<RunInputs>) => runKey({ ...inputs, ...more }) === runKey(inputs);

  it("depends on the tool, the options, the texts, their order and file names, and references", () => {
    expect(same({ tool: "1+b" })).toBe(false);
    expect(same({ options: { a: 1, b: 3 } })).toBe(false);
    expect(same({ outcomes: ["failed"] })).toBe(false);
    expect(first && second && same({ sources: [second, first] })).toBe(false);
    expect(second && same({ sources: [{ name: "x/a.xml", text: "c" }, second] })).toBe(false);
    expect(second && same({ sources: [{ name: "x/c.xml", text: "a" }, second] })).toBe(false);
  });

  it("depends on line ends, which move the places of diagnostics", () => {
    const key = (text: string) => runKey({ ...inputs, sources: [{ name: "a.xml", text }] });
    expect(key("a\r\nb")).not.toBe(key("a\nb"));
  });

  it("does not depend on folders and the order of options", () => {
    expect(second && same({ sources: [{ name: "z/a.xml", text: "a" }, second] })).toBe(true);
    expect(same({ options: { b: 2, a: 1 } })).toBe(true);
  });

  it("depends on the folders that make the address of a page", () => {
    const key = (name: string) => runKey({ ...inputs, sources: [{ name, text: "a" }] });
    expect(key("x/api-reference/beta/api/a.md")).toBe(key("y/api-reference/beta/api/a.md"));
    expect(key("x/api-reference/beta/api/a.md")).not.toBe(key("x/api-reference/v1.0/api/a.md"));
  });
});

describe("the diagnostics of a run", () => {
  const sources = new Sources();
  const [one, other] = [sources.add("a.xml", "0123456789"), sources.add("b.xml", "0123456789")];
  const record = (diagnostics: ReturnType<typeof recordedDiagnostics>): RunRecord => ({
    key: "k",
    references: [],
    counts: { types: 1, enums: 2, requests: 3 },
    diagnostics: [],
    ...diagnostics,
  });
  const lines = (report: Report) =>
    report.diagnostics.map(
      (one) => `${formatDiagnostic(one, sources, { color: false })}${one.outside === true ? " (outside)" : ""}`,
    );

  it("are repeated as they were, with related places and those outside of the selection last", () => {
    const report = new Report();
    report.add("unknown-element", at(one, 3), { element: "A", parent: "B" });
    report.add("duplicate-annotation", at(other, 5), { term: "n.T" }, [
      { place: at(one, 1), message: "first applied here" },
    ]);
    report.add("unknown-element", at(other, 2), { element: "C", parent: "D" });
    report.markOutside((place) => place === at(one, 3));
    const recorded = recordedDiagnostics(report.diagnostics);
    expect(recorded).toMatchObject({
      diagnostics: [
        ["duplicate-annotation", [1, 5, expect.any(String)], [0, 1, "first applied here"]],
        ["unknown-element", [1, 2, expect.any(String)]],
      ],
      outside: [["unknown-element", [0, 3, expect.any(String)]]],
    });
    const again = new Report();
    restoreDiagnostics(record(recorded), [one, other], again);
    expect(lines(again).toSorted()).toEqual(lines(report).toSorted());
  });

  it("are not kept where one has no position, or there are too many", () => {
    const report = new Report();
    report.add("files-skipped", { path: "in" }, { folder: "in", count: 1, first: "x" });
    expect(recordedDiagnostics(report.diagnostics)).toBeUndefined();
    const many = (count: number) => {
      const found = new Report();
      for (let index = 0; index < count; index++)
        found.add("unknown-element", at(one, 1), { element: `E${index}`, parent: "P" });
      return recordedDiagnostics(found.diagnostics)?.diagnostics.length;
    };
    expect([many(0), many(20_000), many(20_001)]).toEqual([0, 20_000, undefined]);
    expect(recordedDiagnostics([])).toEqual({ diagnostics: [] });
  });

  it("of a source that is not there are an error of the record", () => {
    const run = record({ diagnostics: [["unknown-element", [2, 0, "x"]]] });
    expect(() => restoreDiagnostics(run, [one, other], new Report())).toThrow(RangeError);
  });
});
