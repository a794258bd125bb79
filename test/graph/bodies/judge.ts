/** Bodies and what the generated schemas find in them. */
import { Schemas, type Issue, type Schema } from "./schemas.js";
import type { Service } from "./service.js";
import { shownBodies, type ShownBody } from "./shown-bodies.js";

export interface JudgedBody extends ShownBody {
  readonly schema: Schema;
  readonly issues: readonly Issue[];
}

export interface Judged {
  readonly accepted: readonly JudgedBody[];
  readonly refused: readonly JudgedBody[];
  /** Those that the output has no schema for: single values that are no entities. */
  readonly unchecked: readonly ShownBody[];
}

export function judge(service: Service): Judged {
  const schemas = new Schemas(service);
  const [accepted, refused, unchecked]: [JudgedBody[], JudgedBody[], ShownBody[]] = [[], [], []];
  for (const body of shownBodies(service)) {
    const schema = schemas.of(body);
    if (schema === undefined) unchecked.push(body);
    else {
      const { issues = [] } = schema.validate(body.value);
      (issues.length === 0 ? accepted : refused).push({ ...body, schema, issues });
    }
  }
  return { accepted, refused, unchecked };
}
