import { expect, it } from "vitest";
import { auditInputs } from "../../src/audit.js";
import { auditOf } from "../../src/audit/audit.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { parse } from "../support/model.js";
import { csdl, pages } from "./inputs.js";

/** The causes that are found where a function of a lamp returns lamps, and the page of an action is called behind it. */
function causesOf(path: string): readonly string[] {
  const report = new Report();
  const sources = new Sources();
  const texts = {
    ...pages,
    "n.xml": csdl.replace(
      '<Function Name="brightest"',
      '<Function Name="near" IsBound="true" IsComposable="true"><Parameter Name="it" Type="n.lamp"/><ReturnType Type="Collection(n.lamp)"/></Function>$&',
    ),
    "lamp-blink.md": pages["lamp-blink.md"].replace("/lamps/{id}/blink", path),
  };
  const documents = Object.entries(texts).flatMap(([name, text]) => parse(sources.add(name, text), report) ?? []);
  return auditOf(auditInputs(documents, report)).map(({ cause }) => cause);
}

it("a key behind a function that returns a collection names one of its items", () => {
  expect(causesOf("/lamps/{id}/near/{id}/blink")).not.toContain("path-unresolved");
  expect(causesOf("/lamps/{id}/near/blink")).toContain("path-unresolved");
});
