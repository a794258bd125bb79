/** Values of primitive types of OData 2.0 and 3.0: as apps have them and as services send them. */
import { describe, expect, it } from "vitest";
import { read, type Mode } from "../../src/runtime/json/check-context.js";
import { create } from "../../src/runtime/json/check-strict.js";
import { valueSchema } from "../../src/runtime/schemas/schema.js";
import { wire, wire3 } from "../../src/runtime/v2/validation/wire-mode.js";
import * as v from "../../src/runtime/validation-v2.js";

function refusedIn(mode: Mode, check: v.ValueCheck, values: readonly unknown[]): readonly unknown[] {
  return values.filter((value) => !valueSchema(check, mode).is(value));
}

/** The values that a check refuses of what apps have, reading and writing alike. */
function refused(check: v.ValueCheck, values: readonly unknown[]): readonly unknown[] {
  expect(refusedIn(create, check, values)).toEqual(refusedIn(read, check, values));
  return refusedIn(read, check, values);
}

interface Row {
  readonly check: v.ValueCheck;
  readonly app: readonly unknown[];
  readonly wire: readonly unknown[];
  /** Neither the one nor the other. */
  readonly neither: readonly unknown[];
}

const rows: Readonly<Record<string, Row>> = {
  "Edm.DateTime": {
    check: v.dateTime,
    app: ["2020-02-29T03:04", "2020-01-02T03:04:05", "2020-01-02T03:04:05.678", "0001-01-01T00:00:00"],
    wire: [
      "/Date(0)/",
      "/Date(-3852662400000)/",
      "/Date(1354518983000+0060)/",
      "/Date(-62135596800000)/",
      "/Date(253402300799999)/",
    ],
    neither: [
      "2020-01-02T03:04:05Z",
      "2019-02-29T00:00:00",
      "2020-01-02",
      "20200-01-02T03:04:05",
      "/Date(253402300800000)/",
      "/Date(-62135596800001)/",
      "/Date()/",
      "Date(0)",
      "/Date(1.5)/",
      1577934245678,
      "",
    ],
  },
  "Edm.DateTimeOffset": {
    check: v.dateTimeOffset,
    app: [],
    wire: ["/Date(0)/", "/Date(0+0000)/", "/Date(0-0480)/"],
    neither: ["2020-01-02T03:04:05", "/Date(0Z)/", 0],
  },
  "Edm.Int64": {
    check: v.int64,
    app: [],
    wire: [0, -5, 2 ** 53 - 1],
    neither: ["1.5", 1.5, "9223372036854775808", 2 ** 53, "", true],
  },
  "Edm.Decimal": {
    check: v.decimal,
    app: [],
    wire: [0, 1.5, -12.25],
    neither: ["INF", "NaN", "1,5", "", Infinity],
  },
  "Edm.Double": {
    check: v.double,
    app: [],
    wire: ["1", "-1.5E-3", "1.7976931348623157E308"],
    neither: ["1e999", "0x10", " 1", "Infinity", "", NaN],
  },
  "Edm.Single": { check: v.single, app: [], wire: ["0.5"], neither: ["1e39", "x"] },
  "Edm.Byte": { check: v.byte, app: [], wire: ["0", "255"], neither: ["256", 256, -1, "-1", "1.5"] },
  "Edm.SByte": { check: v.sbyte, app: [], wire: ["-128"], neither: ["128", 128] },
  "Edm.Int16": { check: v.int16, app: [], wire: ["32767"], neither: ["32768", 32768] },
  "Edm.Int32": { check: v.int32, app: [], wire: ["-2147483648"], neither: ["2147483648", "1.5", 1.5] },
};

/** Values that are the same in both forms. */
const both: Readonly<
  Record<string, readonly [check: v.ValueCheck, accepted: readonly unknown[], refused: readonly unknown[]]>
