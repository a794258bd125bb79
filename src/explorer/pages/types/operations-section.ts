import type { OperationData, StructuredData } from "../../../explore/data/format.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { linkTo, typeLink } from "../../elements/links.js";
import { isCollectionText, shortName } from "../../model/type-names.js";
import { basesOf, operationsBoundTo } from "../../model/types.js";
import { nameList } from "../../elements/list.js";
import { section } from "../../elements/section.js";

/** The operations bound to a type, to collections of it and to its base types. */
export function operationsSection(type: StructuredData): Content {
  const lists = [type, ...basesOf(type)].flatMap(({ name }) =>
    [false, true].map((many) => {
      const all = operationsBoundTo(name);
      const bound = all.filter(({ boundTo }) => isCollectionText(boundTo) === many);
      return nameList(`Bound to ${many ? "collections of " : ""}${shortName(name)}`, bound, operationItem);
    }),
  );
  return lists.some((list) => list !== undefined) && section("Operations", "operations", lists);
}

function operationItem({ name, kind, parameters, returns }: OperationData): Content {
  return [
    linkTo(["op", name], shortName(name)),
    inCode(`(${parameters.map((parameter) => parameter.name).join(", ")})`),
    returns && [" → ", typeLink(returns)],
    element("small", ` ${kind}`),
  ];
}
