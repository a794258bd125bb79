/** Laws: in every case, validators and the interpreter find the same faults. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { AnyProperty, StructuredType } from "../../../src/edm/elements.js";
import { Draw } from "../../laws/draw.js";
import type { Fault } from "../interpreter/fault.js";
import { allMembers } from "../interpreter/members.js";
import { differences } from "./agreement.js";
import type { Schema } from "./generated.js";
import { SEED, worlds, type World } from "./worlds.js";

export const RUNS = 200;

/** A value, the validator that checks it, and what the interpreter says of it. */
export interface Case {
  readonly schema: Schema;
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** Of what type or operation. */
  readonly about: string;
}

/** `subjects` finds what cases of a model are about; each of them is as likely as any other. */
export function law<Subject>(
  name: string,
  subjects: (world: World) => readonly Subject[],
  draw: (subject: Subject, draw: Draw, world: World) => Case,
): void {
  it(name, async () => {
    const all = (await worlds()).flatMap((world) => subjects(world).map((subject) => ({ world, subject })));
    expect(all.length).toBeGreaterThan(0);
    let valid = 0;
    const holds = fc.property(fc.limitShrink(fc.gen(), 200), (generate) => {
      const choices = new Draw(generate);
      const { world, subject } = choices.pick(all);
      const { schema, value, faults, about } = draw(subject, choices, world);
      const { ok, issues = [] } = schema.validate(value, { maxIssues: 10_000 });
      expect(differences(faults, issues), `${about}: ${textOf(value)}\n${world.csdl}`).toEqual([]);
      expect({ ok, is: schema.is(value) }).toEqual({ ok: faults.length === 0, is: faults.length === 0 });
      if (ok) valid++;
    });
    fc.assert(holds, { seed: SEED, numRuns: RUNS });
    // A law that meets only one of the two says little.
    expect({ valid: valid > RUNS / 20, invalid: valid < RUNS - RUNS / 20 }).toEqual({ valid: true, invalid: true });
  });
}

export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? `${one}n` : one)) ?? String(value);
}

export interface Membership {
  readonly type: StructuredType;
  readonly member: AnyProperty;
}

/** The members of all types, with those that they inherit. */
export function memberships({ generated: { model } }: World): readonly Membership[] {
  return model.structuredTypes.flatMap((type) => allMembers(type, model).map((member) => ({ type, member })));
}
