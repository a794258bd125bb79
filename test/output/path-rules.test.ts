import { describe, expect, it } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import { checkPaths } from "../../src/output/path-rules.js";

function reasons(...paths: readonly string[]): readonly string[] {
  const report = new Report();
  checkPaths(
    paths.map((path) => ({ path, text: "" })),
    "out",
    report,
  );
  return report.diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

describe("checkPaths", () => {
  it("accepts what every system can hold", () => {
    expect(reasons("types.ts", "callRecords/types.ts", "runtime/co.n.ts", "auxiliary.ts", "Ärger.ts")).toEqual([]);
  });

  it.each([
    ["../x.ts", "starts with a dot"],
    ["a/../../x.ts", "starts with a dot"],
    ["/etc/x.ts", "empty segment"],
    ["a//x.ts", "empty segment"],
    ["a/", "empty segment"],
    ["", "empty segment"],
    ["C:/x.ts", "a character that is not allowed in file names"],
    ["..\\x.ts", "a character that is not allowed in file names"],
    ["a\0.ts", "a character that is not allowed in file names"],
    [".odata-codegen.json", "starts with a dot"],
    ["con.ts", "has a device name of Windows"],
    ["a/Com1.types.ts", "has a device name of Windows"],
    ["NUL", "has a device name of Windows"],
    ["LPT¹.ts", "has a device name of Windows"],
    ["a./x.ts", "ends with a dot or a space"],
    ["x.ts ", "ends with a dot or a space"],
    [`${"x".repeat(300)}.ts`, "longer than 200 bytes"],
  ])("refuses %j", (path, reason) => {
    expect(reasons(path)).toEqual([expect.stringContaining(reason)]);
  });

  it("refuses two paths that some file system takes for one", () => {
    expect(reasons("A/types.ts", "a/Types.ts")).toEqual([
      expect.stringContaining('collides with "A/types.ts" (ignoring letter case)'),
    ]);
    expect(reasons("\u00e9.ts", "e\u0301.ts")).toHaveLength(1);
    expect(reasons("a", "A/x.ts")).toEqual([expect.stringContaining('is below the file "A"')]);
  });
});
