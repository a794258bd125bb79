import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ValidationError } from "../../src/runtime/validation.js";
import { Draw } from "../laws/draw.js";
import { Damage } from "./drawing/damage.js";
import { allMembers } from "./interpreter/members.js";
import { Values } from "./drawing/values.js";
import { hostileValue, withHostile } from "./drawing/hostile.js";
import { modesOf, schemaName, schemaOf } from "./support/bodies.js";
import type { Schema } from "./support/generated.js";
import { RUNS, textOf } from "./support/law.js";
import { SEED, worlds, type World } from "./support/worlds.js";

interface Drawn {
  readonly schema: Schema;
  /** Nearly valid. */
  readonly value: unknown;
  readonly draw: Draw;
  readonly world: World;
}

/** A law about validators alone. */
function always(name: string, holds: (drawn: Drawn) => void): void {
  it(name, async () => {
    const all = await worlds();
    const property = fc.property(fc.limitShrink(fc.gen(), 200), (generate) => {
      const draw = new Draw(generate);
      const world = draw.pick(all);
      const type = draw.pick(world.generated.model.structuredTypes);
      const mode = draw.pick(modesOf(type));
      const hasDerived = world.generated.schema(type.name, schemaName(world.generated, type, mode, true)) !== undefined;
      const derived = hasDerived && draw.once(2);
      const body = new Values(draw, world.interpreter).body(type, mode, derived);
      const value = new Damage(draw, world.generated.model).some(body, 6);
      holds({ schema: schemaOf(world, type, mode, derived), value, draw, world });
    });
    fc.assert(property, { seed: SEED, numRuns: RUNS });
  });
}

describe("whatever the value,", () => {
  always("`is`, `validate` and `parse` say the same, and give the value itself", ({ schema, value }) => {
    const { ok, value: given, issues } = schema.validate(value);
    expect(schema.is(value)).toBe(ok);
    expect(issues === undefined).toBe(ok);
    if (ok) {
      expect(given).toBe(value);
      expect(schema.parse(value)).toBe(value);
    } else expect(issues?.length).toBeGreaterThan(0);
  });

  always("an invalid one is thrown with its issues", ({ schema, value }) => {
    const { issues } = schema.validate(value);
    let thrown: unknown;
    try {
      schema.parse(value);
    } catch (error) {
      thrown = error;
    }
    const given = thrown instanceof Error && "issues" in thrown ? thrown.issues : undefined;
    expect(given).toEqual(issues);
    expect(thrown instanceof Error ? thrown.name : undefined).toBe(issues && ValidationError.name);
  });

  always("it stays as it was", ({ schema, value }) => {
    const before = structuredClone(value);
    deepFreeze(value);
    schema.validate(value);
    schema.is(value);
    expect(value).toEqual(before);
  });

  always("the issues are the same again", ({ schema, value }) => {
    expect(schema.validate(value)).toEqual(schema.validate(value));
    expect(schema.validate(structuredClone(value)).issues).toEqual(schema.validate(value).issues);
  });

  always("issues end at `maxIssues`, and a note says that there are more", ({ schema, value, draw }) => {
    const { issues: all = [] } = schema.validate(value, { maxIssues: 10_000 });
    const most = 1 + draw.count(4);
    const { issues = [] } = schema.validate(value, { maxIssues: most });
    const paths = (some: typeof all) => some.map(({ path, code }) => ({ path, code }));
    expect(paths(issues.slice(0, most))).toEqual(paths(all.slice(0, most)));
    expect(paths(issues.slice(most))).toEqual(all.length > most ? [{ path: [], code: "more" }] : []);
  });

  always("there are a hundred issues at most, unless it is told otherwise", ({ schema, value, draw, world }) => {
    const many = Array.from({ length: 150 }, () => new Damage(draw, world.generated.model).one(value));
    const { issues = [] } = schema.validate({ ...Object(value), ...Object.fromEntries(many.entries()) });
    expect(issues.length).toBeLessThanOrEqual(101);
    if (issues.length === 101) expect(issues.at(-1)).toMatchObject({ path: [], code: "more" });
  });

  always("an issue has a path into the value, and says what was expected and what was there", ({ schema, value }) => {
    for (const { path, ...texts } of schema.validate(value, { maxIssues: 10_000 }).issues ?? []) {
      const parents = path.slice(0, -1).reduce<unknown>((at, name) => Object(at)[name], value);
      expect(path.length === 0 || (typeof parents === "object" && parents !== null), textOf(path)).toBe(true);
      expect(texts).toEqual({
        code: expect.any(String),
        message: expect.stringMatching(/./),
        expected: expect.stringMatching(/./),
        received: expect.stringMatching(/./),
      });
    }
  });

  always("no issue tells more than half of a text", ({ schema, value, draw }) => {
    const secret = "s3cr3t-" + "0123456789abcdefghijklmnopqrstuvwxyz".slice(draw.count(10), 12 + draw.count(24));
    const hidden = withSecret(value, secret);
    for (const { code, ...issue } of schema.validate(hidden, { maxIssues: 10_000 }).issues ?? []) {
      if (code === "member" || code === "odata-type") continue;
      expect(textOf({ ...issue, path: [] })).not.toContain(secret.slice(0, Math.floor(secret.length / 2) + 1));
    }
  });

  always("an object with a member that cannot be read is named", ({ draw, world }) => {
    const { model } = world.generated;
    const type = draw.pick(model.structuredTypes);
    const { name } = draw.pick(allMembers(type, model));
    const throwing = Object.defineProperty({}, name, {
      get: () => {
        throw new Error("do not read this");
      },
      enumerable: true,
    });
    const issue = expect.objectContaining({ path: [], code: "unreadable" });
    expect(schemaOf(world, type, "read").validate(throwing).issues).toContainEqual(issue);
  });

  always("nothing makes a validator throw, and what cannot be read is invalid", ({ schema, value, draw }) => {
    const hostile = draw.once(2) ? hostileValue(draw) : withHostile(value, draw);
    const { ok } = schema.validate(hostile);
    expect(schema.is(hostile)).toBe(ok);
  });
});

function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}

/** Each text becomes the secret. */
function withSecret(value: unknown, secret: string): unknown {
  if (typeof value === "string") return secret;
  if (Array.isArray(value)) return value.map((item: unknown) => withSecret(item, secret));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withSecret(one, secret)]));
}
