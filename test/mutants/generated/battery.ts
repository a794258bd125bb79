/** What validators of a model have to find, by the interpreter of the model: valid values, and such with few faults. */
import fc from "fast-check";
import type { StructuredType } from "../../../src/edm/elements.js";
import { isStructured, parametersOf } from "../../../src/edm/model.js";
import { edmTypeOf } from "../../../src/edm/primitive-types.js";
import { Draw } from "../../laws/draw.js";
import { annotations, Damage } from "../../validators/drawing/damage.js";
import { oddities } from "../../validators/drawing/literals.js";
import { samplesOf, Values } from "../../validators/drawing/values.js";
import type { Fault } from "../../validators/interpreter/fault.js";
import type { Reading } from "../../validators/interpreter/interpreter.js";
import { allMembers, underlying } from "../../validators/interpreter/members.js";
import { differences } from "../../validators/support/agreement.js";
import { modesOf, schemaName, withMember } from "../../validators/support/bodies.js";
import type { Schema } from "../../validators/support/generated.js";
import type { Exports } from "../../validators/support/modules.js";
import { SEED, type World } from "../../validators/support/worlds.js";

/** One case. */
export interface Trial {
  readonly about: string;
  /** Whether the schemas of an output do what they should. */
  readonly holds: (root: Exports) => boolean;
}

interface Made {
  readonly name: string;
  readonly made: (root: Exports) => Schema;
}

/** The first schemas that a trial is given have no faults: others have to find the same issues, in the same words. */
function trial(made: Made, value: unknown, faults: readonly Fault[]): Trial {
  let words: string | undefined;
  const holds: Trial["holds"] = (root) => {
    const schema = made.made(root);
    const { ok, issues = [] } = schema.validate(value, { maxIssues: 10_000 });
    const said = issues.every(({ message, expected, received }) => [message, expected, received].every(isSaid));
    const right = ok === (faults.length === 0) && said && differences(faults, issues).length === 0;
    words ??= JSON.stringify(issues);
    return right && schema.is(value) === ok && JSON.stringify(issues) === words;
  };
  return { about: `${made.name}: ${JSON.stringify(value)}`, holds };
}

function isSaid(text: unknown): boolean {
  return typeof text === "string" && text !== "";
}

export function named(name: string): Made {
  const made = (root: Exports): Schema => {
    const schema = root[name];
    if (schema === undefined) throw new RangeError(`${name} is not exported`);
    return schema as Schema; // what is named is one
  };
  return { name, made };
}

/** A few values, the same in every run. */
function some<T>(count: number, draw: (draw: Draw) => T): readonly T[] {
  return fc.sample(
    fc.gen().map((generate) => draw(new Draw(generate))),
    { seed: SEED, numRuns: count },
  );
}

interface Subject {
  readonly type: StructuredType;
  readonly reading: Reading;
  readonly made: Made;
}

/** The schemas of bodies: for each type, in each mode, and of derived types where there are any. */
function subjects({ generated }: World): readonly Subject[] {
  return generated.model.structuredTypes.flatMap((type) =>
    modesOf(type).flatMap((mode) =>
      [false, true].flatMap((derived) => {
        const name = schemaName(generated, type, mode, derived);
        if (generated.schema(type.name, name) === undefined) return [];
        return [{ type, reading: { mode, derived }, made: named(name) }];
      }),
    ),
  );
}

export function batteryOf(world: World): readonly Trial[] {
  const all = subjects(world);
  return [
    ...all.flatMap((subject) => memberTrials(subject, world)),
    ...all.flatMap((subject) => damagedTrials(subject, world)),
    ...all.flatMap((subject) => annotationTrials(subject, world)),
    ...parameterTrials(world),
    ...pageTrials(world),
    ...enumTrials(world),
    ...partTrials(world),
  ];
}

/** A body in which one member after the other that its type declares has each of many values. */
function memberTrials({ type, reading, made }: Subject, world: World): readonly Trial[] {
  const { interpreter, generated } = world;
  const { mode, derived } = reading;
  const [base] = some(1, (draw) => new Values(draw, interpreter, 200).body(type, mode, derived));
  if (derived) return [];
  return [...type.properties, ...type.navigationProperties].flatMap((member) => {
    const name = underlying(member.type?.type ?? "", generated.model);
    const samples = [...samplesOf(edmTypeOf(name as typeof type.name) ?? "Untyped"), ...oddities];
    const lists = member.type?.collection === true ? [...samples.map((one) => [one]), [null, "x"], ["a", "a"]] : [];
    const objects = [{ "@odata.id": "x(1)" }, { "@odata.id": 5 }, { "@odata.type": "#r.Twig" }, { "@type": "#r.House" }];
    const values = [undefined, ...samples, ...lists, ...objects, ...objects.map((one) => [one])];
    return values.map((value) => {
      const body = withMember(base, member.name, value);
      return trial(made, body, interpreter.body(body, type.name, reading));
    });
  });
}

