/** What the generated schemas say of data that are made for a service. */
import { generate } from "../../../../src/generate.js";
import { entityOf } from "../../../../src/runtime/mock/data/data.js";
import { nodeIo } from "../../../../src/sources/node-io.js";
import { loadModel } from "../../../../src/load-model.js";
import { mockServiceOf } from "../../../support/mock-service.js";
import { schemaName } from "../../../validators/support/bodies.js";
import { Generated, javaScriptOf, type Schema } from "../../../validators/support/generated.js";

export interface Judged {
  /** How many entities were made. */
  readonly entities: number;
  /** Type, path and kind of each issue. */
  readonly rejected: readonly string[];
}

/** The generated schemas of a service of these files; undefined where they are refused. */
export async function schemasOf(inputs: readonly string[]): Promise<Generated | undefined> {
  const request = { inputs, output: "out", emit: ["types", "validators"], runtime: "package" } as const;
  const { output, report } = await generate({ ...request, importExtension: "js" }, nodeIo("/"));
  if (report.failed) return undefined;
  const files = Object.fromEntries(output.files.map(({ path, text }) => [path, text]));
  const { model } = await loadModel({ inputs }, nodeIo("/"));
  return new Generated(model, javaScriptOf(files));
}

/** Judges entities of each entity type by its schema, or by the one that looks at derived types, where it has that. */
export function judged(generated: Generated, seeds: readonly number[]): Judged {
  const service = mockServiceOf(generated.model);
  const types = generated.model.structuredTypes.filter(({ kind }) => kind === "EntityType");
  const rejected = types.flatMap((type) => {
    const schema = schemaOf(generated, type);
    return seeds.flatMap((seed) => {
      const result = schema.validate(entityOf(type.name, `things/${seed}`, { service, seed }));
      return (result.issues ?? []).map(({ path, message }) => `${type.name} ${path.join("/")} ${message}`);
    });
  });
  return { entities: types.length * seeds.length, rejected: [...new Set(rejected)] };
}

export function schemaOf(generated: Generated, type: Parameters<typeof schemaName>[1]): Schema {
  const found = [true, false].map((derived) =>
    generated.schema(type.name, schemaName(generated, type, "read", derived)),
  );
  const schema = found.find((one) => one !== undefined);
  if (schema === undefined) throw new RangeError(`${type.name} has no schema`);
  return schema;
}
