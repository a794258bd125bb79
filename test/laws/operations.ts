/** Actions and functions, bound and unbound, overloaded (CSDL 4.01 §12). */
import type { Writer } from "./document.js";
import { isStructured, type Namespace, type Type, type Use } from "./plan.js";
import { propertyTypes } from "./primitive-samples.js";
import { node, type XmlNode } from "./xml-tree.js";

export interface Operation {
  readonly kind: "Action" | "Function";
  readonly namespace: string;
  readonly name: string;
  /** An overload can be called without a binding parameter, so that imports may name it. */
  readonly unbound: boolean;
  readonly overloads: readonly XmlNode[];
}

/** Some operations of a namespace, each with its overloads. */
export function drawOperations(namespace: Namespace, writer: Writer): readonly Operation[] {
  const { draw } = writer;
  return draw.list(3, () => {
    const name = draw.name(namespace.taken);
    const kind = draw.once(2) ? "Function" : "Action";
    const bindings = drawBindings(writer);
    const unbound = bindings.length === 0 || draw.once(4);
    const uses = unbound ? [...bindings, undefined] : bindings;
    const overloads = uses.map((binding) => drawOverload({ kind, namespace: namespace.name, name, binding }, writer));
    return { kind, namespace: namespace.name, name, unbound, overloads };
  });
}

/** Binding parameters of different types, as overloads need them (CSDL 4.01 §12.2, §12.4). */
function drawBindings({ draw, plan }: Writer): readonly Use[] {
  const structured = plan.types.filter(isStructured);
  if (structured.length === 0) return [];
  const uses = draw.list(3, () => ({ of: draw.pick(structured), collection: draw.once(3) }));
  return uses.filter(({ of }, position) => uses.findIndex((use) => use.of === of) === position);
}

interface Overload {
  readonly kind: "Action" | "Function";
  readonly namespace: string;
  readonly name: string;
  readonly binding: Use | undefined;
}

function drawOverload({ kind, namespace, name, binding }: Overload, writer: Writer): XmlNode {
  const { draw } = writer;
  const taken = new Set<string>();
  const uses = [...(binding === undefined ? [] : [binding]), ...draw.list(3, () => drawUse(writer))];
  const parameters = uses.map((use) => ({ name: draw.name(taken), use, type: writer.typeText(use) }));
  const target = `${writer.qualified({ namespace, name })}(${signature(kind, binding, parameters)})`;
  const returned = kind === "Function" || draw.once(2) ? drawUse(writer) : undefined;
  const entityPath =
    binding !== undefined &&
    isEntity(binding) &&
    returned?.of === binding.of &&
    binding.collection === returned.collection
      ? parameters[0]?.name
      : undefined;
  const attributes = {
    Name: name,
    IsBound: binding === undefined ? undefined : true,
    EntitySetPath: entityPath,
    IsComposable: kind === "Function" && draw.once(3) ? true : undefined,
  };
  return node(kind, attributes, [
    ...parameters.map((one) =>
      node(
        "Parameter",
        { Name: one.name, Type: one.type, Nullable: draw.once(3) ? false : undefined },
        writer.annotated(`${target}/${one.name}`),
      ),
    ),
    ...(returned === undefined
      ? []
      : [
          node(
            "ReturnType",
            { Type: writer.typeText(returned), Nullable: draw.once(3) ? false : undefined },
            writer.annotated(`${target}/$ReturnType`),
          ),
        ]),
    ...writer.annotated(target),
  ]);
}

/** What tells an overload from the others: all parameter types of a function, the binding type of an action (CSDL 4.01 §14.2.1). */
function signature(
  kind: Overload["kind"],
  binding: Use | undefined,
  parameters: readonly { readonly type: string }[],
): string {
  const shown = kind === "Function" ? parameters : parameters.slice(0, binding === undefined ? 0 : 1);
  return shown.map(({ type }) => type).join(",");
}

function isEntity({ of }: Use): boolean {
  return typeof of !== "string" && of.kind === "EntityType";
}

function drawUse({ draw, plan }: Writer): Use {
  const type: Type | undefined = draw.once(2) ? draw.pickMaybe(plan.types) : undefined;
  const of = type ?? draw.pick(propertyTypes);
  return { of, collection: of !== "Edm.Stream" && draw.once(3) };
}
