import { describe, expect, it } from "vitest";
import { formatDiagnosticsJson } from "../../src/diagnostics/format-json.js";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { at, Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { sortDiagnostics } from "../../src/diagnostics/sort-diagnostics.js";

const sources = new Sources();
const zebra = sources.add("zebra.xml", "one\ntwo\r\nthree");
const apple = sources.add("apple.xml", "one\ntwo");

function reported(fill: (report: Report) => void) {
  const report = new Report();
  fill(report);
  return report.diagnostics;
}

const text = (diagnostics: ReturnType<typeof reported>, color = false) =>
  diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color }));

describe("formatDiagnostic", () => {
  it("prints path, line, column, severity, code and message, and related places beneath", () => {
    const related = [
      { place: at(zebra, 9), message: "Seen first here." },
      { place: { path: "gone.md" }, message: "And there." },
    ];
    const diagnostics = reported((report) => report.add("empty-input", at(apple, 6), { input: "apple.xml" }, related));
    expect(text(diagnostics)).toEqual([
      'apple.xml:2:3 - error empty-input: "apple.xml" is empty; use a file with text, or remove it from the inputs.\n' +
        "  zebra.xml:3:1 - Seen first here.\n  gone.md - And there.",
    ]);
  });

  it("prints no line for a file without text", () => {
    const diagnostics = reported((report) =>
      report.add("files-skipped", { path: "in" }, { folder: "in", count: 1, first: "in/a" }),
    );
    expect(text(diagnostics)).toEqual([
      'in - notice files-skipped: 1 file in "in" skipped, not recognized as CSDL or a reference page: "in/a".',
    ]);
  });

  it("colours only when asked to, and then without looking at a terminal", () => {
    const diagnostics = reported((report) => report.add("empty-input", at(apple, 0), { input: "a" }));
    expect(text(diagnostics)[0]).not.toContain("\u001b");
    expect(text(diagnostics, true)[0]).toContain("apple.xml:1:1 - \u001b[31merror\u001b[39m ");
  });

  it("lets no name of an input forge a line or drive the terminal", () => {
    const input = "a\n0:0 - error\u001b[2J\u202Eb\u2028c";
    const diagnostics = reported((report) => report.add("empty-input", { path: input }, { input }));
    expect(text(diagnostics)[0]).toBe(
      String.raw`a\u{a}0:0 - error\u{1b}[2J\u{202e}b\u{2028}c - error empty-input: "a\u{a}0:0 - error\u{1b}[2J\u{202e}b\u{2028}c" is empty; use a file with text, or remove it from the inputs.`,
    );
  });
});

describe("sortDiagnostics", () => {
  it("sorts by path, line, column and code, each finding once, in whatever order they came", () => {
    const diagnostics = reported((report) => {
      report.add("empty-input", at(zebra, 9), { input: "x" });
      report.add("empty-input", at(zebra, 4), { input: "x" });
      report.add("unknown-kind", at(apple, 5), { input: "x" });
      report.add("empty-input", at(apple, 5), { input: "x" });
      report.add("empty-input", { path: "apple.xml" }, { input: "x" });
      report.add("empty-input", at(zebra, 4), { input: "x" });
      report.add("empty-input", at(zebra, 4), { input: "x" }, [{ place: at(apple, 0), message: "see" }]);
    });
    const sorted = text(sortDiagnostics(diagnostics, sources));
    expect(sorted.map((line) => line.replace(/:? "x".*;.*\./, ""))).toEqual([
      "apple.xml - error empty-input",
      "apple.xml:2:2 - error empty-input",
      "apple.xml:2:2 - error unknown-kind",
      "zebra.xml:2:1 - error empty-input",
      "zebra.xml:2:1 - error empty-input\n  apple.xml:1:1 - see",
      "zebra.xml:3:1 - error empty-input",
    ]);
    expect(text(sortDiagnostics(diagnostics.toReversed(), sources))).toEqual(sorted);
  });
});

describe("formatDiagnosticsJson", () => {
  it("gives the same facts as data", () => {
    const related = [{ place: at(zebra, 9), message: "Seen first here." }];
    const diagnostics = reported((report) => {
      report.add("empty-input", at(apple, 6), { input: "apple.xml" }, related);
      report.add("empty-input", { path: "b.xml" }, { input: "b.xml" });
    });
    expect(JSON.parse(formatDiagnosticsJson(diagnostics, sources))).toEqual([
      {
        code: "empty-input",
        severity: "error",
        message: '"apple.xml" is empty; use a file with text, or remove it from the inputs.',
        path: "apple.xml",
        line: 2,
        column: 3,
        related: [{ path: "zebra.xml", line: 3, column: 1, message: "Seen first here." }],
      },
      {
        code: "empty-input",
        severity: "error",
        message: '"b.xml" is empty; use a file with text, or remove it from the inputs.',
        path: "b.xml",
        related: [],
      },
    ]);
  });
});
