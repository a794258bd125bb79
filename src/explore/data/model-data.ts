import { compareText, isStructured, isType, type EdmType } from "../../edm/model.js";
import type { ViewContext } from "../../views/view-context.js";
import { childData } from "./child-data.js";
import { type DataPart, type DataScope, dataScope } from "./data-scope.js";
import { definitionData, enumData } from "./enum-data.js";
import { MODEL_FORMAT, type ModelData, type TypeData } from "./format.js";
import { operationData } from "./operation-data.js";
import type { Places } from "./places.js";
import { requestsData } from "./request-data.js";
import { passedData, structuredData } from "./structured-data.js";

export interface DataOptions {
  readonly title?: string | undefined;
  /** The parts to leave out. */
  readonly without?: readonly DataPart[];
  readonly places: Places;
}

/** The data of the selected part of a model. */
export function modelData(context: ViewContext, options: DataOptions): ModelData {
  const { title, without = [] } = options;
  const { model, names, selection } = context;
  const { container, serviceRoot, protocol } = selection.paths;
  const scope = dataScope(context, options);
  const { places } = scope;
  const root = context.options.baseUrl ?? serviceRoot;
  return {
    format: MODEL_FORMAT,
    title: title ?? container?.name ?? names.modules[0]?.namespace ?? "",
    protocol,
    ...(root !== undefined && { serviceRoot: root }),
    ...(container !== undefined && { container: container.name }),
    namespaces: names.modules.map(({ namespace, flat, identifier }) => ({
      name: namespace,
      ...(!flat && { exportedAs: identifier }),
    })),
    types: typesData(context, scope),
    // Overloads stay in the order of the model: sorting is stable.
    operations: model.operations
      .toSorted((a, b) => compareText(a.name, b.name))
      .map((operation) => operationData(operation, scope)),
    children: (container?.children ?? [])
      .toSorted((a, b) => compareText(a.name, b.name))
      .map((child) => childData(child, scope)),
    requests: without.includes("requests") ? [] : requestsData(scope),
    ...(places !== undefined && { sources: places.sources }),
  };
}

/** The selected types, and those that selected paths lead through. */
function typesData({ model, selection }: ViewContext, scope: DataScope): readonly TypeData[] {
  const passed = selection.paths.elements.flatMap((element) =>
    element.kind === "EntityType" && model.type(element.name) === undefined ? [element] : [],
  );
  return [
    ...model.elements.filter(isType).map((type) => typeData(type, scope)),
    ...passed.map((type) => passedData(type, scope)),
  ].sort((a, b) => compareText(a.name, b.name));
}

function typeData(type: EdmType, scope: DataScope): TypeData {
  if (isStructured(type)) return structuredData(type, scope);
  return type.kind === "EnumType" ? enumData(type, scope) : definitionData(type, scope);
}
