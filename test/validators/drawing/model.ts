/** A generated model as CSDL XML: whatever restricts values, by types, facets, annotations and sets. */
import type { Draw } from "../../laws/draw.js";
import { enumRanges, keyTypes } from "../../laws/primitive-samples.js";
import { node, printTree, type XmlNode } from "../../laws/xml-tree.js";
import { drawContainer, drawOperations } from "./service.js";
import { drawMember, drawNavigation, type Declaration } from "./members.js";
import { planTypes, type Plan, type PlannedType } from "./plan.js";
import { primitiveNames, samples } from "./value-facets.js";

export function drawModel(draw: Draw): string {
  const plan = planTypes(draw);
  const elements = new Map(plan.namespaces.map((name): [string, XmlNode[]] => [name, []]));
  for (const type of plan.types) elements.get(type.namespace)?.push(typeNode(type, plan, draw));
  for (const operation of drawOperations(plan, draw)) elements.get(plan.namespaces[0] ?? "")?.push(operation);
  elements.get(plan.namespaces[0] ?? "")?.push(drawContainer(plan, draw));
  const schemas = [...elements].map(([name, children]) =>
    node("Schema", { xmlns: "http://docs.oasis-open.org/odata/ns/edm", Namespace: name }, children),
  );
  return printTree(
    node("edmx:Edmx", { "xmlns:edmx": "http://docs.oasis-open.org/odata/ns/edmx", Version: "4.01" }, [
      node("edmx:DataServices", {}, schemas),
    ]),
  );
}

function typeNode(type: PlannedType, plan: Plan, draw: Draw): XmlNode {
  if (type.kind === "EnumType") return enumNode(type, draw);
  if (type.kind === "TypeDefinition") return definitionNode(type, draw);
  const declared: Declaration = { type, plan };
  const attributes = {
    Name: type.name,
    BaseType: type.base?.full,
    Abstract: type.abstract || undefined,
    OpenType: type.open || undefined,
  };
  const isRoot = type.kind === "EntityType" && type.keyed && type.base?.keyed !== true;
  const key = isRoot ? Array.from({ length: 1 + Number(draw.once(3)) }, () => draw.name(type.members)) : [];
  return node(type.kind, attributes, [
    ...(key.length === 0
      ? []
      : [
          node(
            "Key",
            {},
            key.map((Name) => node("PropertyRef", { Name })),
          ),
        ]),
    ...key.map((name) => keyNode(name, draw)),
    ...Array.from({ length: 1 + draw.count(4) }, () => drawMember(declared, draw)),
    ...draw.list(type.kind === "EntityType" ? 3 : 1, () => drawNavigation(declared, draw)),
  ]);
}

function keyNode(name: string, draw: Draw): XmlNode {
  const tag = draw.pick(["", "", "", "Computed", "ComputedDefaultValue"]);
  return node(
    "Property",
    { Name: name, Type: draw.pick(keyTypes), Nullable: "false" },
    tag === "" ? [] : [node("Annotation", { Term: `Org.OData.Core.V1.${tag}`, Bool: "true" })],
  );
}

function enumNode(type: PlannedType, draw: Draw): XmlNode {
  const flags = draw.once(2);
  const names = new Set<string>();
  for (let count = draw.once(8) ? 0 : 2 + draw.count(2); count > 0; count--) draw.name(names);
  if (draw.once(3)) names.add("unknownFutureValue");
  const underlying = draw.pick(enumRanges.map(([name]) => name));
  return node(
    "EnumType",
    { Name: type.name, UnderlyingType: underlying, IsFlags: flags || undefined },
    [...names].map((Name, index) => node("Member", { Name, Value: flags ? 2 ** index : index })),
  );
}

/** Of any primitive type but those that a definition cannot stand for (CSDL 4.01 §11.1). */
function definitionNode(type: PlannedType, draw: Draw): XmlNode {
  const names = primitiveNames.filter((name) => !["Edm.Untyped", "Edm.PrimitiveType", "Edm.Stream"].includes(name));
  const underlying = draw.pick(names);
  const { facets = [{}], rules = [] } = samples[underlying] ?? {};
  const own = draw.once(3) ? draw.pickMaybe(rules) : undefined;
  return node(
    "TypeDefinition",
    { Name: type.name, UnderlyingType: underlying, ...draw.pick(facets) },
    own === undefined ? [] : [own],
  );
}
