/** The file `validators/checks.ts`: how the properties of each type are checked. */
import { code, literal, type Code } from "../../code/code.js";
import { fitsLine } from "../../code/lines.js";
import type { Operation } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { operationFactsIn, typeFactsIn } from "../../facts/facts.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { FileImports, type FileImportView } from "../modules/imports.js";
import { runtimePath } from "../modules/paths.js";
import type { ViewContext } from "../view-context.js";
import { checkCall, type CheckCallView } from "./check-call.js";
import type { CheckNames } from "./check-names.js";
import type { BannerView } from "../modules/banner.js";
import { memberChecks, parameterChecks, type CheckScope } from "./value-checks.js";

export const CHECKS_FILE = "validators/checks.ts";

export interface ChecksView {
  readonly banner: BannerView;
  readonly validation: string;
  /** Where enum members are. */
  readonly imports: readonly FileImportView[];
  readonly checks: readonly CheckView[];
  readonly variants: readonly VariantsView[];
}

export interface CheckView {
  readonly signature: SignatureView;
  readonly base: Code | null;
  readonly open: boolean;
  readonly odataType: CheckCallView | null;
  readonly properties: readonly CheckCallView[];
}

/** The partial is the name of the template that prints it. */
export interface SignatureView {
  readonly partial: "check-signature-line" | "check-signature-lines";
  readonly name: Code;
}

/** The check of a value that may be of a derived type. */
export interface VariantsView {
  readonly partial: "variants-line" | "variants-lines";
  readonly name: Code;
  readonly base: Code;
  readonly derived: readonly VariantView[];
}

export interface VariantView {
  readonly partial: "variant-line" | "variant-lines";
  readonly name: string;
  readonly check: Code;
}

export function checksView(context: ViewContext, checks: CheckNames): ChecksView {
  const { model, facts, names, options, usage } = context;
  const imports = new FileImports(names.modules[0]);
  const scope = { context, checks, imports };
  const views = [
    ...model.structuredTypes.map(({ name }) => structuredCheck(typeFactsIn(facts, name), scope)),
    ...model.operations.flatMap((operation) => parametersCheck(operation, scope)),
  ];
  return {
    banner: context.banner,
    validation: runtimePath(CHECKS_FILE, "validation", options),
    imports: imports.views(CHECKS_FILE, options),
    checks: views,
    variants: [...usage.withDerived].sort().map((name) => variantsView(name, scope)),
  };
}

function variantsView(type: QualifiedName, { context: { model }, checks }: CheckScope): VariantsView {
  const [name, base] = [checks.variants(type), checks.type(type)];
  return {
    partial: fitsLine(code`export const ${name}: v.Check = /* @__PURE__ */ v.variants(${base}, {`)
      ? "variants-line"
      : "variants-lines",
    name,
    base,
    derived: model.derived(type).map((derived) => variantView(derived.name, checks.type(derived.name))),
  };
}

function variantView(name: QualifiedName, check: Code): VariantView {
  return { partial: fitsLine(code`  ${literal(name)}: ${check},`) ? "variant-line" : "variant-lines", name, check };
}

function signatureOf(name: Code): SignatureView {
  return {
    partial: fitsLine(code`export function ${name}(o: v.JsonObject, c: v.Context): void {`)
      ? "check-signature-line"
      : "check-signature-lines",
    name,
  };
}

function structuredCheck(type: TypeFacts, scope: CheckScope): CheckView {
  const { name, base, open, ownMembers } = type;
  return {
    signature: signatureOf(scope.checks.type(name)),
    base: base === undefined ? null : scope.checks.type(base),
    open,
    odataType: odataTypeCheck(type),
    properties: ownMembers.flatMap((member) => memberChecks(member, scope)),
  };
}

/** The root of a hierarchy checks that it is a name, a type without derived types that it is its own. */
function odataTypeCheck({ name, base, leaf }: TypeFacts): CheckCallView | null {
  if (base !== undefined && !leaf) return null;
  const helper = base === undefined ? code`odataType` : code`odataTypeName`;
  return checkCall(helper, code`o["@odata.type"]`, code`c`, leaf ? literal(name) : null);
}

/** The parameters of a function stand in the URL, and those of an action in a body. */
function parametersCheck(operation: Operation, scope: CheckScope): readonly CheckView[] {
  const { kind, parameters } = operationFactsIn(scope.context.facts, operation);
  if (kind !== "Action" || parameters.length === 0) return [];
  return [
    {
      signature: signatureOf(scope.checks.parameters(operation)),
      base: null,
      open: false,
      odataType: null,
      properties: parameters.flatMap((parameter) => parameterChecks(parameter, scope)),
    },
  ];
}