> = {
  "Edm.DateTimeOffset": [v.dateTimeOffset, ["2020-01-02T03:04:05Z", "2020-01-02T03:04:05.6789+05:30"], ["2020"]],
  "Edm.Time": [
    v.time,
    ["PT11H22M33S", "PT1H", "PT0S", "PT59.123S", "PT24H00M00S", "PT1H2M3S"],
    ["PT", "PT25H", "PT24H0M1S", "11:22:33", "-PT1H", "P1DT1H", "PT1S2M", 5],
  ],
  "Edm.Int64": [v.int64, ["0", "-9223372036854775808", "9223372036854775807"], ["x"]],
  "Edm.Decimal": [v.decimal, ["12.50", "-0.001", "79228162514264337593543950335"], ["x"]],
  "Edm.Double": [v.double, [1.5, "INF", "-INF", "NaN"], ["inf"]],
  "Edm.Byte": [v.byte, [0, 255], ["x"]],
  "Edm.Binary": [v.binary, ["AQ==", "+/+/", ""], ["-_-_", "A", "AR==", 1]],
  "Edm.Boolean": [v.boolean, [true, false], ["true", 1]],
  "Edm.Guid": [v.guid, ["01234567-89ab-cdef-0123-456789abcdef"], ["guid'x'"]],
};

describe("values of OData 2.0", () => {
  it.each(Object.entries(rows))("%s", (_name, { check, app, wire: sent, neither }) => {
    expect(refused(check, app)).toEqual([]);
    expect(refused(check, [...sent, ...neither])).toEqual([...sent, ...neither]);
    expect(refusedIn(wire, check, sent)).toEqual([]);
    expect(refusedIn(wire, check, [...app, ...neither])).toEqual([...app, ...neither]);
  });

  it.each(Object.entries(both))("%s, where both forms are the same", (_name, [check, accepted, others]) => {
    for (const mode of [read, create, wire, wire3]) {
      expect(refusedIn(mode, check, accepted)).toEqual([]);
      expect(refusedIn(mode, check, others)).toEqual(others);
    }
  });

  it("null and absence depend on the flags alone", () => {
    for (const check of [...Object.values(rows).map((row) => row.check), ...Object.values(both).map(([one]) => one)]) {
      const orNull: v.ValueCheck = (value, context, name) => check(value, context, name, v.nullable);
      const needed: v.ValueCheck = (value, context, name) => check(value, context, name, v.required | v.requiredOnRead);
      for (const mode of [read, wire]) {
        expect(refusedIn(mode, orNull, [null, undefined])).toEqual([]);
        expect(refusedIn(mode, needed, [null, undefined])).toEqual([null, undefined]);
      }
    }
  });

  it("values that the service sets are refused in what is written", () => {
    for (const { check, app } of Object.values(rows)) {
      const computed: v.ValueCheck = (value, context, name) => check(value, context, name, v.computed);
      expect(refusedIn(create, computed, app)).toEqual(app);
    }
  });
});

describe("values of OData 3.0", () => {
  it("dates are of ISO 8601 in JSON light, and milliseconds in verbose JSON", () => {
    const { app, wire: sent, neither } = rows["Edm.DateTime"] ?? { app: [], wire: [], neither: [] };
    expect(refusedIn(wire3, v.dateTime, [...app, ...sent])).toEqual([]);
    expect(refusedIn(wire3, v.dateTime, neither)).toEqual(neither);
  });
});

describe("facets hold in both forms:", () => {
  const limited = (check: typeof v.dateTime, limit: number): v.ValueCheck => {
    return (value, context, name, flags) => check(value, context, name, flags, limit);
  };

  it.each([
    ["Precision of Edm.DateTime", limited(v.dateTime, 1), "2020-01-02T03:04:05.6", "2020-01-02T03:04:05.67"],
    ["Precision of Edm.Time", limited(v.time, 2), "PT1.250S", "PT1.255S"],
    ["MaxLength of Edm.Binary", limited(v.binary, 1), "AQ==", "AQI="],
  ] as const)("%s", (_name, check, fits, exceeds) => {
    expect(refused(check, [fits, exceeds])).toEqual([exceeds]);
  });

  it("Precision of ticks", () => {
    for (const check of [v.dateTime, v.dateTimeOffset]) {
      expect(refusedIn(wire, limited(check, 1), ["/Date(1100)/", "/Date(-1100)/", "/Date(1110)/"])).toEqual([
        "/Date(1110)/",
      ]);
      expect(refusedIn(wire, limited(check, 7), ["/Date(1111)/"])).toEqual([]);
    }
  });

  it("Precision and Scale of Edm.Decimal", () => {
    const price: v.ValueCheck = (value, context, name, flags) => v.decimal(value, context, name, flags, [5, 2]);
    expect(refused(price, ["123.45", "1234.5", "1.234"])).toEqual(["1234.5", "1.234"]);
    expect(refusedIn(wire, price, [123.45, "1.234", 1.234])).toEqual(["1.234", 1.234]);
  });
});
