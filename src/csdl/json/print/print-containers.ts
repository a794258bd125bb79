import type { ContainerChild, EntityContainer, NavigationPropertyBinding } from "../../../edm/elements.js";
import { printAnnotations } from "./print-annotations.js";
import { type Json, members, merged } from "./print.js";
import type { PrintContext } from "./print-context.js";

type Members = ReadonlyMap<string, Json>;

/** Prints an entity container (CSDL JSON 4.01 §13). */
export function printContainer(container: EntityContainer, context: PrintContext): Members {
  const children = container.children.map((child) => [child.name, printChild(child, container, context)] as const);
  const head = members(["$Kind", "EntityContainer"], ["$Extends", container.extends]);
  return merged(head, new Map(children), printAnnotations(container.annotations, context));
}

function printChild(child: ContainerChild, container: EntityContainer, context: PrintContext): Members {
  return merged(printFacts(child, container), printAnnotations(child.annotations, context));
}

function printFacts(child: ContainerChild, container: EntityContainer): Members {
  switch (child.kind) {
    case "EntitySet":
      return members(
        ["$Collection", true],
        ["$Type", child.entityType],
        // The default is true for entity sets and false for function imports (CSDL JSON 4.01 §13.2, §13.6).
        ["$IncludeInServiceDocument", child.includeInServiceDocument === false ? false : undefined],
        ["$NavigationPropertyBinding", printBindings(child.navigationPropertyBindings, container)],
      );
    case "Singleton":
      return members(
        ["$Type", child.type],
        ["$Nullable", child.nullable === true ? true : undefined],
        ["$NavigationPropertyBinding", printBindings(child.navigationPropertyBindings, container)],
      );
    case "ActionImport":
      return members(
        ["$Action", child.action],
        ["$EntitySet", child.entitySet && localPath(child.entitySet, container)],
      );
    case "FunctionImport":
      return members(
        ["$Function", child.function],
        ["$EntitySet", child.entitySet && localPath(child.entitySet, container)],
        ["$IncludeInServiceDocument", child.includeInServiceDocument === true ? true : undefined],
      );
  }
}

function printBindings(
  bindings: readonly NavigationPropertyBinding[],
  container: EntityContainer,
): Members | undefined {
  if (bindings.length === 0) return undefined;
  return new Map(bindings.map(({ path, target }) => [path, localPath(target, container)]));
}

/** Strips the container name from a target in the same container (CSDL JSON 4.01 §13.4.2, §13.5). */
function localPath(path: string, { name }: EntityContainer): string {
  return path.startsWith(`${name}/`) ? path.slice(name.length + 1) : path;
}
