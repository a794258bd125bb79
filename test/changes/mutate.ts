/** Small changes of a generated model, each a valid one more often than not. */
import { Random } from "../support/random.js";
import type { XmlNode } from "../laws/xml-tree.js";

const REMOVED: ReadonlySet<string> = new Set([
  "Property",
  "NavigationProperty",
  "Member",
  "Parameter",
  "EntitySet",
  "Singleton",
  "ActionImport",
  "FunctionImport",
  "Action",
  "Function",
  "ComplexType",
  "Annotation",
  "NavigationPropertyBinding",
]);

/** Attributes with the values that they change between. */
const values: Readonly<Record<string, readonly string[]>> = {
  Nullable: ["true", "false"],
  Abstract: ["true", "false"],
  OpenType: ["true", "false"],
  IsFlags: ["true", "false"],
  ContainsTarget: ["true", "false"],
  MaxLength: ["5", "50"],
  Bool: ["true", "false"],
  IsComposable: ["true", "false"],
};

/** The tree with some nodes left out, or with other values of attributes. */
export function mutated(tree: XmlNode, seed: number): XmlNode {
  const random = new Random(seed);
  const isChosen = (): boolean => random.below(25) === 0;
  const visit = (node: XmlNode): XmlNode => ({
    ...node,
    attributes: node.attributes.map(([name, value]) => {
      const others = values[name];
      return [name, others !== undefined && isChosen() ? random.pick(others) : value] as const;
    }),
    children: node.children.flatMap((child) => (REMOVED.has(child.name) && isChosen() ? [] : [visit(child)])),
  });
  return visit(tree);
}
