/** Answers of stubs: of the type of what they stand for, as the schemas say. */
import type { AnyStub } from "../faults/stubs.js";
import { own } from "../query/names.js";
import { isEntity } from "../store/members.js";
import type { Answer } from "../web.js";
import { jsonOf } from "./body.js";
import type { Exchange, MockContext } from "./context.js";
import { Fault } from "./fault.js";
import { resultAnswer, type Returns } from "./operations.js";
import type { Called } from "./parameters.js";
import { issuesOf } from "./schemas.js";
import type { Target } from "./target.js";

interface StubbedPlace {
  readonly target: Target;
  /** Of an operation. */
  readonly called: Called | undefined;
  readonly keys: readonly string[];
}

export async function stubAnswer(
  stub: AnyStub,
  { target, called, keys }: StubbedPlace,
  exchange: Exchange,
  context: MockContext,
): Promise<Answer> {
  const { headers } = exchange;
  const value = await stub({ body: jsonOf(exchange), parameters: called?.parameters, keys, headers });
  const returns = called === undefined ? typeAt(target) : called.operation.returns;
  if (value === undefined || value === null) return { status: 204 };
  if (returns === undefined) return { status: 200, body: value };
  const list = returns.collection === true && isEntity(value) && "value" in value ? value["value"] : value;
  const created = exchange.method === "POST" && returns.collection === true && !Array.isArray(list);
  const of = created ? { type: returns.type } : returns;
  checkResult(list, of, exchange, context);
  return resultAnswer(list, of, exchange, context);
}

function typeAt(target: Target): Returns | undefined {
  if (target.kind === "collection") return { type: target.type, collection: true };
  return target.kind === "entity" ? { type: target.type } : undefined;
}

/** Throws 500 with the issues of a result that no service would send. */
function checkResult(value: unknown, { type, collection }: Returns, exchange: Exchange, context: MockContext): void {
  const items: readonly unknown[] = collection === true && Array.isArray(value) ? value : [value];
  for (const [index, item] of items.entries()) {
    const issues = isStructuredType(type, context)
      ? issuesOf(item, type, "read", context)
      : primitiveIssues(item, type);
    if (issues.length === 0) continue;
    const at = collection === true ? `[${index}]` : "";
    const message = `The stub of ${exchange.method} /${exchange.path} gives no valid ${type}${at}: ${issues[0]?.message}`;
    throw new Fault(500, "StubInvalid", message, { details: issues });
  }
}

function isStructuredType(type: string, { service }: MockContext): boolean {
  return own(service.types, type) !== undefined;
}

const OF_NUMBERS = /^Edm\.(?:S?Byte|Int16|Int32|Double|Single)$/;

/** Of the types that JSON tells apart. */
function primitiveIssues(value: unknown, type: string): readonly { code: string; message: string }[] {
  const wanted =
    type === "Edm.Boolean"
      ? "boolean"
      : OF_NUMBERS.test(type)
        ? "number"
        : type === "Edm.String"
          ? "string"
          : undefined;
  if (wanted === undefined || typeof value === wanted || value === "INF" || value === "-INF" || value === "NaN")
    return [];
  return [{ code: "type", message: `must be a ${wanted}` }];
}
