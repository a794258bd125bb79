/** The generated schemas that check bodies, put together as a user of the output does. */
import { typeFactsIn } from "../../../src/facts/facts.js";
import type { Operation } from "../../../src/edm/elements.js";
import { parametersOf } from "../../../src/edm/model.js";
import { simpleNameOf, type QualifiedName } from "../../../src/edm/names.js";
import type { BodyType } from "../../../src/edm/examples/example-types.js";
import type { Exports, Service } from "./service.js";
import { operationOf, type ShownBody } from "./shown-bodies.js";
import { isOfType, objectsIn, structuredType, typeOf, type JsonObject } from "./typed-value.js";

export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export interface Schema {
  readonly validate: (
    value: unknown,
    options?: { readonly maxIssues?: number },
  ) => { readonly issues?: readonly Issue[] };
}

/** The functions of an output that make schemas of others. */
interface Functions {
  readonly collectionOf: (shape: Schema) => Schema;
  readonly deltaOf: (shape: Schema) => Schema;
  readonly partial: (shape: Schema) => Schema;
  readonly pick: (shape: Schema, names: readonly string[]) => Schema;
  readonly withNavigation: (shape: Schema, shapes: Readonly<Record<string, Schema>>) => Schema;
  readonly odataErrorSchema: Schema;
}

const roles = { read: "schema", create: "createSchema", update: "updateSchema" } as const;

type Shape = keyof typeof roles;
type Wrapped = Extract<BodyType, { kind: "response" }>;
/** What a body lacks by its own account. */
type Lacks = Pick<ShownBody, "truncated" | "selected">;

export class Schemas {
  readonly #service: Service;
  readonly #functions: Functions;

  constructor(service: Service) {
    this.#service = service;
    const root = service.validators.get(service.names.modules[0]?.identifier ?? "");
    this.#functions = root as unknown as Functions;
  }

  /** Undefined where the output has no schema for it: for single values that are no entities. */
  of(body: ShownBody): Schema | undefined {
    const { type, value } = body;
    switch (type.kind) {
      case "error":
        return this.#functions.odataErrorSchema;
      case "parameters":
        return parametersOf(type.operation).length > 0
          ? this.#ofOperation(type.operation, "parametersSchema")
          : undefined;
      case "response":
        return this.#page(body, type);
      case "value":
        return type.shape === "read"
          ? this.#read(type.ref.type, objectsIn(value), body)
          : this.#ofType(this.#place(body, type.ref.type, type.shape), type.shape);
    }
  }

  /** The type of the place that a body is sent to, whose schema finds the derived type that the body names. */
  #place({ resource }: ShownBody, own: QualifiedName, shape: Shape): QualifiedName {
    if (resource === undefined || resource.kind === "Operation") return own;
    const { type } = resource;
    const isFound = isOfType(own, type, this.#service.model) && this.#exported(type, roles[shape], "OrDerivedSchema");
    return isFound ? type : own;
  }

  #page(body: ShownBody, { ref }: Wrapped): Schema | undefined {
    if (!ref.collection) return undefined;
    const operation = operationOf(body);
    if (structuredType(ref.type, this.#service.model) === undefined)
      return operation?.returnType?.collection === true ? this.#ofOperation(operation, "resultSchema") : undefined;
    const items = objectsIn(body.value).flatMap(({ value }) => objectsIn(value));
    const { collectionOf, deltaOf } = this.#functions;
    const isDelta = operation !== undefined && simpleNameOf(operation.name) === "delta";
    const item = this.#read(ref.type, items, body);
    return item && (isDelta ? deltaOf : collectionOf)(item);
  }

  /** With the entities that the values hold. */
  #read(type: QualifiedName, values: readonly JsonObject[], lacks: Lacks): Schema | undefined {
    const whole = this.#ofType(type, "read");
    if (whole === undefined) return undefined;
    const part = this.#lacking(whole, type, lacks);
    const related = this.#related(type, values, lacks);
    return related.size === 0 ? part : this.#functions.withNavigation(part, Object.fromEntries(related));
  }

  #lacking(whole: Schema, type: QualifiedName, { truncated, selected }: Lacks): Schema {
    const { partial, pick } = this.#functions;
    if (truncated) return partial(whole);
    const members = new Set<string>(typeFactsIn(this.#service.facts, type).members.map(({ name }) => name));
    const names = selected.filter((name) => members.has(name));
    return names.length === 0 ? whole : pick(whole, names);
  }

  #related(type: QualifiedName, values: readonly JsonObject[], { truncated }: Lacks): ReadonlyMap<string, Schema> {
    const { model, facts } = this.#service;
    const related = new Map<string, Schema>();
    for (const value of values)
      for (const { kind, name, type: target } of typeFactsIn(facts, typeOf(value, type, model)).members) {
        if (kind !== "NavigationProperty" || target === undefined || related.has(name)) continue;
        const entities = values.flatMap((one) => objectsIn(one[name]));
        const schema =
          entities.length === 0 ? undefined : this.#read(target.type, entities, { truncated, selected: [] });
        if (schema !== undefined) related.set(name, schema);
      }
    return related;
  }

  /** Of the type and those derived from it, where it has any. */
  #ofType(name: QualifiedName, shape: Shape): Schema | undefined {
    if (structuredType(name, this.#service.model) === undefined) return undefined;
    return this.#exported(name, roles[shape], "OrDerivedSchema") ?? this.#exported(name, roles[shape], "Schema");
  }

  /** Of a role whose name ends with `Schema`. */
  #exported(name: QualifiedName, role: (typeof roles)[Shape], ending: string): Schema | undefined {
    const { model, names } = this.#service;
    if (role !== "schema" && structuredType(name, model)?.kind !== "EntityType") return undefined;
    const exported = names.role(name, role).replace(/Schema(?=_*$)/, ending);
    return this.#moduleOf(name)[exported] as Schema | undefined;
  }

  #ofOperation(operation: Operation, role: "parametersSchema" | "resultSchema"): Schema | undefined {
    return this.#moduleOf(operation)[this.#service.names.operation(operation, role)] as Schema | undefined;
  }

  #moduleOf(element: QualifiedName | Operation): Exports {
    const { names, validators } = this.#service;
    return validators.get(names.moduleOf(element).identifier) ?? {};
  }
}
