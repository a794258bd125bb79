/** In every case, the schemas of zod and JSON schema have the verdict of the validators, but for the listed differences. */
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Operation, StructuredType } from "../../../src/edm/elements.js";
import { parametersOf } from "../../../src/edm/model.js";
import { generate } from "../../../src/generate.js";
import { nodeIo } from "../../../src/sources/node-io.js";
import { corpus, describeWithCorpus } from "../../support/corpus.js";
import { Draw } from "../../laws/draw.js";
import { outputOf } from "../../laws/output.js";
import { Damage } from "../../validators/drawing/damage.js";
import { Values } from "../../validators/drawing/values.js";
import { modesOf, schemaName } from "../../validators/support/bodies.js";
import { SEED, worlds, worldWith, type World } from "../../validators/support/worlds.js";
import { differences, explain, type Difference } from "./differences.js";
import { EMIT, SchemaForms, type Forms } from "./forms.js";

const MODELS = 20;
const CASES = 40;

interface Drawn {
  readonly forms: Forms;
  readonly value: unknown;
  readonly about: string;
}

type Sample = (draw: Draw, world: World, forms: SchemaForms) => Drawn | undefined;

/** A body of some type, of a derived one at times. */
const body: Sample = (draw, world, forms) => {
  const { model, names } = world.generated;
  const type: StructuredType = draw.pick(model.structuredTypes);
  const mode = draw.pick(modesOf(type));
  const derived = forms.has(names.moduleOf(type.name), schemaName(world.generated, type, mode, true)) && draw.once(2);
  const name = schemaName(world.generated, type, mode, derived);
  return {
    forms: forms.find(names.moduleOf(type.name), name),
    value: new Values(draw, world.interpreter).body(type, mode, derived),
    about: name,
  };
};

const parameters: Sample = (draw, world, forms) => {
  const { model, names } = world.generated;
  const isOne = (one: Operation) => one.kind === "Action" && parametersOf(one).length > 0;
  const operation = draw.pickMaybe(model.operations.filter(isOne));
  if (operation === undefined) return undefined;
  const name: string = names.operation(operation, "parametersSchema");
  return {
    forms: forms.find(names.moduleOf(operation), name),
    value: new Values(draw, world.interpreter).parameters(operation),
    about: name,
  };
};

const pages: Sample = (draw, world, forms) => {
  const { model, names } = world.generated;
  const type: StructuredType = draw.pick(model.structuredTypes);
  const name = schemaName(world.generated, type, "read").replace(/Schema(?=_*$)/, "CollectionResponseSchema");
  const module = names.moduleOf(type.name);
  if (!forms.has(module, name)) return undefined;
  const values = new Values(draw, world.interpreter);
  const value = values.page(() => values.body(type, "read", false));
  return { forms: forms.find(module, name), value, about: name };
};

const results: Sample = (draw, world, forms) => {
  const { model, names } = world.generated;
  const operation = draw.pickMaybe(model.operations.filter((one) => one.returnType?.collection === true));
  if (operation === undefined) return undefined;
  const name: string = names.operation(operation, "resultSchema");
  const module = names.moduleOf(operation);
  if (!forms.has(module, name)) return undefined;
  const { returnType } = operation;
  const values = new Values(draw, world.interpreter);
  const value = values.page(() => returnType && values.value({ ...returnType, collection: false }, "read"));
  return { forms: forms.find(module, name), value, about: name };
};

const made = new Map<World, Promise<SchemaForms>>();

function formsOf(world: World): Promise<SchemaForms> {
  const known = made.get(world) ?? outputOf(world.csdl, { emit: EMIT, ...world.options }).then((files) => new SchemaForms(files));
  made.set(world, known);
  return known;
}

/** What is not explained of the verdicts of one case. */
function unexplained({ forms, value, about }: Drawn): readonly string[] {
  const { issues = [] } = forms.own.validate(value, { maxIssues: 10_000 });
  const isValid = issues.length === 0;
  const verdicts = { zod: forms.zod.safeParse(value).success, "JSON schema": forms.ajv(value) === true };
  const one = { value, issues, errors: forms.ajv.errors ?? [] };
  return (["zod", "JSON schema"] as const).flatMap((form) => {
    if (verdicts[form] === isValid) return [];
    const reasons = explain(form, verdicts[form], one);
    const texts = reasons.filter((reason) => typeof reason === "string");
    return texts.map((text) => `${form}, ${about}, ${text}: ${JSON.stringify(value)}`);
  });
}

