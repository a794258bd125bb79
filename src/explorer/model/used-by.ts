import type { MemberData, StructuredData } from "../../explore/data/format.js";
import type { Route } from "../routes/route.js";
import { childRoute } from "./element-names.js";
import { data, finder, once } from "./model.js";
import { nameInType, shortName } from "./type-names.js";
import { structuredTypes } from "./types.js";

/** The kinds of places that refer to a type or an operation. */
export type UseKind = "Container" | "Navigation properties" | "Properties" | "Parameters" | "Results";

/** A place that refers to a type, or a child of the container that refers to a type or an operation. */
export interface Use {
  readonly target: string;
  readonly kind: UseKind;
  readonly route: Route;
  readonly text: string;
  /** What is to know of it beside its name. */
  readonly note?: string | undefined;
}

/** A member that refers to a type. */
export interface MemberUse extends Use {
  readonly owner: StructuredData;
  readonly member: MemberData;
}

export const memberUses = once((): readonly MemberUse[] =>
  structuredTypes().flatMap((owner) =>
    owner.members.map((member) => ({
      target: nameInType(member.type),
      kind: member.kind === "Property" ? "Properties" : "Navigation properties",
      route: ["type", owner.name, member.name],
      text: `${shortName(owner.name)}/${member.name}`,
      owner,
      member,
    })),
  ),
);

/** What refers to an element, by its name, in the order of the data. */
export const usesOf = finder(
  (): readonly (Use | MemberUse)[] => [...memberUses(), ...operationUses(), ...childUses()],
  ({ target }) => target,
);

function operationUses(): readonly Use[] {
  return data.operations.flatMap(({ name, boundTo, parameters, returns }): readonly Use[] => {
    const common = { route: ["op", name], note: boundTo && ` on ${shortName(boundTo)}` } as const;
    const text = shortName(name);
    return [
      ...parameters.map((parameter): Use => ({
        ...common,
        target: nameInType(parameter.type),
        kind: "Parameters",
        text: `${text}/${parameter.name}`,
      })),
      { ...common, target: nameInType(returns), kind: "Results", text },
    ];
  });
}

function childUses(): readonly Use[] {
  return data.children.map((child) => {
    const { target, name, kind } = child;
    return { target, kind: "Container", route: childRoute(child), text: name, note: ` ${kind}` };
  });
}
