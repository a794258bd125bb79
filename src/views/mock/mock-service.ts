/** The table that the mock of a service runs on: what was selected, as plain data. */
import type { Operation } from "../../edm/elements.js";
import { operationFactsIn } from "../../facts/facts.js";
import type { MockOperation, MockService } from "../../runtime/mock/service.js";
import { defaultNamespacesOf } from "../client/wire/segments.js";
import type { ViewContext } from "../view-context.js";
import { mockChildren } from "./child-table.js";
import { mockParameter } from "./property-table.js";
import { sendsOtherCase } from "./other-case.js";
import { mockRequests } from "./request-table.js";
import { parametersSchemaOf } from "./schema-names.js";
import { mockDefinitions, mockEnums, mockTypes } from "./type-table.js";

export function mockService(context: ViewContext): MockService {
  const { whole, model, selection, options } = context;
  const { container, serviceRoot } = selection.paths;
  const baseUrl = options.baseUrl ?? serviceRoot;
  const definitions = mockDefinitions(model);
  const table: MockService = {
    protocol: whole.protocol,
    ...(baseUrl !== undefined && { baseUrl }),
    defaultNamespaces: [...defaultNamespacesOf(whole)],
    types: mockTypes(context),
    enums: mockEnums(model),
    ...(Object.keys(definitions).length > 0 && { definitions }),
    children: mockChildren(container),
    operations: selection.paths.operations.map((operation) => mockOperation(operation, context)),
    requests: mockRequests(context),
  };
  return sendsOtherCase(table, context) ? { ...table, anyCase: true } : table;
}

function mockOperation(operation: Operation, context: ViewContext): MockOperation {
  const { kind, name, binding, parameters, result, composable } = operationFactsIn(context.pathFacts, operation);
  const schema = parametersSchemaOf(operation, context);
  return {
    kind: kind === "Action" ? "action" : "function",
    name,
    ...(binding && { on: { type: binding.type, ...(binding.collection && { collection: true }) } }),
    parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, mockParameter(parameter)])),
    ...(result && {
      returns: {
        type: result.type.type,
        ...(result.type.collection && { collection: true }),
        ...(result.nullable && { nullable: true }),
      },
    }),
    ...(composable && { composable: true }),
    ...(schema !== undefined && { schema }),
  };
}
