import { groupBy } from "../../edm/grouping.js";
import type { NamespaceData } from "../../explore/data/format.js";
import { element, type Content } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import { data, once } from "../model/model.js";
import { lastName } from "../model/type-names.js";
import { operations } from "../model/types.js";
import { counted, numeral } from "../elements/counted.js";
import { nameList } from "../elements/list.js";
import type { Page } from "./page.js";

/** A namespace with more types than this has a page of its own. */
const LARGE = 200;

const kinds = [
  ["EntityType", "Entity types"],
  ["ComplexType", "Complex types"],
  ["EnumType", "Enum types"],
  ["TypeDefinition", "Type definitions"],
] as const;

/** The types and operations of a namespace; without a name, those of all. */
export function namespacePage([name]: readonly string[]): Page | undefined {
  if (name === undefined) return { title: "Types", content: namespaceSections() };
  const one = data.namespaces.find((namespace) => namespace.name === name);
  return one && { title: name, content: [exportedAs(one), listsOf(one)] };
}

/** Namespaces with their types by kind, as far as they are not large. */
export function namespaceSections(): Content {
  return data.namespaces.map((one) => {
    const heading = element("h2", linkTo(["namespace", one.name], one.name));
    const isLarge = typesOf(one).length > LARGE;
    return isLarge ? [heading, countsOf(one), exportedAs(one)] : [heading, exportedAs(one), listsOf(one)];
  });
}

/** The longest name of a namespace that the name of an element begins with. */
function namespaceOf({ name }: { readonly name: string }): string {
  const names = data.namespaces.map((namespace) => namespace.name).filter((one) => name.startsWith(`${one}.`));
  return names.reduce((longest, one) => (one.length > longest.length ? one : longest), "");
}

const typesByNamespace = once(() => groupBy(data.types, namespaceOf));
/** Each name once, whatever its overloads are. */
const operationsByNamespace = once(() =>
  groupBy(
    [...operations().keys()].map((name) => ({ name })),
    namespaceOf,
  ),
);

function typesOf({ name }: NamespaceData, wanted?: string) {
  return (typesByNamespace().get(name) ?? []).filter(({ kind }) => wanted === undefined || kind === wanted);
}

function operationsOf({ name }: NamespaceData) {
  return operationsByNamespace().get(name) ?? [];
}

function countsOf(one: NamespaceData): Content {
  const counts = kinds.flatMap(([kind, plural]) => {
    const { length } = typesOf(one, kind);
    return length === 0 ? [] : `${numeral(length)} ${plural.toLowerCase()}`;
  });
  const { length } = operationsOf(one);
  return element("p", [...counts, ...(length === 0 ? [] : [counted(length, "operation")])].join(", "));
}

function exportedAs({ exportedAs: identifier }: NamespaceData): Content {
  return identifier !== undefined && element("p.owner", "exported as ", element("code", identifier));
}

function listsOf(one: NamespaceData): Content {
  return [
    ...kinds.map(([kind, plural]) => namesIn(plural, "type", typesOf(one, kind))),
    namesIn("Operations", "op", operationsOf(one)),
  ];
}

function namesIn(heading: string, page: string, all: readonly { readonly name: string }[]): Content {
  return nameList(heading, all, ({ name }) => linkTo([page, name], lastName(name)), Infinity);
}