/** Each annotation of the value, of its streams and of its navigation properties, with values that fit and others. */
function annotationTrials({ type, reading, made }: Subject, world: World): readonly Trial[] {
  const { interpreter, generated } = world;
  const { mode, derived } = reading;
  const [base] = some(1, (draw) => new Values(draw, interpreter, 200).body(type, mode, derived));
  const members = allMembers(type, generated.model);
  const special = members.filter(({ kind, type: ref }) => kind === "NavigationProperty" || ref?.type === "Edm.Stream");
  const names = ["", "unheard", "id", ...special.map(({ name }) => name)];
  const links = ["x(1)", ["x(1)"], [], null, 5, [5], ["x(1)", 5], {}];
  const controls = [["bind", links] as const, ...annotations];
  return names.flatMap((name) =>
    controls.flatMap(([control, values]) =>
      ["@odata.", "@"].flatMap((start) =>
        [...values, null, undefined].map((value) => {
          const body = withMember(base, `${name}${start}${control}`, value);
          return trial(made, body, interpreter.body(body, type.name, reading));
        }),
      ),
    ),
  );
}

/** Bodies with much in them, and a few changes at any depth. */
function damagedTrials({ type, reading, made }: Subject, world: World): readonly Trial[] {
  const { interpreter, generated } = world;
  const bodies = some(60, (draw) => {
    const body = new Values(draw, interpreter, 1 + draw.count(3)).body(type, reading.mode, reading.derived);
    return new Damage(draw, generated.model).some(body, 2);
  });
  return [...bodies, ...oddities, undefined].map((body) => trial(made, body, interpreter.body(body, type.name, reading)));
}

function parameterTrials({ interpreter, generated }: World): readonly Trial[] {
  const { model, names } = generated;
  const actions = model.operations.filter((one) => one.kind === "Action" && parametersOf(one).length > 0);
  return actions.flatMap((operation) => {
    const made = named(names.operation(operation, "parametersSchema"));
    const bodies = some(300, (draw) =>
      new Damage(draw, model).some(new Values(draw, interpreter).parameters(operation), 2),
    );
    const [body] = some(1, (draw) => new Values(draw, interpreter).parameters(operation));
    const references = parametersOf(operation).flatMap(({ name }) =>
      [{ "@odata.id": "x(1)" }, { "@odata.id": 5 }, { id: 1 }].flatMap((one) =>
        [one, [one]].map((value) => withMember(body, name, value)),
      ),
    );
    return [...bodies, ...references, ...oddities].map((one) =>
      trial(made, one, interpreter.parameters(one, operation)),
    );
  });
}

const pageAnnotations = ["@odata.", "@"].flatMap((start) =>
  ["context", "nextLink", "deltaLink", "count"].flatMap((name) =>
    ["x", "5", 5, null, {}].map((value) => [start + name, value] as const),
  ),
);

function pageTrials({ interpreter, generated }: World): readonly Trial[] {
  const { model, names } = generated;
  return model.operations.flatMap((operation) => {
    const { returnType } = operation;
    if (returnType?.collection !== true) return [];
    const made = named(names.operation(operation, "resultSchema"));
    const item = { ...returnType, collection: false };
    const pages = some(80, (draw) => {
      const values = new Values(draw, interpreter, 3);
      return new Damage(draw, model).some(values.page(() => values.value(item, "read")), 2);
    });
    const linked = pageAnnotations.map(([name, value]) => ({ value: [], [name]: value }));
    return [...pages, ...linked, ...oddities].map((page) => trial(made, page, interpreter.result(page, returnType)));
  });
}

function enumTrials({ interpreter, generated }: World): readonly Trial[] {
  const { model, names } = generated;
  return model.elements.flatMap((element) => {
    if (element.kind !== "EnumType") return [];
    const members = element.members.map(({ name }) => name as string);
    const pairs = members.flatMap((one) => [...members, "x", "3"].map((other) => `${one},${other}`));
    const values = [...members, ...pairs, "a, b", "3", "", ",", ...oddities];
    const made = named(names.role(element.name, "schema"));
    return values.map((value) => trial(made, value, interpreter.member(value, element)));
  });
}

