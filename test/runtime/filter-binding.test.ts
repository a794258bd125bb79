/** Where an expression of a function needs parentheses: by how strongly operators bind. */
import { describe, expect, it } from "vitest";
import { filter } from "../../src/runtime/odata.js";

const COMPARISONS = ["eq", "ne", "gt", "ge", "lt", "le"] as const;
const SUMS = ["add", "sub"] as const;
const PRODUCTS = ["mul", "div", "divby", "mod"] as const;

type Called = Readonly<Record<string, (...operands: readonly unknown[]) => unknown>>;

/** Calls the method of an operator or function, whatever the types of its operands. */
function op(left: unknown, name: string, ...operands: readonly unknown[]): unknown {
  return (left as Called)[name]?.(...operands);
}

/** The text of an expression of the properties a, b and c. */
function text(build: (a: unknown, b: unknown, c: unknown) => unknown): string {
  const property = (item: unknown, name: string) => (item as Readonly<Record<string, unknown>>)[name];
  const condition = (item: unknown) => build(property(item, "a"), property(item, "b"), property(item, "c"));
  return String(filter(condition as Parameters<typeof filter>[0]));
}

describe("operators", () => {
  it.each(COMPARISONS)("%s takes sums and products as they are, and no comparison", (operator) => {
    expect(text((a, b) => op(a, operator, op(b, "add", 1)))).toBe(`a ${operator} b add 1`);
    expect(text((a, b) => op(op(a, "mul", 2), operator, b))).toBe(`a mul 2 ${operator} b`);
    expect(text((a, b, c) => op(op(a, "eq", b), operator, c))).toBe(`(a eq b) ${operator} c`);
    expect(text((a, b, c) => op(a, operator, op(b, "eq", c)))).toBe(`a ${operator} (b eq c)`);
    expect(text((a, b, c) => op(op(a, operator, b), "and", c))).toBe(`a ${operator} b and c`);
    expect(text((a, b, c) => op(a, "or", op(b, operator, c)))).toBe(`a or b ${operator} c`);
  });

  it.each(SUMS)("%s is applied from the left, behind products", (operator) => {
    expect(text((a, b, c) => op(op(a, operator, b), "sub", c))).toBe(`a ${operator} b sub c`);
    expect(text((a, b, c) => op(a, "add", op(b, operator, c)))).toBe(`a add (b ${operator} c)`);
    expect(text((a, b, c) => op(a, operator, op(b, "mul", c)))).toBe(`a ${operator} b mul c`);
    expect(text((a, b, c) => op(op(a, operator, b), "mul", c))).toBe(`(a ${operator} b) mul c`);
  });

  it.each(PRODUCTS)("%s is applied from the left, before sums", (operator) => {
    expect(text((a, b, c) => op(op(a, operator, b), "div", c))).toBe(`a ${operator} b div c`);
    expect(text((a, b, c) => op(a, "mul", op(b, operator, c)))).toBe(`a mul (b ${operator} c)`);
    expect(text((a, b, c) => op(a, "add", op(b, operator, c)))).toBe(`a add b ${operator} c`);
    expect(text((a, b, c) => op(a, operator, op(b, "add", c)))).toBe(`a ${operator} (b add c)`);
    expect(text((a, b) => op(a, operator, op(b, "negate")))).toBe(`a ${operator} -b`);
  });

  it("and binds before or, both from the left", () => {
    expect(text((a, b, c) => op(op(a, "and", b), "or", c))).toBe("a and b or c");
    expect(text((a, b, c) => op(op(a, "or", b), "and", c))).toBe("(a or b) and c");
    expect(text((a, b, c) => op(a, "or", op(b, "and", c)))).toBe("a or b and c");
    expect(text((a, b, c) => op(a, "and", op(b, "or", c)))).toBe("a and (b or c)");
    expect(text((a, b, c) => op(op(a, "or", b), "or", c))).toBe("a or b or c");
    expect(text((a, b, c) => op(a, "or", op(b, "or", c)))).toBe("a or (b or c)");
  });

  it("not and signs take a name, and anything else in parentheses", () => {
    expect(text((a) => op(a, "not"))).toBe("not a");
    expect(text((a, b) => op(op(a, "eq", b), "not"))).toBe("not (a eq b)");
    expect(text((a, b) => op(op(a, "add", b), "negate"))).toBe("-(a add b)");
    expect(text((a) => op(op(a, "not"), "not"))).toBe("not (not a)");
    expect(text((a, b) => op(op(a, "not"), "and", b))).toBe("not a and b");
    expect(text((a, b) => op(op(a, "negate"), "mul", b))).toBe("-a mul b");
  });

  it("in and has bind like comparisons", () => {
    expect(text((a, b) => op(op(a, "in", [1, 2]), "and", op(b, "has", "x")))).toBe("a in (1,2) and b has 'x'");
    expect(text((a, b) => op(op(a, "has", "x"), "eq", b))).toBe("(a has 'x') eq b");
    expect(text((a, b) => op(op(a, "in", [b]), "eq", true))).toBe("(a in (b)) eq true");
  });

  it("arguments of functions need no parentheses", () => {
    expect(text((a, b) => op(a, "concat", op(b, "add", 1)))).toBe("concat(a,b add 1)");
    expect(text((a, b) => op(op(a, "or", b), "contains", "x"))).toBe("contains(a or b,'x')");
    expect(text((a, b) => op(op(op(a, "round"), "add", 1), "lt", b))).toBe("round(a) add 1 lt b");
  });
});
