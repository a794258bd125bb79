/** Makes whole entities of what requests send: a service gives what it sets itself, and null for the rest. */
import { valueOf } from "../data/data.js";
import type { Entity } from "../query/contract.js";
import { actualType, chainOf, keyNames, own } from "../query/names.js";
import type { MockProperty } from "../service.js";
import type { Rows } from "../store/rows.js";
import type { Store } from "../store/store.js";

/** The structural properties of a new entity; those that stand in the body have its values. */
export function completed(body: Entity, rows: Rows, store: Store): Entity {
  const { service } = store;
  const type = actualType(body, rows.type);
  const keys = keyNames(service, type);
  const entity: Entity = type === rows.type ? {} : { "@odata.type": `#${type}` };
  for (const [, { properties }] of [...chainOf(service, type)].reverse()) {
    for (const [name, property] of Object.entries(properties)) {
      if (property.type === "Edm.Stream") continue;
      const given = body[name];
      entity[name] =
        given !== undefined
          ? given
          : keys.includes(name)
            ? newKey(name, property, rows, store)
            : initial(name, property, rows, store);
    }
  }
  for (const [name, value] of Object.entries(body))
    if (!name.includes("@") && entity[name] === undefined && !isNavigation(name, type, store)) entity[name] = value;
  return entity;
}

function isNavigation(name: string, type: string, { service }: Store): boolean {
  return chainOf(service, type).some(([, { navigation = {} }]) => Object.hasOwn(navigation, name));
}

/** Numbers go on from the highest; other keys are made of the position. */
function newKey(name: string, property: MockProperty, rows: Rows, store: Store): unknown {
  const taken = rows.items.map((item) => item[name]);
  const numbers = taken.filter((value) => typeof value === "number");
  if (/^Edm\.(?:S?Byte|Int\d\d|Decimal)$/.test(property.type)) return Math.max(0, ...numbers) + 1;
  for (let position = taken.length + 1; ; position += 1) {
    const value = valueOf(property, name, `${rows.seedPath}/${position}`, store.data);
    if (!taken.includes(value) || position > taken.length + 1000) return value;
  }
}

function initial(name: string, property: MockProperty, rows: Rows, store: Store): unknown {
  const { nullable, collection, default: stated } = property;
  // Pages tell defaults of properties that have objects, too.
  const isObject = own(store.service.types, property.type) !== undefined;
  if (stated !== undefined && !collection && !isObject) return parsed(stated, property.type);
  if (collection === true && (property.minItems ?? 0) === 0) return [];
  return nullable === true ? null : valueOf(property, name, `${rows.seedPath}/${rows.items.length + 1}`, store.data);
}

function parsed(text: string, type: string): unknown {
  if (type === "Edm.Boolean") return text === "true";
  return /^Edm\.(?:S?Byte|Int\d\d|Double|Single|Decimal)$/.test(type) ? Number(text) : text;
}

/** The names of a type's structural properties with their description, and null or the default where nothing is. */
export function reset(entity: Entity, rows: Rows, store: Store): void {
  const type = actualType(entity, rows.type);
  const keys = keyNames(store.service, type);
  for (const [, { properties }] of chainOf(store.service, type))
    for (const [name, property] of Object.entries(properties))
      if (
        !keys.includes(name) &&
        property.computed !== true &&
        property.immutable !== true &&
        property.type !== "Edm.Stream"
      )
        entity[name] = initial(name, property, rows, store);
}
