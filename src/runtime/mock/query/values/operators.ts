import type { MockService } from "../../service.js";
import type { Compute, Operand } from "../contract.js";
import { QueryFault } from "../fault.js";
import { enumConstant } from "./literals.js";
import { kindOf, own, UNTYPED } from "../names.js";
import { calculate, compareNumbers, type Arithmetic } from "./numbers.js";
import { momentOf, secondsOf } from "./times.js";

const TIME_UNITS = /^(Date|DateTimeOffset|TimeOfDay|Duration)$/;

function wrongOperands(operator: string, left: Operand, right: Operand): QueryFault {
  const names = [left, right].map(({ type, collection }) => (collection ? `Collection(${type})` : type));
  return new QueryFault(400, `"${operator}" cannot have ${names.join(" and ")} as operands.`);
}

/** The kind by which two values are compared; names of members may be strings (URL Conventions 4.01 §5.1.1.6.1). */
function commonKind(service: MockService, operator: string, left: Operand, right: Operand): string {
  const [one, other] = [left, right].map(({ type }) => kindOf(service, type)) as [string, string];
  const collections = left.collection !== right.collection && one !== "any" && other !== "any";
  if (one !== other && one !== "any" && other !== "any") throw wrongOperands(operator, left, right);
  if (collections) throw wrongOperands(operator, left, right);
  return left.collection ? "any" : one === "any" ? other : one;
}

/** A string that is compared with an enumeration is the names of members. */
export function asMember(service: MockService, operand: Operand, other: Operand): Operand {
  const isName = operand.type === "Edm.String" && typeof operand.constant === "string";
  return isName && own(service.enums, other.type) ? enumConstant(service, other.type, operand.constant) : operand;
}

