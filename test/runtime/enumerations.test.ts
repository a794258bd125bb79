/** Values of enumerations: open when they are read, closed when they are written. */
import { describe, expect, it } from "vitest";
import { read } from "../../src/runtime/json/check-context.js";
import { create } from "../../src/runtime/json/check-strict.js";
import { valueSchema } from "../../src/runtime/schemas/schema.js";
import * as v from "../../src/runtime/validation.js";

const members = ["Solid", "Yellow"];
const single: v.ValueCheck = (value, context, name, flags) => v.enumeration(value, context, name, members, flags);
const several: v.ValueCheck = (value, context, name, flags) => v.flags(value, context, name, members, flags);

function accepted(check: v.ValueCheck, values: readonly unknown[], mode = create): readonly unknown[] {
  return values.filter((value) => valueSchema(check, mode).is(value));
}

const texts = ["Solid", "Yellow", "Solid,Yellow", "solid", "42", "+42", "Solid,Solid", "Solid,-42", "", ",", "Solid,"];

describe("values of enumerations", () => {
  it("are names of members when they are written", () => {
    expect(accepted(single, texts)).toEqual(["Solid", "Yellow"]);
  });

  it("of flags are several names, or numbers of 64 bits, none of them twice", () => {
    expect(accepted(several, texts)).toEqual(["Solid", "Yellow", "Solid,Yellow", "42", "+42", "Solid,-42"]);
    expect(accepted(several, ["Solid, Yellow", "9223372036854775807", "-9223372036854775809", "1.5", "1,1"])).toEqual([
      "Solid, Yellow",
      "9223372036854775807",
    ]);
  });

  it("are any strings when they are read", () => {
    expect(accepted(single, texts, read)).toEqual(texts);
    expect(accepted(several, texts, read)).toEqual(texts);
    expect(accepted(several, [1, null, ["Solid"]], read)).toEqual([]);
  });

  it("end, however long the text is", () => {
    const numbers = Array.from({ length: 500_000 }, (_, index) => index).join(",");
    expect(accepted(several, [",".repeat(10_000_000), "Solid,".repeat(1_000_000), numbers])).toEqual([]);
  });
});
