/** The file `validators/checks.ts`: how the properties of each type are checked. */
import { code, literal, propertyKey, type Code } from "../../code/code.js";
import { fitsLine } from "../../code/lines.js";
import type { Operation } from "../../edm/elements.js";
import { isAbstract } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { operationFactsIn, typeFactsIn } from "../../facts/facts.js";
import { isAnnotated } from "../../facts/read-annotations.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { FileImports, type FileImportView } from "../modules/imports.js";
import { runtimePath } from "../modules/paths.js";
import type { ViewContext } from "../view-context.js";
import { checkCall } from "./check-call.js";
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
  /** Checks of entities that are created with others. */
  readonly created: readonly CreatedView[];
  readonly variants: readonly VariantsView[];
}

export interface CheckView {
  readonly signature: SignatureView;
  readonly base: Code | null;
  readonly open: boolean;
  /** Of the name of the type, and of other control information. */
  readonly control: readonly Code[];
  readonly properties: readonly Code[];
}

/** The partial is the name of the template that prints it. */
export interface SignatureView {
  readonly partial: "check-signature-line" | "check-signature-lines";
  readonly name: Code;
}

/** The check of an entity that is created, or of a complex value within one, and of the entities created with it. */
export interface CreatedView {
  readonly signature: SignatureView;
  /** The function of the runtime. */
  readonly helper: Code;
  readonly check: Code;
  /** In brackets the check of the items of a collection. */
  readonly related: readonly CheckRelatedView[];
}

/** The check of the entities that a navigation property leads to. */
export interface CheckRelatedView {
  readonly partial: "related-line" | "related-lines";
  readonly name: string;
  readonly check: Code;
}

/** The check of a value that may be of a derived type. */
export interface VariantsView {
  readonly partial: "variants-line" | "variants-lines" | "variants-below";
  readonly name: Code;
  readonly base: Code;
  readonly derived: readonly CheckVariantView[];
  /** The name of the base, as a literal; `null` where it is abstract, `undefined` where it is looked at elsewhere. */
  readonly self: Code;
}

export interface CheckVariantView {
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
    validation: runtimePath(CHECKS_FILE, "validation", context),
    imports: imports.views(CHECKS_FILE, options),
    checks: views,
    created: model.structuredTypes
      .filter(({ name }) => checks.hasCreated(name))
      .map(({ name }) => createdView(name, scope)),
    variants: [...usage.withDerived].sort().flatMap((name) => variantsViews(name, scope)),
  };
}

function createdView(type: QualifiedName, scope: CheckScope): CreatedView {
  const { checks, context } = scope;
  const { kind, members } = typeFactsIn(context.facts, type);
  return {
    signature: signatureOf(checks.created(type)),
    helper: kind === "EntityType" ? code`created` : code`within`,
    check: checks.type(type),
    related: members.flatMap((member) => {
      const check = checks.createdWithin(member, context);
      return check === undefined ? [] : relatedView(member.name, check);
    }),
  };
}

function relatedView(name: string, check: Code): CheckRelatedView {
  const partial = fitsLine(code`    ${propertyKey(name)}: ${check},`) ? "related-line" : "related-lines";
  return { partial, name, check };
}

function variantsViews(type: QualifiedName, scope: CheckScope): readonly VariantsView[] {
  const { checks, context } = scope;
  const self = isAbstract(type, context.model) ? code`null` : literal(type);
  const read = variantsView(type, self, checks.variants(type), (name) => checks.type(name), scope);
  if (!checks.hasCreatedVariants(type)) return [read];
  const { kind } = typeFactsIn(context.facts, type);
  const [name, checkOf] = [checks.createdVariants(type), (one: QualifiedName) => checks.createdOrNothing(one, context)];
  return [read, variantsView(type, kind === "EntityType" ? self : code`undefined`, name, checkOf, scope)];
}

function variantsView(
  type: QualifiedName,
  self: Code,
  name: Code,
  checkOf: (type: QualifiedName) => Code,
  { context: { model } }: CheckScope,
): VariantsView {
  const base = checkOf(type);
  return {
    partial: variantsPartial(name, code`/* @__PURE__ */ v.variants(${self}, ${base}, {`),
    name,
    self,
    base,
    derived: model
      .derived(type)
      .filter(({ abstract }) => abstract !== true)
      .map((derived) => variantView(derived.name, checkOf(derived.name))),
  };
}

function variantsPartial(name: Code, call: Code): VariantsView["partial"] {
  if (fitsLine(code`export const ${name}: v.Check = ${call}`)) return "variants-line";
  return fitsLine(code`  ${call}`) ? "variants-lines" : "variants-below";
}

function variantView(name: string, check: Code): CheckVariantView {
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
    control: controlChecks(type, scope),
    properties: ownMembers.flatMap((member) => memberChecks(member, scope)),
  };
}

/** The root of a hierarchy checks the control information of all values of it. */
function controlChecks(type: TypeFacts, { context }: CheckScope): readonly Code[] {
  const { name, base, leaf } = type;
  const self = isAbstract(name, context.model) ? code`null` : literal(name);
  return [
    ...(base === undefined ? [controlCheck(type, context)] : []),
    ...(leaf ? [checkCall(code`leaf`, code`c`, self)] : []),
  ];
}

function controlCheck(type: TypeFacts, context: ViewContext): Code {
  if (isAnnotated(type, context)) return checkCall(code`control`, code`o`, code`c`);
  return checkCall(code`controlOfTyped`, code`o["@odata.type"] ?? o["@type"]`, code`o`, code`c`);
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
      control: [],
      properties: parameters.flatMap((parameter) => parameterChecks(parameter, scope)),
    },
  ];
}