/** Negative, zero or positive; NaN for values that have no order. Neither is null. */
export function compare(service: MockService, kind: string, left: unknown, right: unknown): number {
  if (kind === "number") return compareNumbers(left, right);
  if (TIME_UNITS.test(kind)) return compareNumbers(secondsOf(left), secondsOf(right));
  const members = own(service.enums, kind);
  if (members) {
    const [one, other] = [numberOf(service, kind, left), numberOf(service, kind, right)];
    if (one !== undefined && other !== undefined) return one < other ? -1 : one > other ? 1 : 0;
  }
  if (kind === "any" && typeof left === "number" && typeof right === "number") return compareNumbers(left, right);
  const [one, other] = [textOf(kind, left), textOf(kind, right)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function textOf(kind: string, value: unknown): string {
  if (kind === "Guid") return String(value).toLowerCase();
  if (kind === "Binary") return String(value).replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  return typeof value === "string" ? value : JSON.stringify(value, sorted);
}

/** Members of objects in order and without control information, so that equal values have one text. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).filter(([name]) => !name.includes("@"));
  return Object.fromEntries(members.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The number of one or several members. */
function numberOf(service: MockService, type: string, value: unknown): bigint | undefined {
  let sum = 0n;
  for (const name of String(value)
    .split(",")
    .map((one) => one.trim())) {
    const [, number = /^-?\d{1,20}$/.test(name) ? name : undefined] =
      own(service.enums, type)?.members.find(([member]) => member === name) ?? [];
    if (number === undefined) return undefined;
    sum |= BigInt(number);
  }
  return sum;
}

const ORDERED: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

/** `eq` and `ne` compare with null; what is greater or less than null is false (URL Conventions 4.01 §5.1.1.1). */
export function comparison(service: MockService, operator: string, left: Operand, right: Operand): Operand {
  const [one, other] = [asMember(service, left, right), asMember(service, right, left)];
  const kind = commonKind(service, operator, one, other);
  const equality = /^(eq|ne)$/.test(operator);
  if (!equality && /^(structured|Binary|Geo|Stream)$/.test(kind)) throw wrongOperands(operator, left, right);
  const test = ORDERED[operator];
  return condition((items, context) => {
    const [a, b] = [one.value(items, context) ?? null, other.value(items, context) ?? null];
    if (a === null || b === null) return equality && (a === b) === (operator === "eq");
    return test?.(compare(service, kind, a, b));
  });
}

export function condition(value: Compute): Operand {
  return { type: "Edm.Boolean", value };
}

/** Throws where a condition can be none. */
export function asCondition(service: MockService, operator: string, operand: Operand): Operand {
  const fits = /^(Boolean|any)$/.test(kindOf(service, operand.type)) && operand.collection !== true;
  if (fits) return operand;
  throw new QueryFault(400, `${operator} is for conditions, and ${operand.type} is none.`);
}

/** Three-valued: null where the other operand does not decide (URL Conventions 4.01 §5.1.1.1.7). */
export function logical(service: MockService, operator: string, left: Operand, right: Operand): Operand {
  const decides = operator === "or";
  const [one, other] = [left, right].map((side) => asCondition(service, operator, side)) as [Operand, Operand];
  return condition((items, context) => {
    const a = one.value(items, context) ?? null;
    if (a === decides) return decides;
    const b = other.value(items, context) ?? null;
    return b === decides ? decides : a === null || b === null ? null : !decides;
  });
}

/** The kind of the result of arithmetic with dates and durations (URL Conventions 4.01 §5.1.1.2). */
function momentKind(left: string, operator: Arithmetic, right: string): string | undefined {
  const isMoment = left === "Date" || left === "DateTimeOffset";
  if (operator === "sub" && isMoment && left === right) return "Duration";
  if (operator === "add" || operator === "sub")
    return right === "Duration" && (isMoment || left === right) ? left : undefined;
  const isScaled = left === "Duration" && right === "number" && operator !== "mod";
  return isScaled || `${left} ${operator} ${right}` === "number mul Duration" ? "Duration" : undefined;
}

export function arithmetic(service: MockService, operator: Arithmetic, left: Operand, right: Operand): Operand {
  const kinds = [left, right].map(({ type }) => kindOf(service, type)) as [string, string];
  const moment = momentKind(kinds[0], operator, kinds[1]);
  const numbers = kinds.every((kind) => /^(number|any)$/.test(kind));
  if ((moment === undefined && !numbers) || left.collection || right.collection) {
    throw wrongOperands(operator, left, right);
  }
  const double = [left, right].some(({ type }) => /^Edm\.(Double|Single)$/.test(type));
  const rule = moment !== undefined && operator === "div" ? "divby" : operator;
  const value: Compute = (items, context) => {
    const [a, b] = [left, right].map((side) => side.value(items, context) ?? null);
    if (a === null || b === null) return null;
    if (moment === undefined) return calculate(rule, a, b, double);
    const [one, other] = [a, b].map((side, index) => (kinds[index] === "number" ? side : secondsOf(side)));
    return momentOf(calculate(rule, one, other), moment);
  };
  return { type: moment === undefined ? numberType(operator, double, left, right) : `Edm.${moment}`, value };
}

/** Integers stay integers but for `divby`. */
function numberType(operator: string, double: boolean, left: Operand, right: Operand): string {
  if (double) return "Edm.Double";
  if ([left, right].some(({ type }) => type === UNTYPED)) return UNTYPED;
  const decimal = operator === "divby" || [left, right].some(({ type }) => type === "Edm.Decimal");
  return decimal ? "Edm.Decimal" : "Edm.Int64";
}

export function membership(service: MockService, left: Operand, list: readonly Operand[] | Operand): Operand {
  const options = Array.isArray(list) ? (list as readonly Operand[]) : undefined;
  if (options === undefined) return memberOfCollection(service, left, list as Operand);
  const tests = options.map((option) => comparison(service, "eq", left, option));
  return condition((items, context) => tests.some((test) => test.value(items, context) === true));
}

function memberOfCollection(service: MockService, left: Operand, list: Operand): Operand {
  if (list.collection !== true && kindOf(service, list.type) !== "any") throw wrongOperands("in", left, list);
  const kind = commonKind(service, "in", { ...left, collection: false }, { ...list, collection: false });
  return condition((items, context) => {
    const value = left.value(items, context) ?? null;
    const all = list.value(items, context) ?? [];
    const same = (one: unknown) =>
      value === null || one === null ? value === one : compare(service, kind, value, one) === 0;
    return Array.isArray(all) && all.some(same);
  });
}

export function flagged(service: MockService, left: Operand, right: Operand): Operand {
  const flag = asMember(service, right, left);
  const type = left.type;
  if (flag.type !== type && left.type !== UNTYPED) throw wrongOperands("has", left, right);
  return condition((items, context) => {
    const [a, b] = [left, flag].map((side) => side.value(items, context) ?? null);
    if (a === null || b === null) return null;
    const [all, one] = [a, b].map((side) => numberOf(service, flag.type, side));
    return all !== undefined && one !== undefined && (all & one) === one;
  });
}
