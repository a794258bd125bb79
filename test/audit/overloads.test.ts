import { expect, it } from "vitest";
import { auditInputs } from "../../src/audit.js";
import { auditOf } from "../../src/audit/audit.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { parse } from "../support/model.js";
import { csdl, pages } from "./inputs.js";

/** The causes that are found where `blink` has these overloads, and its page shows both parameters and returns a lamp. */
function causesWith(...overloads: readonly string[]): readonly string[] {
  const report = new Report();
  const sources = new Sources();
  const texts = {
    ...pages,
    "n.xml": csdl.replace(/<Action Name="blink".*/, overloads.join("")),
    "lamp-blink.md": pages["lamp-blink.md"]
      .replace("|times|Int32|", "|pause|Int32|How long.|\n|times|Int32|")
      .replace(
        "this action returns a `204 No Content` response code",
        "this action returns a `200 OK` response code and a [lamp](lamp.md) object in the response body",
      ),
  };
  const documents = Object.entries(texts).flatMap(([name, text]) => parse(sources.add(name, text), report) ?? []);
  return auditOf(auditInputs(documents, report)).map(({ cause }) => cause);
}

function overload(kind: "Action" | "Function", parameters: readonly string[], returned: string): string {
  const given = parameters.map((name) => `<Parameter Name="${name}" Type="Edm.Int32"/>`).join("");
  return `<${kind} Name="blink" IsBound="true"><Parameter Name="it" Type="n.lamp"/>${given}<ReturnType Type="n.${returned}"/></${kind}>`;
}

it("a page is held against the overload that has its parameters, rather than one of the kind that it calls", () => {
  const fits = overload("Function", ["times", "pause"], "lamp");
  const lacks = overload("Action", ["times"], "room");
  expect(causesWith(lacks, fits)).not.toContain("return-type-differs");
  expect(causesWith(lacks)).toContain("return-type-differs");
});
