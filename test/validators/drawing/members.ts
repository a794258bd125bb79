/** Properties and navigation properties of a generated model. */
import type { Draw } from "../../laws/draw.js";
import { node, type XmlNode } from "../../laws/xml-tree.js";
import { familyOf, type Plan, type PlannedType } from "./plan.js";
import { primitiveNames, rule, samples } from "./value-facets.js";

export interface Declaration {
  readonly type: PlannedType;
  readonly plan: Plan;
}

interface Use {
  readonly of: string | PlannedType;
  readonly collection: boolean;
}

const TAGS = ["Computed", "Immutable", "ComputedDefaultValue"];

export function drawMember({ type, plan }: Declaration, draw: Draw): XmlNode {
  const use = drawUse(plan, draw, ["EnumType", "TypeDefinition", "ComplexType"]);
  const sample = typeof use.of === "string" ? samples[use.of] : undefined;
  const given = use.collection || !draw.once(6) ? undefined : draw.pickMaybe(sample?.defaults ?? []);
  return node("Property", { Name: draw.name(type.members), ...typeAttributes(use, draw), DefaultValue: given }, [
    ...drawAccess(draw),
    ...drawRules(use, plan, draw),
  ]);
}

export function drawNavigation({ type, plan }: Declaration, draw: Draw): XmlNode {
  const target = draw.pick(plan.types.filter(({ kind }) => kind === "EntityType"));
  const collection = draw.once(2);
  const contained = type.kind === "EntityType" && draw.once(3);
  return node(
    "NavigationProperty",
    {
      Name: draw.name(type.members),
      Type: typeText({ of: target, collection }),
      Nullable: collection ? undefined : maybe(draw),
      ContainsTarget: contained || undefined,
    },
    [...drawAccess(draw), ...drawConstraint(target, plan, draw)],
  );
}

export function drawUse(plan: Plan, draw: Draw, kinds: readonly PlannedType["kind"][]): Use {
  const own = plan.types.filter(({ kind }) => kinds.includes(kind));
  const of = draw.once(2) ? (draw.pickMaybe(own) ?? "Edm.String") : draw.pick(primitiveNames);
  return { of, collection: of !== "Edm.Stream" && draw.once(4) };
}

export function typeAttributes(use: Use, draw: Draw): Readonly<Record<string, string | undefined>> {
  const { facets = [{}] } = typeof use.of === "string" ? (samples[use.of] ?? {}) : {};
  return { Type: typeText(use), Nullable: maybe(draw), ...draw.pick(facets) };
}

export function drawRules(use: Use, plan: Plan, draw: Draw): readonly XmlNode[] {
  const { rules = [] } = typeof use.of === "string" ? (samples[use.of] ?? {}) : {};
  const own = draw.once(3) ? draw.pickMaybe(rules) : undefined;
  const counted = use.collection && draw.once(3);
  return [
    ...(own === undefined ? [] : [own]),
    ...(counted ? [draw.once(2) ? rule("MinItems", { Int: "1" }) : rule("MaxItems", { Int: "2" })] : []),
    ...(typeof use.of === "string" ? [] : drawConstraint(use.of, plan, draw)),
  ];
}

/** Validation.DerivedTypeConstraint, for types that have derived ones. */
function drawConstraint(type: PlannedType, plan: Plan, draw: Draw): readonly XmlNode[] {
  const family = familyOf(type, plan);
  if (family.length < 2 || !draw.once(3)) return [];
  const named = node("Collection", {}, [
    { name: "String", attributes: [], children: [], text: draw.pick(family).full },
  ]);
  return [rule("DerivedTypeConstraint", {}, [named])];
}

function drawAccess(draw: Draw): readonly XmlNode[] {
  const choice = draw.count(9);
  const tag = TAGS[choice];
  if (tag !== undefined) return [node("Annotation", { Term: `Org.OData.Core.V1.${tag}`, Bool: "true" })];
  if (choice > 3) return [];
  const permission = `Org.OData.Core.V1.Permission/${draw.pick(["Read", "Write", "ReadWrite"])}`;
  return [node("Annotation", { Term: "Org.OData.Core.V1.Permissions", EnumMember: permission })];
}

function maybe(draw: Draw): string | undefined {
  return ["true", "false"][draw.count(2)];
}

export function typeText({ of, collection }: Use): string {
  const name = typeof of === "string" ? of : of.full;
  return collection ? `Collection(${name})` : name;
}
