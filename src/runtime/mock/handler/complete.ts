/** Makes whole entities of what requests send: a service gives what it sets itself, and null for the rest. */
import { valueOf } from "../data/data.js";
import { numberInForm } from "../data/primitive-values.js";
import type { Entity } from "../query/contract.js";
import { actualType, keyNames, kindOf, memberOf, membersOf, own } from "../query/names.js";
import type { MockProperty } from "../service.js";
import { put } from "../store/members.js";
import type { Rows } from "../store/rows.js";
import type { Store } from "../store/store.js";

/** The structural properties of a new entity; those that stand in the body have its values. */
export function completed(body: Entity, rows: Rows, store: Store): Entity {
  const type = actualType(body, rows.type);
  const keys = keyNames(store.service, type);
  const entity: Entity = type === rows.type ? {} : { "@odata.type": `#${type}` };
  for (const [name, property] of structural(type, store)) {
    const make = keys.includes(name) ? newKey : initial;
    const given = own(body, name);
    put(entity, name, given === undefined ? make(name, property, rows, store) : given);
  }
  for (const [name, value] of Object.entries(body))
    if (!name.includes("@") && memberOf(store.service, type, name) === undefined) put(entity, name, value);
  return entity;
}

/** The properties that are part of the JSON of an entity. */
function structural(type: string, { service }: Store): readonly (readonly [string, MockProperty])[] {
  return [...membersOf(service, type)].flatMap(([name, member]) =>
    member.navigation || member.type === "Edm.Stream" ? [] : [[name, member] as const],
  );
}

/** Numbers go on from the highest; other keys are made of the position. */
function newKey(name: string, property: MockProperty, rows: Rows, store: Store): unknown {
  const taken = rows.items.map((item) => item[name]);
  if (kindOf(store.service, property.type) === "number") {
    const next = Math.max(0, ...taken.map(Number).filter(Number.isFinite)) + 1;
    return numberInForm(store.service, property.type, next);
  }
  for (let position = taken.length + 1; ; position += 1) {
    const value = valueOf(property, name, `${rows.seedPath}/${position}`, store.data);
    if (!taken.includes(value) || position > taken.length + 1000) return value;
  }
}

function initial(name: string, property: MockProperty, rows: Rows, store: Store): unknown {
  const { type, nullable, collection, default: stated, minItems = 0 } = property;
  // Pages tell defaults of properties that have objects, too.
  const isObject = own(store.service.types, type) !== undefined;
  if (stated !== undefined && !collection && !isObject) return defaultOf(stated, type, store);
  if (collection && minItems === 0) return [];
  return nullable ? null : valueOf(property, name, `${rows.seedPath}/${rows.items.length + 1}`, store.data);
}

function defaultOf(text: string, type: string, { service }: Store): unknown {
  const kind = kindOf(service, type);
  if (kind === "Boolean") return text === "true";
  return kind === "number" ? numberInForm(service, type, Number(text)) : text;
}

/** Gives the properties that a client sets their first values, as a PUT does for those that it leaves out. */
export function reset(entity: Entity, rows: Rows, store: Store): void {
  const type = actualType(entity, rows.type);
  const keys = keyNames(store.service, type);
  for (const [name, property] of structural(type, store))
    if (!keys.includes(name) && !property.computed && !property.immutable)
      put(entity, name, initial(name, property, rows, store));
}
