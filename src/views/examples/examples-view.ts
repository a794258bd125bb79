/** The file `examples.ts`: the bodies that pages show, as far as they are of the types that they should be. */
import { exampleTypes, type BodyType, type ValueShape } from "../../edm/examples/example-types.js";
import { isStructured, parametersOf, type ResolvedRequest } from "../../edm/model.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import type { QualifiedName } from "../../edm/names.js";
import type { Body, Example, JsonValue } from "../../edm/requests.js";
import { factsOf } from "../../facts/facts.js";
import { checkBody, unwrapped } from "../../values/check-body.js";
import { spelledAsDeclared } from "../../values/declared-spelling.js";
import { ValueChecker } from "../../values/check-value.js";
import { placeInBody } from "../../values/place-in-body.js";
import type { ValueIssue } from "../../values/value-issue.js";
import { code, mentions, type Code } from "../../code/code.js";
import { docOf, type DocView } from "../docs/doc.js";
import { ExampleNames, titleOf } from "./example-names.js";
import { jsonCode } from "../../code/json-code.js";
import { importPath, runtimePath, type ImportView } from "../modules/paths.js";
import { mappedImport } from "../mapping/mapped-view.js";
import { readType } from "../types/type-expression.js";
import { checkTypeSpelling } from "./type-spelling.js";
import { entryImports } from "../modules/imports.js";
import { reachOperation, reachRole, type Scope } from "../modules/scope.js";
import type { BannerView } from "../modules/banner.js";
import type { ViewContext } from "../view-context.js";

export const EXAMPLES_FILE = "examples.ts";

export interface ExamplesView {
  readonly banner: BannerView;
  readonly edm: string | null;
  readonly types: string | null;
  readonly writes: string | null;
  readonly imports: readonly ImportView[];
  readonly examples: readonly ExampleView[];
}

export interface ExampleView {
  readonly doc: DocView | null;
  readonly name: Code;
  readonly bodies: readonly ExampleBodyView[];
}

export interface ExampleBodyView {
  readonly side: Code;
  readonly type: Code;
  readonly value: Code;
}

export function examplesView(context: ViewContext): ExamplesView {
  const { model, facts, whole, options } = context;
  const selected = new ValueChecker(model, facts);
  const scope: ExamplesScope = {
    context,
    imports: entryImports,
    checker: model === whole ? selected : new ValueChecker(whole, factsOf(whole, facts.assumptions, facts.sent)),
    selected,
    requests: new Set(context.selection.paths.requests),
  };
  const names = new ExampleNames();
  const examples = whole.requests.flatMap((request) =>
    request.examples.flatMap((example) => exampleViews(request, example, names, scope)),
  );
  const codes = examples.flatMap(({ bodies }) => bodies.map(({ type }) => type));
  return {
    banner: context.banner,
    edm: mentions(codes, "edm") ? runtimePath(EXAMPLES_FILE, "edm", context) : null,
    types: mentions(codes, "types") ? importPath(EXAMPLES_FILE, "types.ts", options) : null,
    writes: mentions(codes, "writes") ? importPath(EXAMPLES_FILE, "writes.ts", options) : null,
    imports: mappedImport(EXAMPLES_FILE, codes, context),
    examples,
  };
}

interface ExamplesScope extends Scope {
  /** Checks against the whole model. */
  readonly checker: ValueChecker;
  /** Checks against the selected types. */
  readonly selected: ValueChecker;
  /** Those that are selected. */
  readonly requests: ReadonlySet<ResolvedRequest>;
}

/** The name is taken even where nothing is left to show, so that a wider selection or a mended page never renames. */
function exampleViews(
  request: ResolvedRequest,
  example: Example,
  names: ExampleNames,
  scope: ExamplesScope,
): readonly ExampleView[] {
  const { whole } = scope.context;
  const title = titleOf(request, example, whole);
  const name = names.take(request, title);
  if (!scope.requests.has(request)) return [];
  const types = exampleTypes(request, example, whole);
  const bodies = (["request", "response"] as const).flatMap((side) => {
    const type = types[side];
    const body = example[side]?.body;
    if (type === undefined || body === undefined) return [];
    const text = typeText(type, scope);
    if (text === undefined) return [];
    const value = spelled(body, type, scope);
    if (!isSound({ ...body, value }, type, scope)) return [];
    return [{ side: side as string as Code, type: text, value: jsonCode(unwrapped(value, type), code`  `) }];
  });
  const doc = docOf(`\`${request.method} ${request.template}\``, title);
  return bodies.length === 0 ? [] : [{ doc, name, bodies }];
}

/** The value as it is shown, with each name as it is declared. Reports each name once. */
function spelled(body: Body, type: BodyType, { context }: ExamplesScope): JsonValue {
  const { report, sources, whole } = context;
  const { value, misspelled } = spelledAsDeclared(body.value, type, whole);
  for (const { path, written, stands } of new Map(misspelled.map((one) => [one.written, one])).values())
    report.add("letter-case-differs", placeInBody(body, path, sources.of(body.at)), { what: "name", written, stands });
  return value;
}

/** Reports a faulty body. One that is right, but shows members that are not selected, is left out without a report. */
function isSound(body: Body, type: BodyType, { context, checker, selected }: ExamplesScope): boolean {
  const { report, sources } = context;
  const issues = checkBody(body.value, type, checker).concat(checkTypeSpelling(body.value));
  const [first, ...others] = issues.filter(({ code: found }) => found !== "wrapped");
  if (first !== undefined) {
    const at = placeInBody(body, first.path, sources.of(body.at));
    report.add("example-unsound", at, { what: partOf(first), wrong: first.message, others: others.length });
    return false;
  }
  if (issues.length > 0) report.add("example-wrapped", body.at, {});
  if (selected === checker) return true;
  return checkBody(body.value, type, selected).every(({ code: found }) => found === "wrapped");
}

function partOf({ path }: ValueIssue): string {
  return path.length === 0 ? "the body" : path.join("/");
}

/** The generated type of a body; undefined for one of a type that is not in the output, and of an error. */
function typeText(type: BodyType, scope: Scope): Code | undefined {
  if (type.kind === "error") return undefined;
  const { model } = scope.context;
  if (type.kind === "parameters") {
    const { operation } = type;
    const isKnown = model.overloads(operation.name).includes(operation) && parametersOf(operation).length > 0;
    return isKnown ? code`edm.SentExample<${reachOperation(operation, "parameters", scope)}>` : undefined;
  }
  const { ref } = type;
  if (edmTypeOf(ref.type) === undefined && model.type(ref.type) === undefined) return undefined;
  if (type.kind === "response") {
    const item = readType({ type: ref.type, collection: false }, scope);
    return ref.collection ? code`edm.Example<edm.Collection<${item}>>` : code`edm.Example<{ value: ${item} }>`;
  }
  const value = valueType(ref.type, type.shape, scope);
  return type.shape === "read" ? code`edm.Example<${value}>` : code`edm.SentExample<${value}>`;
}

function valueType(name: QualifiedName, shape: ValueShape, scope: Scope): Code {
  const type = scope.context.model.type(name);
  return shape === "read" || type === undefined || !isStructured(type)
    ? readType({ type: name, collection: false }, scope)
    : reachRole(name, shape, scope);
}
