/** Entity containers (CSDL 4.01 §13), the one of the service and at times one that it extends. */
import type { Writer } from "./document.js";
import type { Operation } from "./operations.js";
import { isKeyed, line, type Type } from "./plan.js";
import { node, type XmlNode } from "./xml-tree.js";

export interface Container {
  readonly namespace: string;
  readonly element: XmlNode;
}

interface Child {
  readonly kind: "EntitySet" | "Singleton";
  readonly name: string;
  readonly type: Type;
}

export function drawContainers(operations: readonly Operation[], writer: Writer): readonly Container[] {
  const { draw, plan } = writer;
  const [first, second] = plan.namespaces;
  if (first === undefined || draw.once(6)) return [];
  const taken = new Set<string>();
  const name = draw.name(first.taken);
  const own = { namespace: first.name, name };
  if (second === undefined || !draw.once(3))
    return [{ namespace: own.namespace, element: drawContainer(own, undefined, operations, taken, writer) }];
  const base = { namespace: second.name, name: draw.name(second.taken) };
  return [
    { namespace: base.namespace, element: drawContainer(base, undefined, [], taken, writer) },
    { namespace: own.namespace, element: drawContainer(own, base, operations, taken, writer) },
  ];
}

type Name = Omit<Container, "element"> & { readonly name: string };

function drawContainer(
  own: Name,
  base: Name | undefined,
  operations: readonly Operation[],
  taken: Set<string>,
  writer: Writer,
): XmlNode {
  const { draw, plan } = writer;
  const entities = plan.types.filter(({ kind }) => kind === "EntityType");
  const keyed = entities.filter(isKeyed);
  const children: Child[] = [];
  const add = (kind: Child["kind"], types: readonly Type[]) => {
    for (let count = types.length === 0 ? 0 : draw.count(4); count > 0; count--)
      children.push({ kind, name: draw.name(taken), type: draw.pick(types) });
  };
  add("EntitySet", keyed);
  add("Singleton", entities);
  const target = writer.qualified(own);
  const imports = operations.filter(({ unbound }) => unbound);
  return node("EntityContainer", { Name: own.name, Extends: base && writer.qualified(base) }, [
    ...children.map((child) => drawChild(child, children, target, writer)),
    ...imports.filter(() => draw.once(2)).map((operation) => drawImport(operation, draw.name(taken), writer)),
    ...writer.annotated(target),
  ]);
}

function drawChild(child: Child, children: readonly Child[], container: string, writer: Writer): XmlNode {
  const { kind, name, type } = child;
  const typed = kind === "EntitySet" ? { EntityType: writer.qualified(type) } : { Type: writer.qualified(type) };
  const facts =
    kind === "EntitySet"
      ? { IncludeInServiceDocument: writer.draw.once(5) ? false : undefined }
      : { Nullable: writer.draw.once(5) ? true : undefined };
  return node(kind, { Name: name, ...typed, ...facts }, [
    ...drawBindings(type, children, container, writer),
    ...writer.annotated(`${container}/${name}`),
  ]);
}

/** Navigation properties of the type and of those derived from it lead to sets (CSDL 4.01 §13.4). */
function drawBindings(type: Type, children: readonly Child[], container: string, writer: Writer): readonly XmlNode[] {
  const { draw, plan } = writer;
  const below = plan.types.filter((other) => other !== type && line(other).includes(type));
  const own = line(type).flatMap(({ navigation }) => navigation.map((one) => ({ ...one, cast: undefined })));
  const derived = below.flatMap((cast) => cast.navigation.map((one) => ({ ...one, cast })));
  return [...own, ...derived].flatMap(({ name, target, collection, contained, cast }) => {
    const set = children.find(
      (child) => line(child.type).includes(target) && (child.kind === "EntitySet" || !collection),
    );
    if (contained || set === undefined || !draw.once(2)) return [];
    const path = cast === undefined ? name : `${writer.qualified(cast)}/${name}`;
    return [
      node("NavigationPropertyBinding", { Path: path, Target: draw.once(3) ? `${container}/${set.name}` : set.name }),
    ];
  });
}

function drawImport({ kind, namespace, name: operation }: Operation, name: string, writer: Writer): XmlNode {
  const qualified = writer.qualified({ namespace, name: operation });
  const listed = kind === "Function" && writer.draw.once(3) ? true : undefined;
  return node(`${kind}Import`, { Name: name, [kind]: qualified, IncludeInServiceDocument: listed });
}
