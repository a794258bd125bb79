/** Operations, children of the container and requests of the data as elements of the entity data model. */
import type { ContainerChild, Operation, Parameter } from "../../edm/elements.js";
import type { ResolvedRequest } from "../../edm/model.js";
import type { SimpleName } from "../../edm/names.js";
import { Core, FIELD_CONTROL } from "../../edm/vocabulary.js";
import type { ChildData, OperationData, ParameterData, RequestData } from "../data/format.js";
import { annotation, declared, type Rebuilding, text, TRUE } from "./rebuilt-annotations.js";
import { qualified, rebuiltUse } from "./rebuilt-types.js";

export function rebuiltOperation(operation: OperationData, rebuilding: Rebuilding): Operation {
  const { kind, name, boundTo, parameters, returns, read = "" } = operation;
  const { at } = rebuilding;
  const binding = boundTo === undefined ? [] : [bindingParameter(boundTo, rebuilding)];
  return {
    ...declared(operation, rebuilding),
    kind,
    name: qualified(name),
    ...(boundTo !== undefined && { bound: true }),
    parameters: [...binding, ...parameters.map((parameter) => rebuiltParameter(parameter, rebuilding))],
    ...(returns !== undefined && {
      returnType: { ...rebuiltUse(returns, read.endsWith("| undefined") ? "" : "not null"), at },
    }),
  };
}

function bindingParameter(type: string, rebuilding: Rebuilding): Parameter {
  return { ...declared({}, rebuilding), name: "bindingParameter" as SimpleName, type: rebuiltUse(type, "not null") };
}

function rebuiltParameter(parameter: ParameterData, rebuilding: Rebuilding): Parameter {
  const { name, type, write = "", required } = parameter;
  const presence =
    required === true
      ? annotation(FIELD_CONTROL, text("Mandatory"), rebuilding)
      : annotation(Core.OptionalParameter, TRUE, rebuilding);
  return {
    ...declared(parameter, rebuilding, [presence]),
    name: name as SimpleName, // as the data has it
    ...(type !== undefined && { type: rebuiltUse(type, write.endsWith("| null") ? "" : "not null") }),
  };
}

export function rebuiltChild(child: ChildData, rebuilding: Rebuilding): ContainerChild {
  const common = {
    ...declared(child, rebuilding),
    name: child.name as SimpleName, // as the data has it
  };
  const target = qualified(child.target);
  switch (child.kind) {
    case "EntitySet":
      return { ...common, kind: child.kind, entityType: target, navigationPropertyBindings: [] };
    case "Singleton":
      return { ...common, kind: child.kind, type: target, navigationPropertyBindings: [] };
    case "ActionImport":
      return { ...common, kind: child.kind, action: target };
    case "FunctionImport":
      return { ...common, kind: child.kind, function: target };
  }
}

export function rebuiltRequest(request: RequestData, rebuilding: Rebuilding): ResolvedRequest {
  const { method, path, title = "", permissions, operation } = request;
  const { at } = rebuilding;
  return {
    ...declared(request, rebuilding),
    kind: "Request",
    method,
    template: path,
    title,
    ...(permissions != null && { permissions: permissions.map((permission) => ({ ...permission, at })) }),
    ...(operation !== undefined && { operation: operation.kind }),
    headers: [],
    examples: [],
  };
}