/** Schemas that are made of others. */
function partTrials(world: World): readonly Trial[] {
  const { interpreter, generated } = world;
  const { model, names } = generated;
  const entities = model.structuredTypes.filter(({ kind }) => kind === "EntityType");
  return entities.flatMap((type) => {
    const schema = names.role(type.name, "schema");
    const members = allMembers(type, model).map(({ name }) => name as string);
    const only = members.slice(0, 3);
    const related = relatedOf(type, world);
    const readings: readonly (readonly [made: Made, reading: Reading])[] = [
      [part("pick", schema, only), { mode: "read", derived: false, only }],
      [part("partial", schema), { mode: "read", derived: false, partial: true }],
      [withRelated(schema, related), { mode: "read", derived: false, related: readingsOf(related) }],
    ];
    const bodies = some(60, (draw) => {
      const body = new Values(draw, interpreter, 2).body(type, "read", false);
      return new Damage(draw, model).some(body, 2);
    });
    const pages = some(60, (draw) => {
      const values = new Values(draw, interpreter, 3);
      const removed = { [draw.pick(["@removed", "@odata.removed"])]: draw.pick<unknown>([{ reason: "deleted" }, { reason: 5 }, 5]), id: draw.pick(["1", 1]) };
      const item = () => (draw.once(3) ? removed : values.body(type, "read", false));
      return new Damage(draw, model).some(values.page(item), 2);
    });
    const alone = { mode: "create", derived: false, alone: true } as const;
    const news = type.abstract === true ? [] : some(60, (draw) => {
      const body = new Values(draw, interpreter, 1).body(type, "create", false);
      return new Damage(draw, model).some(body, 1);
    });
    const [first] = Object.entries(related);
    const inserted = first === undefined ? {} : { [first[0]]: { type: first[1].name, reading: alone } };
    return [
      ...news.flatMap((body) => [
        trial(part("createOf", schema), body, interpreter.body(body, type.name, alone)),
        trial(createdWith(schema, first), body, interpreter.body(body, type.name, { ...alone, related: inserted })),
      ]),
      ...readings.flatMap(([made, reading]) =>
        bodies.map((body) => trial(made, body, interpreter.body(body, type.name, reading))),
      ),
      ...pages.flatMap((page) => [
        trial(part("collectionOf", schema), page, interpreter.page(page, type.name, { mode: "read", derived: false })),
        trial(part("deltaOf", schema), page, interpreter.changes(page, type.name)),
      ]),
    ];
  });
}

function part(name: string, schema: string, ...given: readonly unknown[]): Made {
  const made = (root: Exports): Schema => {
    const make = root[name] as (shape: Schema, ...given: readonly unknown[]) => Schema; // as the runtime declares it
    return make(named(schema).made(root), ...given);
  };
  return { name: `${name} of ${schema}`, made };
}

/** The schema of the related entities, by the name of the navigation property. */
function relatedOf(type: StructuredType, { generated }: World): Readonly<Record<string, StructuredType>> {
  const { model } = generated;
  return Object.fromEntries(
    allMembers(type, model).flatMap((member) => {
      const target = member.kind === "NavigationProperty" && member.type && model.type(member.type.type);
      return target !== undefined && target !== false && isStructured(target) ? [[member.name, target] as const] : [];
    }),
  );
}

function readingsOf(related: Readonly<Record<string, StructuredType>>): NonNullable<Reading["related"]> {
  return Object.fromEntries(
    Object.entries(related).map(([name, type]) => [
      name,
      { type: type.name, reading: { mode: "read", derived: false } },
    ]),
  );
}

function withRelated(schema: string, related: Readonly<Record<string, StructuredType>>): Made {
  const made = (root: Exports): Schema => {
    const shapes = Object.entries(related).map(([name, type]) => [name, readSchemaOf(type).made(root)] as const);
    return part("withNavigation", schema, Object.fromEntries(shapes)).made(root);
  };
  return { name: `withNavigation of ${schema}`, made };
}

/** The schema of a new entity, with the related entity of one name. */
function createdWith(schema: string, first: readonly [name: string, type: StructuredType] | undefined): Made {
  const made = (root: Exports): Schema => {
    if (first === undefined) return part("createOf", schema).made(root);
    const inner = part("createOf", readSchemaOf(first[1]).name).made(root);
    return part("createOf", schema, { [first[0]]: inner }).made(root);
  };
  return { name: `createOf of ${schema} with ${first?.[0]}`, made };
}

/** The model is of one namespace with plain names. */
function readSchemaOf({ name }: StructuredType): Made {
  const simple = name.slice(name.lastIndexOf(".") + 1);
  return named(`${simple.charAt(0).toLowerCase()}${simple.slice(1)}Schema`);
}
