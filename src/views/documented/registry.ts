import { schemasView } from "../schemas/service-schemas.js";
import type { ViewContext } from "../view-context.js";
import { entitiesView } from "./entities.js";
import type { documentedParts, DocumentedViewName } from "./parts.js";

/** A view that templates of artifacts of one's own print. */
export interface DocumentedView {
  /** The name of its interface, which is exported in this folder. */
  readonly type: string;
  readonly of: (context: ViewContext) => object;
  /** The parts that a file can be written for each of, by the `each` of an artifact. */
  readonly parts: Readonly<Record<string, ViewPart>>;
}

export interface ViewPart {
  readonly type: string;
  /** `name` is that of the part in the path of its file. */
  readonly of: (context: ViewContext) => readonly { readonly name: string; readonly view: object }[];
}

type Registry = {
  readonly [V in DocumentedViewName]: DocumentedView & {
    readonly parts: Readonly<Record<(typeof documentedParts)[V][number], ViewPart>>;
  };
};

/** The documented views by name. */
export const documentedViews: Registry = {
  entities: {
    type: "EntitiesView",
    of: entitiesView,
    parts: {
      namespace: { type: "DescribedNamespace", of: (context) => named(entitiesView(context).namespaces) },
      type: {
        type: "DescribedType",
        of: (context) => named(entitiesView(context).namespaces.flatMap(({ types }) => types)),
      },
      enum: {
        type: "DescribedEnum",
        of: (context) => named(entitiesView(context).namespaces.flatMap(({ enums }) => enums)),
      },
    },
  },
  schemas: {
    type: "SchemasView",
    of: schemasView,
    parts: {
      namespace: {
        type: "SchemaModuleView",
        of: (context) => schemasView(context).modules.map((view) => ({ name: view.identifier, view })),
      },
    },
  },
};

function named<T extends { readonly name: string }>(
  views: readonly T[],
): readonly { readonly name: string; readonly view: T }[] {
  return views.map((view) => ({ name: view.name, view }));
}
