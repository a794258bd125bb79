import { byNamespace } from "../../explore/file/by-namespace.js";
import type { PageNamespace } from "../../explore/file/page-data.js";
import { type Content, element, inCode } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import { data, once } from "../model/model.js";
import { lastName } from "../model/type-names.js";
import { operations } from "../model/types.js";
import { nameList } from "../elements/list.js";
import type { Page } from "./page.js";

/** The types and operations of a namespace; without a name, those of all. */
export function namespacePage([name]: readonly string[]): Page | undefined {
  if (name === undefined) return { title: "Types", content: namespaceSections() };
  const one = data.namespaces.find((namespace) => namespace.name === name);
  return one && { title: name, content: [exportedAs(one), listsOf(one)] };
}

/** Namespaces with what they have, as far as they are not large. */
export function namespaceSections(): Content {
  return data.namespaces.map((one) => [
    element("h2", linkTo(["namespace", one.name], one.name)),
    one.counts && element("p", one.counts),
    exportedAs(one),
    one.counts === undefined && listsOf(one),
  ]);
}

function exportedAs({ exportedAs: identifier }: PageNamespace): Content {
  return identifier && element("p.owner", "exported as ", inCode(identifier));
}

const typesByNamespace = once(() => byNamespace(data.namespaces, data.types));
/** One of each name, whatever its overloads are. */
const operationsByNamespace = once(() =>
  byNamespace(
    data.namespaces,
    [...operations().values()].map(([first]) => first),
  ),
);

function listsOf({ name }: PageNamespace): Content {
  const types = typesByNamespace().get(name) ?? [];
  const list = (heading: string, page: string, all: readonly { readonly name: string }[]) =>
    nameList(heading, all, (one) => linkTo([page, one.name], lastName(one.name)), Infinity);
  const typeList = (heading: string, wanted: string) =>
    list(
      heading,
      "type",
      types.filter(({ kind }) => kind === wanted),
    );
  return [
    typeList("Entity types", "EntityType"),
    typeList("Complex types", "ComplexType"),
    typeList("Enum types", "EnumType"),
    typeList("Type definitions", "TypeDefinition"),
    list("Operations", "op", operationsByNamespace().get(name) ?? []),
  ];
}
