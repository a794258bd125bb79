import type { MockService } from "../service.js";
import type { Compute, Entity, Operand, TypeAt } from "./contract.js";
import { QueryFault, unknownName } from "./fault.js";
import {
  actualType,
  isDerived,
  isOpen,
  kindOf,
  memberOf,
  membersOf,
  operationsWith,
  own,
  typeNamed,
  UNTYPED,
} from "./names.js";
import { asCondition, condition } from "./values/operators.js";
import { spelledMember } from "./spelling.js";
import { NAME, type Parsing, type Variable } from "./parsing.js";
import { readSearch, searchMatches } from "./search.js";

/** What a path has led to so far. */
interface PathPlace extends Operand {
  /** The entity of the path, and the names behind it: complex properties do not know their navigation. */
  readonly entity: Compute;
  readonly names: readonly string[];
}

export function variableOf({ type, collection, index }: Variable): PathPlace {
  const value: Compute = (items) => items[index];
  return { type, collection, value, entity: value, names: [] };
}

/** Reads the segments of a path; `first` tells that no slash stands before the first one. */
export function readPath(parsing: Parsing, from: PathPlace, first: boolean): Operand {
  const names: string[] = [];
  let place = from;
  while (first || parsing.take(/\//y)) {
    parsing.count();
    place = readSegment(parsing, place, names);
    first = false;
  }
  if (parsing.text.startsWith("(", parsing.at)) throw new QueryFault(501, "Keys in expressions are not supported.");
  if (names.length > 0) parsing.paths.push(names.join("/"));
  return place;
}

function readSegment(parsing: Parsing, place: PathPlace, names: string[]): PathPlace {
  const [system] = parsing.take(/\$(count|filter(?=\())/y) ?? [];
  if (system === "$count") return placeOf(countOf(parsing, collectionAt(parsing, place)));
  if (system !== undefined) return placeOf(filtered(parsing, collectionAt(parsing, place)));
  if (parsing.take(/@[\p{L}_]/uy)) throw new QueryFault(501, "Annotations in expressions are not supported.");
  const [name] = parsing.take(NAME) ?? [];
  if (name === undefined) return parsing.fail("A name is expected");
  const [quantifier] = /^(any|all)$/i.exec(name) ?? [];
  if (quantifier && (place.collection ?? isOpen(parsing.service, place.type)) && parsing.takes("(")) {
    return placeOf(quantified(parsing, place, quantifier.toLowerCase() === "all"));
  }
  const { service } = parsing;
  const real = spelledMember(service, place.type, name);
  const member = place.collection ? undefined : readMember(service, place, real);
  if (member) names.push(real);
  if (member) return member;
  if (parsing.text.startsWith("(", parsing.at)) throw unsupportedCall(service, place, name);
  return castOf(service, place, name);
}

function placeOf(operand: Operand): PathPlace {
  return { ...operand, entity: operand.value, names: [] };
}

function collectionAt(parsing: Parsing, place: PathPlace): PathPlace {
  if (place.collection !== true && kindOf(parsing.service, place.type) !== "any") {
    parsing.fail(`${place.type} is no collection`);
  }
  return place;
}

function readMember(service: MockService, place: PathPlace, name: string): PathPlace | undefined {
  const member = memberOf(service, place.type, name);
  const { entity } = place;
  const names = [...place.names, name];
  if (member === undefined) {
    const undeclared = isOpen(service, place.type) && !name.includes(".");
    return undeclared ? { type: UNTYPED, value: valueIn(place.value, name), entity, names } : undefined;
  }
  const { type, collection } = member;
  if (!member.navigation) return { type, collection, value: valueIn(place.value, name), entity, names };
  const path = names.join("/");
  return placeOf({
    type,
    collection,
    value: (items, context) => {
      const owner = entity(items, context);
      return isEntityType(owner) ? context.related(owner, path) : null;
    },
  });
}

function isEntityType(value: unknown): value is Entity {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function valueIn(of: Compute, name: string): Compute {
  return (items, context) => {
    const value = of(items, context);
    return isEntityType(value) ? (own(value, name) ?? null) : null;
  };
}

/** What is of another type is null, or left out of a collection (URL Conventions 4.01 §5.1.1.15). */
function castOf(service: MockService, place: PathPlace, name: string): PathPlace {
  const type = typeNamed(service, name, place.type);
  const related = type !== undefined && (isDerived(service, type, place.type) || isDerived(service, place.type, type));
  const known = kindOf(service, place.type) !== "any";
  if (type === undefined || (known && !related)) throw unknownMember(service, place, name);
  const fits = (value: unknown): boolean => isDerived(service, actualType(value, place.type), type);
  const value: Compute = (items, context) => {
    const found = place.value(items, context) ?? null;
    if (place.collection) return Array.isArray(found) ? found.filter(fits) : [];
    return fits(found) ? found : null;
  };
  return { ...place, type, value };
}

export function unknownMember(service: MockService, { type, collection }: TypeAt, name: string): QueryFault {
  const of = collection ? `the collection of ${type}` : type;
  return unknownName(
    name,
    `property of ${of}`,
    collection ? ["any", "all", "$count"] : [...membersOf(service, type).keys()],
  );
}

function unsupportedCall(service: MockService, place: PathPlace, name: string): QueryFault {
  if (isOperation(service, name)) return new QueryFault(501, `Calls of ${name} in expressions are not supported.`);
  const functions = (service.operations ?? []).flatMap(({ kind, name: one }) => (kind === "function" ? one : []));
  return unknownName(name, `function of ${place.type}`, functions);
}

/** Whether the name, of which the namespace may be left out, is that of an operation. */
export function isOperation(service: MockService, name: string): boolean {
  return operationsWith(service, name).length > 0;
}

/** The items of a collection in an evaluation. */
function itemsOf(place: PathPlace): (...at: Parameters<Compute>) => readonly unknown[] {
  return (items, context) => {
    const found = place.value(items, context);
    return Array.isArray(found) ? found : [];
  };
}

/** `any(x:…)` and `all(x:…)` */
function quantified(parsing: Parsing, place: PathPlace, every: boolean): Operand {
  const all = itemsOf(place);
  const [variable] = parsing.take(NAME) ?? [];
  if (variable === undefined) {
    parsing.expect(")");
    return condition((items, context) => every || all(items, context).length > 0);
  }
  parsing.expect(":");
  const test = parsing.within(place.type, () => parsing.expression(), variable);
  const predicate = asCondition(parsing.service, every ? "all" : "any", test);
  parsing.expect(")");
  return condition((items, context) => {
    const holds = (item: unknown): boolean => predicate.value([...items, item], context) === true;
    return every ? all(items, context).every(holds) : all(items, context).some(holds);
  });
}

/** `$filter(…)` */
function filtered(parsing: Parsing, place: PathPlace): PathPlace {
  parsing.expect("(");
  const found = filteredBy(parsing, place);
  parsing.expect(")");
  return found;
}

/** The items for which the condition that is read holds. */
function filteredBy(parsing: Parsing, place: PathPlace): PathPlace {
  const all = itemsOf(place);
  const test = parsing.within(place.type, () => parsing.expression());
  const predicate = asCondition(parsing.service, "$filter", test);
  const value: Compute = (items, context) =>
    all(items, context).filter((item) => predicate.value([...items, item], context) === true);
  return { ...place, value };
}

/** `$count`, which may have options: `$count($filter=…;$search=…)` */
function countOf(parsing: Parsing, from: PathPlace): Operand {
  let place = from;
  if (parsing.take(/\((?=\$?(filter|search)=)/iy)) {
    do place = optionOfCount(parsing, place);
    while (parsing.takes(";"));
    parsing.expect(")");
  }
  const all = itemsOf(place);
  return { type: "Edm.Int64", value: (items, context) => all(items, context).length };
}

function optionOfCount(parsing: Parsing, place: PathPlace): PathPlace {
  if (parsing.take(/\$?search=/iy)) {
    const all = itemsOf(place);
    const search = readSearch(parsing);
    const value: Compute = (items, context) =>
      all(items, context).filter((item) => isEntityType(item) && searchMatches(search, item));
    return { ...place, value };
  }
  if (!parsing.take(/\$?filter=/iy)) parsing.fail("$filter or $search is expected");
  return filteredBy(parsing, place);
}
