import { expect, it } from "vitest";
import { auditInputs } from "../../src/audit.js";
import { auditOf } from "../../src/audit/audit.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { parse } from "../support/model.js";
import { csdl, pages } from "./inputs.js";

const action = '<Action Name="blink" IsBound="true"><Parameter Name="it" Type="n.lamp"/>';
const times = '<Parameter Name="times" Type="Edm.Int32"/>';
const pause = '<Parameter Name="pause" Type="Edm.Int32"/>';

it("a page is held against the overload with the parameters that it shows, before one of the kind that it calls", () => {
  const overloads = `${action}${times}</Action>${action.replace("Action", "Function")}${times}${pause}<ReturnType Type="Edm.Int32"/></Function>`;
  const report = new Report();
  const sources = new Sources();
  const texts = {
    ...pages,
    "n.xml": csdl.replace(`${action}${times}</Action>`, overloads),
    "lamp-blink.md": pages["lamp-blink.md"].replace("|times|Int32|", "|pause|Int32|How long.|\n|times|Int32|"),
  };
  const documents = Object.entries(texts).flatMap(([name, text]) => parse(sources.add(name, text), report) ?? []);
  expect(texts["n.xml"]).toContain("</Action><Function");
  expect(auditOf(auditInputs(documents, report)).filter(({ cause }) => cause.startsWith("parameter-"))).toEqual([]);
});
