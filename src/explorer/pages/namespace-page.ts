import { element, type Content } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import type { ModelIndex } from "../model/model-index.js";
import { namespaceRoute, operationRoute, type Route, typeRoute } from "../routes/route.js";
import { counted, numeral } from "../elements/counted.js";
import { nameList } from "../elements/list.js";
import { shortName } from "../search/search-index.js";
import type { Page } from "./page.js";
import { type NamespaceContents, namespaceContents, typeCount, typeKinds } from "./types-by-kind.js";

/** A namespace with more types than this has a page of its own. */
const LARGE = 200;

/** The types and operations of a namespace; without a name, those of all. */
export function namespacePage({ parts: [name] }: Route, { data }: ModelIndex): Page | undefined {
  const all = namespaceContents(data);
  if (name === undefined) return { title: "Types", content: namespaceSections(all) };
  const one = all.find((namespace) => namespace.name === name);
  return one && { title: name, content: [exportedAs(one), listsOf(one)] };
}

/** Namespaces with their types by kind, as far as they are not large. */
export function namespaceSections(all: readonly NamespaceContents[]): Content[] {
  return all.map((one) => {
    const count = typeCount(one);
    const heading = element("h2", {}, linkTo(namespaceRoute(one.name), one.name));
    if (count > LARGE) return [heading, countsOf(one), exportedAs(one)];
    return [heading, exportedAs(one), listsOf(one)];
  });
}

function countsOf(one: NamespaceContents): Content {
  const kinds = typeKinds.flatMap(([kind, plural]) => {
    const { length } = one.types.get(kind) ?? [];
    return length === 0 ? [] : [`${numeral(length)} ${plural.toLowerCase()}`];
  });
  const operations = one.operations.length === 0 ? [] : [counted(one.operations.length, "operation")];
  return element("p", {}, [...kinds, ...operations].join(", "));
}

function exportedAs({ exportedAs: identifier }: NamespaceContents): Content {
  return identifier && element("p", { class: "owner" }, "exported as ", element("code", {}, identifier));
}

function listsOf({ types, operations }: NamespaceContents): Content[] {
  const lists = typeKinds.map(([kind, plural]) => {
    const links = (types.get(kind) ?? []).map(
      ({ name }) =>
        () =>
          linkTo(typeRoute(name), shortName(name)),
    );
    return nameList(plural, links, Infinity);
  });
  const calls = operations.map(
    ({ name }) =>
      () =>
        linkTo(operationRoute(name), shortName(name)),
  );
  return [...lists, nameList("Operations", calls, Infinity)];
}
