import { namespaceAmong } from "../../explore/file/namespace-among.js";
import type { PageNamespace } from "../../explore/file/page-data.js";
import { type Content, element, inCode } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import { data } from "../model/model.js";
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

function listsOf(namespace: PageNamespace): Content {
  const namesIn = (heading: string, page: string, all: readonly string[]) => {
    const names = all.filter((name) => namespaceAmong(data.namespaces, name) === namespace.name);
    return nameList(heading, names, (name) => linkTo([page, name], lastName(name)), Infinity);
  };
  const typesOf = (heading: string, kind: string) =>
    namesIn(
      heading,
      "type",
      data.types.flatMap((type) => (type.kind === kind ? type.name : [])),
    );
  return [
    typesOf("Entity types", "EntityType"),
    typesOf("Complex types", "ComplexType"),
    typesOf("Enum types", "EnumType"),
    typesOf("Type definitions", "TypeDefinition"),
    // Each name once, whatever its overloads are.
    namesIn("Operations", "op", [...operations().keys()]),
  ];
}
