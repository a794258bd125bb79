/** Faults of generated checks that no other code has: flags in the place of others. */
import { ts } from "ts-morph";
import { type Fault, faultsOf } from "../faults.js";

/** The flags of the runtime that a check may be given, in the order in which one stands for another. */
const FLAGS = [
  "optional",
  "nullable",
  "nullableItems",
  "nullItemsOnRead",
  "requiredOnRead",
  "requiredOnCreate",
  "required",
  "refusedOnCreate",
  "refusedOnUpdate",
  "computed",
  "immutable",
  "contained",
];

/** All faults of a generated file. */
export function generatedFaults(path: string, text: string): readonly Fault[] {
  return [...faultsOf(path, text), ...flagFaults(path, text)];
}

/** Each flag in turn is the next one, and a check is given none. */
function flagFaults(path: string, text: string): readonly Fault[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const faults: Fault[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && FLAGS.includes(node.name.text)) {
      const other = FLAGS[(FLAGS.indexOf(node.name.text) + 1) % FLAGS.length] ?? "optional";
      const [start, end] = [node.name.getStart(file), node.name.end];
      faults.push({ start, end, replacement: other, what: `${node.name.text} → ${other}` });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return faults;
}
