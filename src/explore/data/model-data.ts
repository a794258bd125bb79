import { compareText, isStructured } from "../../edm/model.js";
import type { Scope } from "../../views/modules/scope.js";
import { code } from "../../code/code.js";
import type { ViewContext } from "../../views/view-context.js";
import { MODEL_FORMAT, type ModelData } from "./format.js";
import { structuredData } from "./structured-data.js";

export interface DataOptions {
  readonly title?: string | undefined;
}

/** The data of the selected part of a model. */
export function modelData(context: ViewContext, { title }: DataOptions): ModelData {
  const { model, names, selection } = context;
  const { container, serviceRoot } = selection.paths;
  const scope: Scope = {
    context,
    imports: { reach: (_, { flat, identifier }, exported) => (flat ? exported : code`${identifier}.${exported}`) },
  };
  return {
    format: MODEL_FORMAT,
    title: title ?? container?.name ?? names.modules[0]?.namespace ?? "",
    protocol: model.protocol,
    ...(serviceRoot !== undefined && { serviceRoot }),
    ...(container !== undefined && { container: container.name }),
    namespaces: names.modules.map(({ namespace, flat, identifier }) => ({
      name: namespace,
      ...(!flat && { exportedAs: identifier }),
    })),
    types: model.structuredTypes
      .filter(isStructured)
      .toSorted((a, b) => compareText(a.name, b.name))
      .map((type) => structuredData(type, scope)),
    operations: [],
    children: [],
    requests: [],
  };
}
