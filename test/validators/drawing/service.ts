/** Operations and the container of a generated model. */
import type { Draw } from "../../laws/draw.js";
import { node, type XmlNode } from "../../laws/xml-tree.js";
import { drawRules, drawUse, typeAttributes } from "./members.js";
import type { Plan, PlannedType } from "./plan.js";

export function drawOperations(plan: Plan, draw: Draw): readonly XmlNode[] {
  const taken = plan.taken.get(plan.namespaces[0] ?? "") ?? new Set();
  return Array.from({ length: 1 + draw.count(2) }, () => drawOperation(draw.name(taken), plan, draw));
}

function drawOperation(name: string, plan: Plan, draw: Draw): XmlNode {
  const names = new Set<string>();
  const isAction = !draw.once(3);
  const bound = draw.once(2);
  const binding = bound
    ? [node("Parameter", { Name: draw.name(names), Type: draw.pick(plan.types.filter(isEntity)).full })]
    : [];
  const parameters = isAction
    ? Array.from({ length: 1 + draw.count(3) }, () => drawParameter(draw.name(names), plan, draw))
    : [];
  const returned = node("ReturnType", {
    ...typeAttributes(drawUse(plan, draw, ["EnumType", "ComplexType", "EntityType", "TypeDefinition"]), draw),
  });
  return node(isAction ? "Action" : "Function", { Name: name, IsBound: bound || undefined }, [
    ...binding,
    ...parameters,
    ...(isAction && draw.once(2) ? [] : [returned]),
  ]);
}

function drawParameter(name: string, plan: Plan, draw: Draw): XmlNode {
  const use = drawUse(plan, draw, ["EnumType", "ComplexType", "EntityType", "TypeDefinition"]);
  const optional = draw.once(5) ? [node("Annotation", { Term: "Org.OData.Core.V1.OptionalParameter" })] : [];
  // A stream is no parameter (CSDL 4.01 §3.3).
  const kept = use.of === "Edm.Stream" ? { of: "Edm.String", collection: false } : use;
  return node("Parameter", { Name: name, ...typeAttributes(kept, draw) }, [
    ...optional,
    ...drawRules(kept, plan, draw),
  ]);
}

export function drawContainer(plan: Plan, draw: Draw): XmlNode {
  const taken = new Set<string>();
  const keyed = plan.types.filter((type) => isEntity(type) && type.keyed);
  const sets = keyed.flatMap((type) => (draw.once(4) ? [] : [drawSet(draw.name(taken), type, draw)]));
  return node("EntityContainer", { Name: draw.name(plan.taken.get(plan.namespaces[0] ?? "") ?? new Set()) }, sets);
}

/** A set that restricts some members at times, whatever kind they are. */
function drawSet(name: string, type: PlannedType, draw: Draw): XmlNode {
  const paths = (property: string): XmlNode => {
    const names = [...type.members].filter(() => draw.once(4));
    const items = names.map((text) => ({ name: "PropertyPath", attributes: [], children: [], text }));
    return node("PropertyValue", { Property: property }, [node("Collection", {}, items)]);
  };
  const restricted = (term: string, properties: readonly string[]): readonly XmlNode[] =>
    draw.once(4)
      ? [node("Annotation", { Term: `Org.OData.Capabilities.V1.${term}` }, [node("Record", {}, properties.map(paths))])]
      : [];
  return node("EntitySet", { Name: name, EntityType: type.full }, [
    ...restricted("InsertRestrictions", ["NonInsertableProperties", "RequiredProperties"]),
    ...restricted("UpdateRestrictions", ["NonUpdatableProperties"]),
  ]);
}

function isEntity({ kind }: PlannedType): boolean {
  return kind === "EntityType";
}
