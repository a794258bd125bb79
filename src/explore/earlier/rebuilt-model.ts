/**
 * The data as a model again, as far as it tells: what two versions are compared by where one of them is a file of
 * `explore`. Both are rebuilt, so that what the data does not have is no difference.
 */
import type { Source } from "../../diagnostics/position.js";
import { at } from "../../diagnostics/position.js";
import type { Schema } from "../../edm/document.js";
import type { SchemaElement } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { compareText, createModel, type Model, type Protocol } from "../../edm/model.js";
import { namespaceOf } from "../../edm/names.js";
import type { ModelData } from "../data/format.js";
import { declared, type Rebuilding } from "./rebuilt-annotations.js";
import { rebuiltChild, rebuiltOperation, rebuiltRequest } from "./rebuilt-operations.js";
import { qualified, rebuiltType } from "./rebuilt-types.js";

/** The parts that both versions have: `--without` leaves out descriptions and requests. */
export interface SharedParts {
  readonly described: boolean;
  readonly requests: boolean;
}

export function sharedParts(before: ModelData, after: ModelData): SharedParts {
  const both = (has: (data: ModelData) => boolean) => has(before) && has(after);
  return { described: both(isDescribed), requests: both(({ requests }) => requests.length > 0) };
}

function isDescribed({ types, operations }: ModelData): boolean {
  return [...types, ...operations].some(({ description }) => description !== undefined);
}

export function rebuiltModel(data: ModelData, { described, requests }: SharedParts, source: Source): Model {
  const rebuilding = { at: at(source, 0), described };
  const { protocol, serviceRoot } = data;
  return createModel({
    protocol: protocol as Protocol, // one that no version has is shown as a change
    schemas: schemasOf(data, rebuilding),
    references: [],
    requests: requests ? data.requests.map((request) => rebuiltRequest(request, rebuilding)) : [],
    serviceRoot,
    declarations: new Map(),
  });
}

function schemasOf(data: ModelData, rebuilding: Rebuilding): readonly Schema[] {
  const { container, children, operations } = data;
  const types = new Map(data.types.map((type) => [type.name, type]));
  const elements: readonly SchemaElement[] = [
    ...[...types.values()].map((type) => rebuiltType(type, types, rebuilding)),
    ...operations.map((operation) => rebuiltOperation(operation, rebuilding)),
    ...(container === undefined
      ? []
      : [
          {
            ...declared({}, rebuilding),
            kind: "EntityContainer" as const,
            name: qualified(container),
            children: children.map((child) => rebuiltChild(child, rebuilding)),
          },
        ]),
  ];
  return [...groupBy(elements, ({ name }) => namespaceOf(name))]
    .sort(([a], [b]) => compareText(a, b))
    .map(([namespace, ofNamespace]) => ({ namespace, at: rebuilding.at, elements: ofNamespace, targets: [] }));
}
