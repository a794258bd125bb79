/** The names that the output exports for types and operations, by role. */
import type { Operation } from "../../edm/elements.js";
import { isType, type EdmType } from "../../edm/model.js";
import {
  rolesOfOperation,
  rolesOfType,
  type EnumRole,
  type OperationRole,
  type StructuredRole,
} from "../../naming/roles.js";
import { listsDerived } from "../../views/types/type-expression.js";
import type { Change } from "../change.js";
import { changeOf, placeOf, type Place } from "../change-of.js";
import { effects, GROWS } from "../effects.js";
import { overloadName } from "../model/overloads.js";
import { paired, type Pair, type Paired } from "../pairs.js";
import type { Side, Sides } from "../side.js";

export function exportChanges(operations: Paired<Operation>, sides: Sides): readonly Change[] {
  const typesIn = ({ context }: Side): readonly EdmType[] => context.model.elements.filter(isType);
  const types = paired(typesIn(sides.before), typesIn(sides.after), ({ name }) => name);
  const same = types.both.filter(({ before, after }) => before.kind === after.kind);
  return [
    ...moduleChanges(sides),
    ...same.flatMap(({ before, after }) =>
      nameChanges(placeOf(before.name, before, after), {
        before: typeNames(before, sides.before),
        after: typeNames(after, sides.after),
      }),
    ),
    ...operations.both.flatMap(({ before, after }) =>
      nameChanges(placeOf(overloadName(before), before, after), {
        before: operationNames(before, sides.before),
        after: operationNames(after, sides.after),
      }),
    ),
  ];
}

/** Exported names by role. */
type RoleNames = ReadonlyMap<string, string>;

/** Interfaces of the client that are there only where a type adds something: what they hold is compared by itself. */
const PARTS: ReadonlySet<string> = new Set(["navigation", "expansion", "segments", "collectionSegments"]);

function typeNames(type: EdmType, { context, names, scope }: Side): RoleNames {
  const { name, kind } = type;
  const roles = rolesOfType(type, context.usage, context.model.protocol) as readonly (readonly [
    StructuredRole | EnumRole,
    string,
  ])[]; // the keys of the tables of roles
  const emitted = roles.filter(([role]) => {
    if (role === "createOrDerived" || role === "updateOrDerived") return listsDerived(name, scope);
    return !PARTS.has(role) && isEmitted(role, kind, { context });
  });
  return new Map([
    ["type", names.type(name) as string],
    ...emitted.map(([role]) => [role, names.role(name, role)] as const),
  ]);
}

/** The artifact that declares a role is among those that are emitted; schemas of writing are those of entities alone. */
function isEmitted(role: string, kind: EdmType["kind"], { context }: Pick<Side, "context">): boolean {
  const { emit } = context.options;
  if (/schema$/i.test(role))
    return emit.includes("validators") && (kind !== "ComplexType" || !/^(create|update)/.test(role));
  return !["entity", "itemRequests", "collectionRequests"].includes(role) || emit.includes("client");
}

function operationNames(operation: Operation, { context, names }: Side): RoleNames {
  const roles = rolesOfOperation(operation, context.model.protocol) as readonly (readonly [OperationRole, string])[];
  const isKnown = new Set(names.operationsIn(names.moduleOf(operation))).has(operation);
  const emitted = isKnown ? roles.filter(([role]) => isEmitted(role, "EntityType", { context })) : [];
  return new Map(emitted.map(([role]) => [role, names.operation(operation, role)] as const));
}

function nameChanges(place: Place, { before, after }: Pair<RoleNames>): readonly Change[] {
  const roles = [...before.keys()].filter((role) => after.has(role));
  const renamed = roles.filter((role) => before.get(role) !== after.get(role));
  const lost = [...before].filter(([role]) => !after.has(role)).map(([, name]) => name);
  const gained = [...after].filter(([role]) => !before.has(role)).map(([, name]) => name);
  const namesOf = (names: RoleNames) => renamed.map((role) => names.get(role) ?? "").join(", ");
  const { element } = place;
  const source = effects("none", "none", "breaking");
  return [
    ...(renamed.length === 0
      ? []
      : [
          changeOf(place, "export-renamed", `What is emitted of ${element} has other names.`, {
            effects: source,
            before: namesOf(before),
            after: namesOf(after),
          }),
        ]),
    ...(lost.length === 0
      ? []
      : [
          changeOf(place, "export-removed", `Less is emitted of ${element}.`, {
            effects: source,
            before: lost.join(", "),
          }),
        ]),
    ...(gained.length === 0
      ? []
      : [
          changeOf(place, "export-added", `More is emitted of ${element}.`, {
            effects: GROWS,
            after: gained.join(", "),
          }),
        ]),
  ];
}

/** The names under which the root exports the modules of other namespaces; the flat one has none. */
function moduleChanges({ before, after }: Sides): readonly Change[] {
  const { both } = paired(before.names.modules, after.names.modules, ({ namespace }) => namespace);
  return both.flatMap(({ before: old, after: now }) => {
    const [from, to] = [old, now].map(({ flat, identifier }) => (flat ? "" : identifier));
    if (from === to) return [];
    const text = (name: string | undefined): string => (name === "" ? "names at the top" : `names in ${name}`);
    const message = `The namespace ${old.namespace} has its ${text(to)}, not ${text(from)}.`;
    return [
      changeOf({ element: old.namespace }, "module-renamed", message, {
        effects: effects("none", "none", "breaking"),
        before: text(from),
        after: text(to),
      }),
    ];
  });
}
