/** Why bodies are refused, as counted in the documentation. */
import { operationFactsIn, typeFactsIn } from "../../../src/facts/facts.js";
import type { BodyType } from "../../../src/edm/examples/example-types.js";
import type { JudgedBody } from "./judge.js";
import type { Issue } from "./schemas.js";
import type { Service } from "./service.js";
import { isObject } from "./typed-value.js";

/** The cause of the first issue of a body: one body often has the same fault several times. */
export function causeOf({ value, issues, type }: JudgedBody, service: Service): string {
  const [issue] = issues;
  if (issue === undefined) return "nothing";
  const { path } = issue;
  const container = valueAt(value, path.slice(0, -1));
  const given = valueAt(value, path);
  switch (issue.code) {
    case "read-only":
      return "a property that is read-only is sent";
    case "missing":
      if (type.kind === "response" && path.join() === "value") return "one object where a collection is returned";
      return isMisspelled(issue, container) ? LETTER_CASE : missing(type.kind);
    case "unknown-property":
      return isDeclaredOtherwise(issue, type, service) ? LETTER_CASE : "a property or parameter that is not declared";
    case "member":
      return causeOfMember(issue, given);
    case "format":
    case "range":
      return isWord(given) ? WORD : "a value in another form, such as a date where a date with time is declared";
    case "type":
      return causeOfType(given);
    case "null":
      return "null where it is not allowed";
    case "odata-type":
      return "`@odata.type` names a type that is unknown or may not stand there";
    default:
      return issue.code;
  }
}

const LETTER_CASE = "a name in another letter case";
const WORD = "a word that stands for a value, such as `datetime-value` or `String`";

function missing(kind: JudgedBody["type"]["kind"]): string {
  return kind === "parameters"
    ? "a required parameter is missing"
    : "the key or a required property is missing, and the page does not state that the body is shortened";
}

function valueAt(value: unknown, path: Issue["path"]): unknown {
  return path.reduce<unknown>(
    (within, name) => (within as Readonly<Record<string | number, unknown>> | null | undefined)?.[name],
    value,
  );
}

/** Whether an object has the missing property under a name that differs in letter case. */
function isMisspelled({ path }: Issue, container: unknown): boolean {
  return isObject(container) && Object.keys(container).some((name) => sameLetters(name, String(path.at(-1))));
}

/** Whether the type of the body declares the property under a name that differs in letter case. */
function isDeclaredOtherwise({ path }: Issue, type: BodyType, { facts }: Service): boolean {
  if (path.length !== 1 || (type.kind !== "value" && type.kind !== "parameters")) return false;
  const declared =
    type.kind === "parameters"
      ? operationFactsIn(facts, type.operation).parameters
      : typeFactsIn(facts, type.ref.type).members;
  return declared.some(({ name }) => sameLetters(name, String(path[0])));
}

function sameLetters(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function causeOfMember({ message }: Issue, given: unknown): string {
  const members = message.replace("must be one of ", "").split(", ");
  if (members.some((member) => sameLetters(member, String(given))))
    return "a member of an enumeration in another letter case";
  return "a value that the enumeration does not have";
}

function causeOfType(given: unknown): string {
  if (typeof given !== "string") return "another JSON type";
  return /^(?:true|false|-?[\d.]+)$/.test(given) ? "a number or Boolean in quotes" : WORD;
}

/** Whether a text has no digits, as no date, time, GUID or number is. */
function isWord(given: unknown): boolean {
  return typeof given === "string" && /^(?:\D*|.*-value(?:-\d)?)$/.test(given);
}
