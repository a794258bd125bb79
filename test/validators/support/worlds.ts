/** Generated models with what the tool makes of them and the interpreter that it is held against. */
import fc from "fast-check";
import type { NonNull } from "../../../src/facts/assumptions.js";
import { Draw } from "../../laws/draw.js";
import { drawModel } from "../drawing/model.js";
import { Interpreter } from "../interpreter/interpreter.js";
import type { Conventions } from "../interpreter/members.js";
import { modelOf } from "../../support/model.js";
import { Generated, generated, javaScriptOf } from "./generated.js";

export interface World {
  readonly csdl: string;
  readonly options: Options;
  readonly generated: Generated;
  readonly interpreter: Interpreter;
}

export interface Options {
  readonly nonNull?: NonNull;
  readonly keysOnCreate?: "required" | "optional";
}

export const SEED = 20_260_801;

/** How the service is read without options: Microsoft Graph leaves out what was not selected, and makes keys. */
export function conventionsOf({ container }: Generated["model"], options: Options = {}): Conventions {
  const isGraph = container?.name.startsWith("microsoft.graph.") === true;
  return {
    nonNull: options.nonNull ?? (isGraph ? "notNull" : "present"),
    keysOnCreate: options.keysOnCreate ?? (isGraph ? "optional" : "byType"),
    json: new Set(["microsoft.graph.Json"]),
  };
}

export async function worldOf(csdl: string, options: Options = {}): Promise<World> {
  const made = await generated(csdl, options);
  return {
    csdl,
    options,
    generated: made,
    interpreter: new Interpreter(made.model, conventionsOf(made.model, options)),
  };
}

/** Of documents by name, and the files that they give. */
export function worldWith(files: Readonly<Record<string, string>>, texts: Readonly<Record<string, string>>): World {
  const { model } = modelOf(texts);
  return {
    csdl: "",
    options: {},
    generated: new Generated(model, javaScriptOf(files)),
    interpreter: new Interpreter(model, conventionsOf(model)),
  };
}

const drawn = fc.gen().map((generate) => {
  const draw = new Draw(generate);
  const nonNull = draw.pick(["default", "default", "present", "notNull"] as const);
  const keys = draw.pick(["default", "default", "required", "optional"] as const);
  const options: Options = {
    ...(nonNull !== "default" && { nonNull }),
    ...(keys !== "default" && { keysOnCreate: keys }),
  };
  return { csdl: drawModel(draw), options };
});

let made: Promise<readonly World[]> | undefined;

/** Some models, the same in every run and for every law. */
export function worlds(): Promise<readonly World[]> {
  const inputs = fc.sample(drawn, { seed: SEED, numRuns: 40 });
  return (made ??= Promise.all(inputs.map(({ csdl, options }) => worldOf(csdl, options))));
}
