/** Puts faults into accepted bodies, one at a time, and counts what the schemas find. */
import type { JudgedBody } from "./judge.js";
import { mutantsOf, type Mutant } from "./mutants.js";
import type { Schema } from "./schemas.js";
import type { Service } from "./service.js";

/** `found` at the path of the fault, `elsewhere` only, or not at all. */
export type Outcome = "found" | "elsewhere" | "survived";

export interface Tried {
  readonly body: JudgedBody;
  readonly mutant: Mutant;
  readonly outcome: Outcome;
}

export function* tryMutants(bodies: readonly JudgedBody[], service: Service): Generator<Tried> {
  for (const body of bodies) {
    const copy = structuredClone(body.value);
    // Each fault is taken back before the walk goes on.
    for (const mutant of mutantsOf(body, copy, service))
      yield { body, mutant, outcome: outcomeOf(mutant, copy, body.schema) };
  }
}

function outcomeOf({ container, key, value, path }: Mutant, whole: unknown, schema: Schema): Outcome {
  const holder = container as Record<string | number, unknown>;
  const had = Object.hasOwn(holder, key);
  const before = holder[key];
  if (value === undefined) delete holder[key];
  else holder[key] = value;
  const { issues = [] } = schema.validate(whole);
  if (had) holder[key] = before;
  else delete holder[key];
  if (issues.length === 0) return "survived";
  return issues.some((issue) => issue.path.join("/") === path.join("/")) ? "found" : "elsewhere";
}
