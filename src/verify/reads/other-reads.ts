/** Reads that need no entity: singletons, the service document, functions without parameters. */
import type { FunctionImport, Operation } from "../../edm/elements.js";
import { isStructured, parametersOf } from "../../edm/model.js";
import type { JsonValue } from "../../edm/requests.js";
import { isArray, isObject } from "../../values/value-issue.js";
import { checkValue } from "../answers/check-values.js";
import { contentOf } from "../answers/unwrapped.js";
import type { Place } from "../places.js";
import type { Answered } from "../sender.js";
import type { Reads, Verification } from "../verification.js";
import { linkedReads, linksIn, statedType } from "./linked-reads.js";
import { navigationReads } from "./navigation-reads.js";
import { entitiesIn, entityIn, isAnswered } from "./read-place.js";

export async function* singletonReads(place: Place, verification: Verification): Reads {
  const { name, type, capabilities } = place;
  const { sender, findings } = verification;
  const answer = await sender.get(name);
  yield;
  if (answer.status === 404 || answer.status === 410)
    return findings.add("place-missing", name, "the singleton is not there", answer.exchange);
  const asked = { subject: name, what: "the singleton", allowed: capabilities.readable };
  if (answer.status === 204 || !isAnswered(answer, asked, verification)) return;
  const entity = entityIn(answer, { subject: name, type: type.name }, verification);
  const links = entity === undefined ? [] : linksIn(entity, type, verification);
  // What is reached by links need not have a path of its own.
  yield* navigationReads({ place, path: links.length > 0 ? undefined : name }, verification);
  yield* linkedReads(links, verification);
}

/** Reads the service document: it lists no set that the metadata lacks. It may be an entity that leads to all others. */
export async function* rootReads(verification: Verification): Reads {
  const { sender, findings, model } = verification;
  const answer = await sender.get("");
  yield;
  if (!answer.ok) return;
  const type = statedType(answer.body, verification);
  if (type !== undefined) {
    const entity = entityIn(answer, { subject: "the root", type: type.name }, verification);
    yield* linkedReads(entity === undefined ? [] : linksIn(entity, type, verification), verification);
    return;
  }
  const known = new Set<string>(model.container?.children.map(({ name }) => name));
  for (const name of setsIn(contentOf(answer.body, model.protocol)))
    if (!known.has(name)) findings.add("place-undeclared", name, "the metadata has no such set", answer.exchange);
}

/** The names of sets, as OData 4.0 and 2.0 list them. */
function setsIn(content: JsonValue | undefined): readonly string[] {
  if (content === undefined || !isObject(content)) return [];
  const { value, EntitySets: sets } = content;
  if (sets !== undefined && isArray(sets)) return sets.filter((name) => typeof name === "string");
  if (value === undefined || !isArray(value)) return [];
  return value.flatMap((entry) => {
    if (!isObject(entry) || (entry["kind"] ?? "EntitySet") !== "EntitySet") return [];
    return typeof entry["name"] === "string" ? [entry["name"]] : [];
  });
}

/** The functions that are called without parameters. Functions have no side effects (CSDL 4.01 §12.3). */
export function callsOf({
  model,
}: Verification): readonly { readonly child: FunctionImport; readonly operation: Operation }[] {
  return (model.container?.children ?? []).flatMap((child) => {
    if (child.kind !== "FunctionImport") return [];
    const operation = model
      .overloads(child.function)
      .find((one) => one.kind === "Function" && one.bound !== true && parametersOf(one).length === 0);
    return operation === undefined ? [] : [{ child, operation }];
  });
}

export async function* functionReads(
  { child, operation }: { readonly child: FunctionImport; readonly operation: Operation },
  verification: Verification,
): Reads {
  const { sender, findings, model } = verification;
  const answer = await sender.get(model.protocol === "4.0" ? `${child.name}()` : child.name);
  yield;
  if (answer.status === 404 || answer.status === 501)
    return findings.add("place-missing", child.name, `the function is answered with ${answer.status}`, answer.exchange);
  if (!isAnswered(answer, { subject: child.name, what: "the function", allowed: true }, verification)) return;
  if (answer.status !== 204) checkResult(answer, child.name, operation, verification);
}

function checkResult(answer: Answered, subject: string, operation: Operation, verification: Verification): void {
  const { returnType } = operation;
  const { model, findings } = verification;
  if (returnType === undefined) return;
  const type = model.type(returnType.type);
  if (type !== undefined && isStructured(type)) {
    if (returnType.collection) entitiesIn(answer, { subject, type: type.name }, verification);
    else entityIn(answer, { subject, type: type.name }, verification);
    return;
  }
  // OData 2.0 has a value in a property of the name of the function, and services differ in it.
  if (model.protocol !== "4.0") return;
  const { body } = answer;
  const value = body !== undefined && isObject(body) ? body["value"] : undefined;
  if (value === undefined) findings.add("answer-form", subject, "a value is not in `value`", answer.exchange);
  else checkValue(value, { subject, ref: returnType, exchange: answer.exchange }, verification);
}
