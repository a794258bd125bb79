/** A number as JSON has it: the text of digits is exact. */
export type Numeric = number | string;

interface Exact {
  readonly units: bigint;
  readonly scale: number;
}

/** Undefined for infinities, not-a-number, and what is no number of a size that can be computed with. */
function exact(value: unknown): Exact | undefined {
  const [, digits, fraction = "", exponent = "0"] =
    /^([-+]?\d{1,400})(?:\.(\d{1,400}))?(?:e([-+]?\d{1,3}))?$/i.exec(String(value)) ?? [];
  if (digits === undefined) return undefined;
  const units = BigInt(digits.replace("+", "") + fraction);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

function written({ units, scale }: Exact): Numeric {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const fraction = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  const text = (units < 0n ? "-" : "") + digits.slice(0, digits.length - scale) + (fraction && `.${fraction}`);
  const number = Number(text);
  return fraction === "" && Number.isSafeInteger(number) ? number : text;
}

function aligned(left: Exact, right: Exact): readonly [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale);
  const [one, other] = [left, right].map((value) => value.units * 10n ** BigInt(scale - value.scale));
  return [one ?? 0n, other ?? 0n, scale];
}

/** A JavaScript number; `INF` and its like are infinities. */
export function floating(value: unknown): number {
  return Number(String(value).replace("INF", "Infinity"));
}

/** Negative, zero, positive, or NaN where one is not a number. */
export function compareNumbers(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left === right ? 0 : left - right;
  const [one, other] = [exact(left), exact(right)];
  if (one === undefined || other === undefined) {
    const [a, b] = [floating(left), floating(right)];
    return a === b ? 0 : a - b;
  }
  const [a, b] = aligned(one, other);
  return a < b ? -1 : a > b ? 1 : 0;
}

export type Arithmetic = "add" | "sub" | "mul" | "div" | "divby" | "mod";

/** Exact but for quotients with a fraction, and where `double` says so. Null for a division of integers by zero. */
export function calculate(operator: Arithmetic, left: unknown, right: unknown, double = false): Numeric | null {
  const [one, other] = double ? [] : [exact(left), exact(right)];
  if (one === undefined || other === undefined) return float(operator, floating(left), floating(right));
  const [a, b, scale] = aligned(one, other);
  switch (operator) {
    case "add":
      return written({ units: a + b, scale });
    case "sub":
      return written({ units: a - b, scale });
    case "mul":
      return written({ units: one.units * other.units, scale: one.scale + other.scale });
    case "mod":
      return b === 0n ? null : written({ units: a % b, scale });
    case "div":
      if (scale === 0) return b === 0n ? null : written({ units: a / b, scale });
  }
  return b === 0n ? null : float("divby", floating(left), floating(right));
}

function float(operator: Arithmetic, left: number, right: number): number {
  switch (operator) {
    case "add":
      return left + right;
    case "sub":
      return left - right;
    case "mul":
      return left * right;
    case "mod":
      return left % right;
    default:
      return left / right;
  }
}

/** Rounds to an integer: `round` away from zero in the middle (URL Conventions 4.01 §5.1.1.9.1). */
export function rounded(name: "round" | "floor" | "ceiling", value: unknown): Numeric {
  const number = exact(value);
  if (number === undefined) return floating(value);
  const unit = 10n ** BigInt(number.scale);
  const [whole, rest] = [number.units / unit, number.units % unit];
  const up = name === "ceiling" ? rest > 0n : name === "round" && rest * 2n >= unit;
  const down = name === "floor" ? rest < 0n : name === "round" && rest * -2n >= unit;
  return written({ units: whole + (up ? 1n : down ? -1n : 0n), scale: 0 });
}
