/** The file `validators/checks.ts`: how the properties of each type are checked. */
import { code, literal, propertyKey, type Code } from "../../code/code.js";
import { fitsLine } from "../../code/lines.js";
import type { Operation } from "../../edm/elements.js";
import { isAbstract } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { operationFactsIn, typeFactsIn } from "../../facts/facts.js";
import { annotationsOfMember, annotationsOfType } from "../../facts/read-annotations.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { FileImports, type FileImportView } from "../modules/imports.js";
import { runtimePath } from "../modules/paths.js";
import type { ViewContext } from "../view-context.js";
import { checkCall, type CheckCallView } from "./check-call.js";
import { isInserted, type CheckNames } from "./check-names.js";
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
  readonly odataType: CheckCallView | null;
  /** Of the annotations that types of entities declare. */
  readonly annotations: readonly CheckCallView[];
  readonly properties: readonly CheckCallView[];
}

/** The partial is the name of the template that prints it. */
export interface SignatureView {
  readonly partial: "check-signature-line" | "check-signature-lines";
  readonly name: Code;
}

/** The check of an entity that is created, and of the entities that are created with it. */
export interface CreatedView {
  readonly signature: SignatureView;
  readonly check: Code;
  /** In brackets the check of the items of a collection. */
  readonly related: readonly RelatedView[];
}

/** The check of the entities that a navigation property leads to. */
export interface RelatedView {
  readonly partial: "related-line" | "related-lines";
  readonly name: string;
  readonly check: Code;
}

/** The check of a value that may be of a derived type. */
export interface VariantsView {
  readonly partial: "variants-line" | "variants-lines" | "variants-below";
  readonly name: Code;
  readonly base: Code;
  readonly derived: readonly VariantView[];
  /** The name of the base, as a literal; `null` where it is abstract. */
  readonly self: Code;
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
  const { facts, model, usage } = context;
  const inserted = typeFactsIn(facts, type).members.filter((member) => isInserted(member, model));
  return {
    signature: signatureOf(checks.created(type)),
    check: checks.type(type),
    related: inserted.flatMap(({ name, type }) => {
      if (type === undefined) return [];
      const isVariable = usage.withDerived.has(type.type);
      const check = isVariable ? checks.createdVariants(type.type) : checks.created(type.type);
      return relatedView(name, type.collection ? code`[${check}]` : check);
    }),
  };
}

function relatedView(name: string, check: Code): RelatedView {
  const partial = fitsLine(code`    ${propertyKey(name)}: ${check},`) ? "related-line" : "related-lines";
  return { partial, name, check };
}

function variantsViews(type: QualifiedName, scope: CheckScope): readonly VariantsView[] {
  const { checks } = scope;
  const read = variantsView(type, checks.variants(type), (name) => checks.type(name), scope);
  if (!checks.hasCreatedVariants(type)) return [read];
  return [read, variantsView(type, checks.createdVariants(type), (name) => checks.created(name), scope)];
}

function variantsView(
  type: QualifiedName,
  name: Code,
  checkOf: (type: QualifiedName) => Code,
  { context: { model } }: CheckScope,
): VariantsView {
  const base = checkOf(type);
  const self = isAbstract(type, model) ? code`null` : literal(type);
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

function variantView(name: string, check: Code): VariantView {
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
    annotations: annotationsRead(type, scope).map(annotationCheck),
    properties: ownMembers.flatMap((member) => memberChecks(member, scope)),
  };
}

/** Of a whole response of OData 4.0 there is a context as well, which its type does not declare. */
function annotationsRead(type: TypeFacts, { context: { model } }: CheckScope): readonly string[] {
  const isRoot = type.kind === "EntityType" && type.base === undefined;
  return [
    ...(isRoot && model.protocol === "4.0" ? ["@odata.context"] : []),
    ...annotationsOfType(type),
    ...type.ownMembers.flatMap(annotationsOfMember),
  ];
}

function annotationCheck(name: string): CheckCallView {
  return checkCall(code`text`, code`o[${literal(name)}]`, code`c`, literal(name));
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
      annotations: [],
      properties: parameters.flatMap((parameter) => parameterChecks(parameter, scope)),
    },
  ];
}