describe("the forms agree:", () => {
  it.each(Object.entries({ body, parameters, pages, results }))("%s", async (_, sample) => {
    const found: string[] = [];
    const count = { valid: 0, invalid: 0 };
    for (const [index, world] of (await worlds()).slice(0, MODELS).entries()) {
      const forms = await formsOf(world);
      for (const generate of fc.sample(fc.gen(), { seed: SEED + index, numRuns: CASES })) {
        const draw = new Draw(generate);
        const drawn = sample(draw, world, forms);
        if (drawn === undefined) continue;
        const damaged = new Damage(draw, world.generated.model).some(drawn.value, 2);
        // As JSON: no schema is given anything else.
        const value = JSON.parse(JSON.stringify(damaged) ?? "null") as unknown;
        found.push(...unexplained({ ...drawn, value }));
        if (drawn.forms.own.is(value)) count.valid++;
        else count.invalid++;
      }
    }
    expect(found.slice(0, 5)).toEqual([]);
    expect({ valid: count.valid > 50, invalid: count.invalid > 50 }).toEqual({ valid: true, invalid: true });
  });
});

const real = (path: string) => join(corpus, path);

/** Real documents. */
const services: Readonly<Record<string, () => readonly string[]>> = {
  TripPin: () => [real("csdl-real/o2t-trippin-rw.xml")],
  Northwind: () => [real("csdl/simple-odata-client+Simple.OData.Client/Simple.OData.Tests.Client/Resources/Northwind4.xml")],
  CAP: () => [real("csdl-real/o2t-cap-library.xml")],
  "the enrollment of Intune": () => [
    fileURLToPath(new URL("../../../schemas/intune-enrollment/metadata.xml", import.meta.url)),
  ],
};

describeWithCorpus("the forms agree on bodies of", () => {
  it.each(Object.keys(services))("%s", async (name) => {
    const paths = services[name]?.() ?? [];
    const request = { inputs: paths, output: "out", emit: EMIT, runtime: "package", importExtension: "js" } as const;
    const { output } = await generate(request, nodeIo("/"));
    const files = Object.fromEntries(output.files.map(({ path, text }) => [path, text]));
    const texts = Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")]));
    const [world, forms] = [worldWith(files, texts), new SchemaForms(files)];
    const found: string[] = [];
    let valid = 0;
    for (const generator of fc.sample(fc.gen(), { seed: SEED, numRuns: 300 })) {
      const draw = new Draw(generator);
      const drawn = body(draw, world, forms);
      if (drawn === undefined) continue;
      const damaged = new Damage(draw, world.generated.model).some(drawn.value, 2);
      const value = JSON.parse(JSON.stringify(damaged) ?? "null") as unknown;
      found.push(...unexplained({ ...drawn, value }));
      if (drawn.forms.own.is(value)) valid++;
    }
    expect(found.slice(0, 5)).toEqual([]);
    expect(valid).toBeGreaterThan(30);
  });
});

describe("the differences", () => {
  const csdl = ({ attributes, content = "" }: Difference["example"]) => `<?xml version="1.0"?>
<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="probe" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="Flags" IsFlags="true"><Member Name="red"/><Member Name="blue"/></EnumType>
<EntityType Name="Thing"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid" Nullable="false"/>
<Property Name="p" ${attributes}>${content}</Property>
<Property Name="__proto__" Type="Edm.String"/>
<NavigationProperty Name="parent" Type="probe.Thing"/></EntityType>
<EntityContainer Name="Service"><EntitySet Name="things" EntityType="probe.Thing"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

  it.each(differences.map((one) => [`${one.form}: ${one.what}`, one] as const))("%s", async (_, difference) => {
    const { form, example, verdict } = difference;
    const forms = new SchemaForms(await outputOf(csdl(example), { emit: EMIT }));
    const { value } = example;
    const found = forms.find({ flat: true }, "thingCreateSchema");
    const verdicts = { zod: found.zod.safeParse(value).success, "JSON schema": found.ajv(value) === true };
    const own = found.own.is(value);
    const passes = verdict === "passes";
    expect({ own, ...verdicts }).toMatchObject({ own: !passes, [form]: passes });
  });
});
