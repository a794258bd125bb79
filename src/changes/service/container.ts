/** The entity sets, singletons and imports that paths begin with. */
import type { ContainerChild, EntityContainer, NavigationPropertyBinding } from "../../edm/elements.js";
import { bindingTypeOf, isStructured, type Model, targetOf } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { documentationOf } from "../../facts/documentation.js";
import type { Change } from "../change.js";
import { changeOf, placeOf } from "../change-of.js";
import { BREAKS, compatibleIf, effects, GROWS, NONE, onCallers, type Effects } from "../effects.js";
import { paired, type Pair } from "../pairs.js";
import type { Side, Sides } from "../side.js";
import { documentationChanges } from "../model/documentation.js";
import { elementOf } from "../model/members.js";
import { capabilityChanges } from "./capabilities.js";

export function containerChanges(sides: Sides): readonly Change[] {
  const { removed, added, both } = paired(childrenIn(sides.before), childrenIn(sides.after), ({ name }) => name);
  return [
    ...removed.map((child) => removedChange(child, sides.before.model)),
    ...added.map(addedChange),
    ...both.flatMap((pair) => childChanges(pair, sides)),
    ...defaultsChanges(sides),
  ];
}

function childrenIn({ model }: Side): readonly ContainerChild[] {
  return model.container?.children ?? [];
}

/** Capabilities of the container hold for all its places. */
function defaultsChanges(sides: Sides): readonly Change[] {
  const [before, after]: readonly (EntityContainer | undefined)[] = [
    sides.before.model.container,
    sides.after.model.container,
  ];
  if (before === undefined || after === undefined) return [];
  return capabilityChanges(placeOf(before.name, before, after), { before, after }, sides);
}

const kinds: Readonly<Record<ContainerChild["kind"], string>> = {
  EntitySet: "entity set",
  Singleton: "singleton",
  ActionImport: "action import",
  FunctionImport: "function import",
};

function removedChange(child: ContainerChild, model: Model): Change {
  const element = `/${child.name}`;
  return changeOf(placeOf(element, child, undefined), "path-removed", `The ${kinds[child.kind]} ${element} is gone.`, {
    effects: { ...usersOf(child, model), source: "breaking" },
    before: targetOf(child),
  });
}

function usersOf(child: ContainerChild, model: Model): Pick<Effects, "readers" | "writers"> {
  if (child.kind === "ActionImport" || child.kind === "FunctionImport") {
    const operation = model.overloads(targetOf(child)).find((one) => bindingTypeOf(one) === undefined);
    return onCallers(operation?.kind ?? (child.kind === "ActionImport" ? "Action" : "Function"), "breaking");
  }
  return { readers: "breaking", writers: "breaking" };
}

function addedChange(child: ContainerChild): Change {
  const element = `/${child.name}`;
  const message = `The ${kinds[child.kind]} ${element} is new.`;
  return changeOf(placeOf(element, undefined, child), "path-added", message, {
    effects: GROWS,
    after: targetOf(child),
  });
}

function childChanges({ before, after }: Pair<ContainerChild>, sides: Sides): readonly Change[] {
  const element = `/${before.name}`;
  const place = placeOf(element, before, after);
  if (before.kind !== after.kind) {
    const message = `${element} is of the kind ${kinds[after.kind]}, not ${kinds[before.kind]}.`;
    return [changeOf(place, "path-kind-changed", message, { effects: BREAKS, before: before.kind, after: after.kind })];
  }
  return [
    ...(targetOf(before) === targetOf(after) ? [] : [targetChange({ before, after }, sides)]),
    ...documentationChanges(element, documentationOf(before), documentationOf(after), place),
    ...capabilityChanges(place, { before, after }, sides, targetOf(after)),
    ...bindingChanges({ before, after }, sides),
  ];
}

function targetChange({ before, after }: Pair<ContainerChild>, { after: { model } }: Sides): Change {
  const element = `/${before.name}`;
  const [old, now] = [targetOf(before), targetOf(after)];
  const type = model.type(now);
  const isDerived = type !== undefined && isStructured(type) && model.bases(type).some(({ name }) => name === old);
  return changeOf(placeOf(element, before, after), "path-type-changed", `${element} leads to ${now}, not ${old}.`, {
    effects: effects(compatibleIf(isDerived), "breaking", "breaking"),
    before: old,
    after: now,
  });
}

/** Bindings of navigation properties that both versions have. The client does not need them: it knows the types. */
function bindingChanges({ before, after }: Pair<ContainerChild>, sides: Sides): readonly Change[] {
  const { removed, added, both } = paired(bindingsOf(before), bindingsOf(after), ({ path }) => path);
  const moved = both.filter((pair) => pair.before.target !== pair.after.target);
  const all: readonly Partial<Pair<NavigationPropertyBinding>>[] = [
    ...moved,
    ...removed.map((binding) => ({ before: binding })),
    ...added.map((binding) => ({ after: binding })),
  ];
  const known = all.filter((binding) => {
    const path = (binding.before ?? binding.after)?.path ?? "";
    return leadsOn(before, path, sides.before) && leadsOn(after, path, sides.after);
  });
  return known.map((binding) => bindingChange(before, binding));
}

function bindingChange({ name }: ContainerChild, { before, after }: Partial<Pair<NavigationPropertyBinding>>): Change {
  const element = `/${name}/${(before ?? after)?.path}`;
  const text = (binding: NavigationPropertyBinding | undefined): string =>
    binding?.target ?? "no entity set that is named";
  const message = `The entities of ${element} lie in ${text(after)}.`;
  return changeOf(placeOf(element, before, after), "binding-changed", message, {
    effects: NONE,
    before: text(before),
    after: text(after),
  });
}

function bindingsOf(child: ContainerChild): readonly NavigationPropertyBinding[] {
  return child.kind === "EntitySet" || child.kind === "Singleton" ? child.navigationPropertyBindings : [];
}

/** Whether a path of navigation properties and casts leads somewhere. */
function leadsOn(child: ContainerChild, path: string, { model }: Side): boolean {
  let type = model.type(targetOf(child));
  for (const segment of path.split("/")) {
    if (type === undefined || !isStructured(type)) return false;
    const cast = segment.includes(".") ? model.type(segment as QualifiedName) : undefined;
    const property = cast === undefined ? elementOf(type, segment, model) : undefined;
    type = cast ?? (property?.type && model.type(property.type.type));
    if (cast === undefined && property === undefined) return false;
  }
  return true;
}
