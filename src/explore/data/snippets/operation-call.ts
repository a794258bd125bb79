/** How an operation is called after what it is bound to. */
import { jsonCode } from "../../../code/json-code.js";
import type { Operation } from "../../../edm/elements.js";
import { edm } from "../../../edm/primitive-types.js";
import { operationFactsIn } from "../../../facts/facts.js";
import { accessText } from "./access.js";
import type { Walk } from "./node.js";
import { onOneLine } from "./one-line.js";
import { sampleParameters } from "./sample-values.js";

/** `.sendMail.post({ … })`, `.delta().get()`: with the parameters that a call needs. A stream is read by `content`. */
export function operationCall(operation: Operation, walk: Walk): string {
  const { kind, parameters, result } = operationFactsIn(walk.context.facts, operation);
  const access = accessText(walk.segments.of(operation));
  const values = sampleParameters(parameters, walk);
  // An action takes an object, even where all of its parameters may be left out.
  const isGiven = kind === "Action" ? parameters.length > 0 : Object.keys(values).length > 0;
  const given = isGiven ? onOneLine(jsonCode(values)) : "";
  if (kind === "Action") return `${access}.post(${given})`;
  return `${access}(${given})${result?.type.type === edm("Stream") ? "" : ".get()"}`;
}
