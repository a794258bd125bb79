import type { OperationData } from "../../explore/data/format.js";
import { copyButton } from "../elements/copy-button.js";
import { type Content, element } from "../elements/element.js";
import { typeLink } from "../elements/links.js";
import type { ModelIndex } from "../model/model-index.js";
import type { Route } from "../routes/route.js";
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
export function operationPage({ parts: [name = ""] }: Route, index: ModelIndex): Page | undefined {
  const overloads = index.operations.get(name);
  if (overloads === undefined) return undefined;
  const content = overloads.map((overload, at) => overloadSection(overload, at, index));
  return {
    title: name,
    content: [
      element("p", {}, copyButton(name, "the qualified name"), changeBadge(name, index)),
      changesSection(name, index),
      findingsSection(name, index),
      content,
      requestsSection(name, index),
      usedBySection(name, index),
    ],
  };
}

function overloadSection(operation: OperationData, at: number, index: ModelIndex): Content {
  const { kind, boundTo, returns, read, call, deprecated } = operation;
  const badges = [kind, ...(deprecated === undefined ? [] : ["deprecated"])];
  return section(
    boundTo === undefined ? "Unbound" : ["On ", typeLink(boundTo, index)],
    `overload-${at}`,
    element("p", { class: "badges" }, badges.map(badge)),
    statements(operation),
    saidDetails(operation.said, index),
    element("p", { class: "call" }, element("code", {}, call), " ", copyButton(call, "the call")),
    parametersTable(operation, index),
    element(
      "p",
      {},
      "Result: ",
      returns === undefined ? "none" : typeLink(returns, index),
      read && [" ", element("code", {}, read)],
    ),
  );
}

function parametersTable({ parameters }: OperationData, index: ModelIndex): Content {
  if (parameters.length === 0) return element("p", {}, "No parameters.");
  const rows = parameters.map((parameter) => {
    const { name, type = "not stated", write = "", required } = parameter;
    const word = required ? "required" : "optional";
    const cells = [
      typeLink(type, index),
      element("code", {}, write),
      element("span", { class: word }, word),
      statements(parameter),
      saidDetails(parameter.said, index),
    ];
    return tableRow(columns, undefined, name, cells);
  });
  return rowsTable("Parameters", columns, [element("tbody", {}, rows)]);
}
