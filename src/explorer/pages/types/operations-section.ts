import { shortName } from "../../../explore/data/picture/short-name.js";
import type { OperationData, StructuredData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { linkTo, typeLink } from "../../elements/links.js";
import { basesOf, type ModelIndex } from "../../model/model-index.js";
import { isCollectionText } from "../../model/type-names.js";
import { boundTo } from "../../model/used-by.js";
import { operationRoute } from "../../routes/route.js";
import { nameList } from "../../elements/list.js";
import { section } from "../../elements/section.js";

/** The operations bound to a type, to collections of it and to its base types. */
export function operationsSection(type: StructuredData, index: ModelIndex): Content {
  const groups = [type, ...basesOf(type, index)].flatMap(({ name }) => {
    const bound = boundTo(name, index);
    const [one, many] = [false, true].map((many) => bound.filter((each) => isCollectionText(each.boundTo) === many));
    const of = shortName(name, index.data);
    return [
      { heading: `Bound to ${of}`, operations: one ?? [] },
      { heading: `Bound to collections of ${of}`, operations: many ?? [] },
    ];
  });
  const lists = groups.map(({ heading, operations }) =>
    nameList(
      heading,
      operations.map((operation) => () => operationItem(operation, index)),
    ),
  );
  return lists.every((one) => one === undefined) ? undefined : section("Operations", "operations", lists);
}

function operationItem({ name, kind, parameters, returns }: OperationData, index: ModelIndex): Content {
  const names = parameters.map((parameter) => parameter.name).join(", ");
  return [
    linkTo(operationRoute(name), shortName(name, index.data)),
    element("code", {}, `(${names})`),
    returns === undefined ? undefined : [" → ", typeLink(returns, index)],
    element("small", {}, ` ${kind}`),
  ];
}
