import { win32 } from "node:path";
import { expect, it } from "vitest";
import { withSlashes } from "../../src/diagnostics/path-name.js";

it("a path of Windows is printed with /, and one of another platform as it is", () => {
  const path = win32.join("C:\\work", "schemas", "a.xml");
  expect(withSlashes(path, win32.sep)).toBe("C:/work/schemas/a.xml");
  expect(withSlashes("\\\\server\\share\\a.xml", win32.sep)).toBe("//server/share/a.xml");
  expect(withSlashes("odd\\name.xml", "/")).toBe("odd\\name.xml");
});
