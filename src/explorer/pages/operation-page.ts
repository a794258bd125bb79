import type { OperationData, ParameterData } from "../../explore/data/format.js";
import { copyButton } from "../elements/copy-button.js";
import { type Content, element, inCode } from "../elements/element.js";
import { typeLink } from "../elements/links.js";
import { operations } from "../model/types.js";
import { changeBadge, changesSection } from "./changes.js";
import { findingsSection } from "./findings.js";
import type { Page } from "./page.js";
import { requestsSection } from "./requests/requests-section.js";
import { saidDetails } from "./said.js";
import { section } from "../elements/section.js";
import { rowsTable, tableRow } from "../elements/table.js";
import { badge, statements } from "./types/element-parts.js";
import { usedBySection } from "./types/used-by-section.js";

const columns = ["Name", "Type", "TypeScript", "Body", "Description", "Said by"];

/** An action or function with all its overloads. */
export function operationPage([name = ""]: readonly string[]): Page | undefined {
  const overloads = operations().get(name);
  return (
    overloads && {
      title: name,
      content: [
        element("p", copyButton(name, "the qualified name"), changeBadge(name)),
        changesSection(name),
        findingsSection(name),
        overloads.map(overloadSection),
        requestsSection(name),
        usedBySection(name),
      ],
    }
  );
}

function overloadSection(operation: OperationData, at: number): Content {
  const { kind, boundTo, parameters, returns, read, call, deprecated } = operation;
  return section(
    boundTo === undefined ? "Unbound" : ["On ", typeLink(boundTo)],
    `overload-${at}`,
    element("p.badges", badge(kind), deprecated && badge("deprecated")),
    statements(operation),
    saidDetails(operation),
    call === undefined
      ? element("p.quiet", "There is no call of the client: it calls operations of entities alone.")
      : element("p.call", inCode(call), " ", copyButton(call, "the call")),
    parameters.length === 0
      ? element("p", "No parameters.")
      : rowsTable("Parameters", columns, parameters.map(parameterRow)),
    element("p", "Result: ", returns === undefined ? "none" : typeLink(returns), read && [" ", inCode(read)]),
  );
}

function parameterRow(parameter: ParameterData): HTMLElement {
  const { name, type = "not stated", write, required } = parameter;
  const word = required ? "required" : "optional";
  return tableRow(columns, [
    name,
    typeLink(type),
    inCode(write),
    element(`span.${word}`, word),
    statements(parameter),
    saidDetails(parameter),
  ]);
}
