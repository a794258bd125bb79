import type { ContainerChild } from "../../edm/elements.js";
import { targetOf } from "../../edm/model.js";
import { documentationOf } from "../../facts/documentation.js";
import type { DataScope } from "./data-scope.js";
import { elementData } from "./element-data.js";
import type { ChildData } from "./format.js";

export function childData(child: ContainerChild, scope: DataScope): ChildData {
  const { kind, name } = child;
  const own = { kind, target: targetOf(child), segment: scope.segments.of(child) };
  return elementData({ element: child, name, documentation: documentationOf(child) }, own, scope);
}
