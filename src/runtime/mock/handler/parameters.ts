/** Parameters of calls: those of functions in the URL, those of actions in the body. */
import { optionsOf } from "../query/decode.js";
import type { Entity } from "../query/contract.js";
import { kindOf, own } from "../query/names.js";
import { spelledMembers } from "../query/spelling.js";
import type { MockOperation, MockService } from "../service.js";
import { plainText } from "../store/keys.js";
import { isEntity } from "../store/members.js";
import { jsonOf } from "./body.js";
import type { Exchange, MockContext } from "./context.js";
import { badRequest } from "./fault.js";
import { overloadFor } from "./overloads.js";
import { check, detailsOf, schemaAt } from "./schemas.js";
import type { CallTarget } from "./target.js";

/** A call with its parameters as values. */
export interface Called {
  readonly operation: MockOperation;
  readonly parameters: Entity;
}

/** Finds the overload, and checks what is given. */
export function calledBy(call: CallTarget, exchange: Exchange, context: MockContext): Called {
  const isAction = call.operations.some(({ kind }) => kind === "action");
  return isAction ? calledByBody(call, exchange, context) : calledByUrl(call, exchange, context);
}

function calledByBody(call: CallTarget, exchange: Exchange, { service, schemas }: MockContext): Called {
  const sent = jsonOf(exchange) ?? {};
  if (!isEntity(sent)) throw badRequest("The body has to be an object with the parameters.");
  const known = new Map(call.operations.flatMap(({ parameters }) => Object.entries(parameters)));
  const body = service.anyCase === undefined ? sent : spelledMembers(sent, known, service);
  const names = Object.keys(body).filter((name) => !name.includes("@"));
  const operation = overloadFor(call, names);
  if (operation.schema !== undefined) {
    const details = detailsOf(body, schemaAt(operation.schema, schemas));
    check(
      details.filter(({ code, target = "" }) => code !== "missing" || !own(operation.parameters, target)?.nullable),
      "The body",
    );
  } else if (names.length > 0 && service.protocol === "4.0") throw badRequest("The action has no parameters.");
  return { operation, parameters: body };
}

/** In parentheses, or among the options of the query, with or without aliases (URL Conventions 4.01 §5.3). */
function calledByUrl(call: CallTarget, { search }: Exchange, { service }: MockContext): Called {
  const options = optionsOf(search);
  const aliases = new Map(options);
  const isParameter = (name: string): boolean => call.operations.some(({ parameters }) => own(parameters, name));
  const implicit = options.filter(([name]) => isParameter(name));
  const operation = overloadFor(
    call,
    implicit.map(([name]) => name),
  );
  const values = [...call.given, ...implicit].map(([name, literal]) => {
    const text = literal.startsWith("@") ? (aliases.get(literal) ?? "null") : literal;
    return [name, valueOfLiteral(text, own(operation.parameters, name)?.type ?? "", service)] as const;
  });
  return { operation, parameters: Object.fromEntries(values) };
}

/** The JSON value of a literal in a URL. */
function valueOfLiteral(text: string, type: string, service: MockService): unknown {
  if (text === "null") return null;
  if (/^[[{]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      throw badRequest(`${text} is no JSON.`);
    }
  }
  const [plain, kind] = [plainText(text), kindOf(service, type)];
  if (kind === "Boolean") return text === "true";
  // Longer numbers are given as text, so that no digit is lost.
  const isExact = !/Int64|Decimal/.test(type) || String(Number(plain)) === plain;
  return kind === "number" && isExact && plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : plain;
}
