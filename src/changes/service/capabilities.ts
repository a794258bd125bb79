/** What a place supports (Org.OData.Capabilities.V1), and where the emitted client refuses the rest. */
import type { Annotated } from "../../edm/vocabulary.js";
import {
  capabilitiesOf,
  layerOf,
  restrictedPathsOf,
  type ResourceCapabilities,
} from "../../vocabularies/capabilities.js";
import type { Change } from "../change.js";
import { changeOf, type Place } from "../change-of.js";
import { compatibleIf, effects, reasons } from "../effects.js";
import type { Pair } from "../pairs.js";
import type { Sides } from "../side.js";

/** The changes of an element, and of the paths below it that it states restrictions of. */
export function capabilityChanges(place: Place, elements: Pair<Annotated>, sides: Sides): readonly Change[] {
  const { before, after } = elements;
  if (before.annotations === undefined && after.annotations === undefined) return [];
  const [old, now] = [belowOf(before), belowOf(after)];
  const paths = new Set([...old.keys(), ...now.keys()]);
  const none = capabilitiesOf([]);
  return [
    ...changesBetween(place, { before: ownOf(before), after: ownOf(after) }, sides),
    ...[...paths].flatMap((path) => {
      const below = { ...place, element: `${place.element}/${path}` };
      return changesBetween(below, { before: old.get(path) ?? none, after: now.get(path) ?? none }, sides);
    }),
  ];
}

function ownOf(element: Annotated): ResourceCapabilities {
  const layer = layerOf(element);
  return capabilitiesOf(layer === undefined ? [] : [layer]);
}

function belowOf(element: Annotated): ReadonlyMap<string, ResourceCapabilities> {
  return new Map(restrictedPathsOf(element).map(({ path, layer }) => [path.join("/"), capabilitiesOf([layer])]));
}

/** What requests may do at a place: in words, for whom it matters, and whether the client has it as a method or option. */
const abilities: readonly (readonly [
  supports: (capabilities: ResourceCapabilities) => boolean,
  words: string,
  audience: "readers" | "writers",
  emitted: "method" | "option" | "note",
])[] = [
  [({ readable }) => readable, "reading", "readers", "method"],
  [({ readableByKey }) => readableByKey, "reading by key", "readers", "method"],
  [({ insertable }) => insertable, "creating", "writers", "method"],
  [({ updateMethods }) => updateMethods.patch, "PATCH", "writers", "method"],
  [({ updateMethods }) => updateMethods.put, "PUT", "writers", "method"],
  [({ deletable }) => deletable, "deleting", "writers", "method"],
  [({ indexableByKey }) => indexableByKey, "keys in paths", "readers", "method"],
  [({ countable }) => countable, "$count", "readers", "option"],
  [({ filterable }) => filterable, "$filter", "readers", "option"],
  [({ sortable }) => sortable, "$orderby", "readers", "option"],
  [({ searchable }) => searchable, "$search", "readers", "option"],
  [({ selectable }) => selectable, "$select", "readers", "option"],
  [({ expandable }) => expandable, "$expand", "readers", "option"],
  [({ expandableByKey }) => expandableByKey, "$expand by key", "readers", "option"],
  [({ top }) => top, "$top", "readers", "option"],
  [({ skip }) => skip, "$skip", "readers", "option"],
  [({ requiresFilter }) => !requiresFilter, "reading without $filter", "readers", "note"],
];

function changesBetween(place: Place, pair: Pair<ResourceCapabilities>, sides: Sides): readonly Change[] {
  const { before, after } = pair;
  return [
    ...abilities.flatMap(([supports, words, audience, emitted]) =>
      supports(before) === supports(after)
        ? []
        : [abilityChange(place, { words, audience, isGained: supports(after) }, supportOf(emitted, sides))],
    ),
    ...restrictionChanges(place, pair, sides),
  ];
}

/** Whether the client has a method or option only where it is supported, and whether the service refuses it elsewhere. */
interface Support {
  readonly emitted: boolean;
  readonly refused: boolean;
}

/** Of some services, such as Microsoft Graph, unsupported query options are noted only, since they work all the same. */
function supportOf(emitted: "method" | "option" | "note", { after }: Sides): Support {
  const isEnforced = emitted === "method" || after.facts.assumptions.restrictions === "enforce";
  return { emitted: isEnforced && emitted !== "note", refused: isEnforced };
}

interface Ability {
  readonly words: string;
  readonly audience: "readers" | "writers";
  readonly isGained: boolean;
}

function abilityChange(place: Place, { words, audience, isGained }: Ability, { emitted, refused }: Support): Change {
  const { element } = place;
  const message = isGained ? `${element} supports ${words}.` : `${element} does not support ${words} any more.`;
  return changeOf(place, isGained ? "capability-added" : "capability-removed", message, {
    effects: {
      ...effects("none", "none", emitted ? compatibleIf(isGained) : "none"),
      [audience]: isGained ? "none" : compatibleIf(!refused),
    },
    ...(!isGained && reasons({ [audience]: refusalReason(refused) })),
    before: isGained ? "unsupported" : words,
    after: isGained ? words : "unsupported",
  });
}

function refusalReason(isRefused: boolean): string {
  return isRefused ? "requests that use it may be refused" : "the service is known to take it all the same";
}

/** Properties with a restriction: in words, for whom it matters, and whether the client refuses them. */
const restrictions: readonly (readonly [
  names: (capabilities: ResourceCapabilities) => readonly string[],
  words: string,
  audience: "readers" | "writers",
  emitted: "option" | "note",
])[] = [
  [({ nonFilterable }) => nonFilterable, "cannot be filtered by", "readers", "note"],
  [({ nonSortable }) => nonSortable, "cannot be sorted by", "readers", "note"],
  [({ ascendingOnly }) => ascendingOnly, "is sorted upwards only", "readers", "note"],
  [({ descendingOnly }) => descendingOnly, "is sorted downwards only", "readers", "note"],
  [({ nonExpandable }) => nonExpandable, "cannot be expanded", "readers", "option"],
  [({ requiredInFilter }) => requiredInFilter, "is required in a filter", "readers", "note"],
  [({ nonInsertable }) => nonInsertable, "is refused on create", "writers", "note"],
  [({ requiredOnInsert }) => requiredOnInsert, "is required on create", "writers", "note"],
  [({ nonUpdatable }) => nonUpdatable, "is refused on update", "writers", "note"],
  [({ requiredOnUpdate }) => requiredOnUpdate, "is required on update", "writers", "note"],
];

function restrictionChanges(place: Place, pair: Pair<ResourceCapabilities>, sides: Sides): readonly Change[] {
  return restrictions.flatMap(([names, words, audience, kind]) => {
    const [old, now] = [names(pair.before), names(pair.after)];
    const { emitted, refused } = supportOf(kind, sides);
    const isRefused = refused || audience === "writers";
    const lost = old.filter((name) => !now.includes(name));
    const gained = now.filter((name) => !old.includes(name));
    return [
      ...lost.map((name) =>
        changeOf(place, "restriction-removed", `At ${place.element} it is not so any more that ${name} ${words}.`, {
          effects: effects("none", "none", emitted ? "compatible" : "none"),
          before: `${name} ${words}`,
        }),
      ),
      ...gained.map((name) =>
        changeOf(place, "restriction-added", `At ${place.element}, ${name} ${words}.`, {
          effects: { ...effects("none", "none", emitted ? "breaking" : "none"), [audience]: compatibleIf(!isRefused) },
          ...reasons({ [audience]: refusalReason(isRefused) }),
          after: `${name} ${words}`,
        }),
      ),
    ];
  });
}
