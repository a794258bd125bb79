/** What the templates of `validators/checks.ts` print: how the properties of each type are checked. */
import type {
  EnumType,
  NavigationProperty,
  Operation,
  Parameter,
  Property,
  StructuredType,
  TypeRef,
} from "../../edm/elements.js";
import { bindingTypeOf, isOperation, isStructured } from "../../edm/model.js";
import { accessOf } from "../../vocabularies/access.js";
import { isOpen } from "../../vocabularies/open-type.js";
import { optionalParameterOf } from "../../vocabularies/optional-parameter.js";
import { isNullable, keyNamesOf } from "../../facts/members-of.js";
import { edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import { underlying } from "../../values/value-rules.js";
import type { WriteRules } from "../../facts/write-rules.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../../edm/names.js";
import { code, joined, type Code } from "../../code/code.js";
import { upperFirst, type Names } from "../../naming/names.js";
import { runtimePath } from "../modules/paths.js";
import { TypesImports, type TypesImportView } from "../modules/types-imports.js";
import { ruleChecks, type RuleCheckView } from "./rule-checks.js";
import type { ViewContext } from "../view-context.js";

export const CHECKS_FILE = "validators/checks.ts";

export interface ChecksView {
  readonly validation: string;
  /** Where enum members are. */
  readonly types: readonly TypesImportView[];
  readonly checks: readonly CheckView[];
  readonly variants: readonly VariantsView[];
}

export interface CheckView {
  readonly name: Code;
  readonly base: Code | null;
  readonly open: boolean;
  readonly odataType: ODataTypeCheckView | null;
  readonly properties: readonly PropertyCheckView[];
}

export interface ODataTypeCheckView {
  readonly helper: Code;
  readonly name: string | null;
}

interface Checked {
  readonly value: Code;
  readonly property: string;
  /** Flags of a property as the runtime names them; none: nullable, and need not be there. */
  readonly flags: Code | null;
}

/** The partial decides the form; it is the name of a template. */
export type PropertyCheckView =
  | (Checked & { readonly partial: "check-value"; readonly helper: Code })
  | (Checked & { readonly partial: "check-text"; readonly maxLength: number })
  | (Checked & { readonly partial: "check-member"; readonly helper: Code; readonly values: Code })
  | (Checked & { readonly partial: "check-object"; readonly helper: Code; readonly check: Code })
  | (Checked & { readonly partial: "check-items"; readonly helper: Code })
  | (Checked & { readonly partial: "check-flags-items"; readonly values: Code })
  | (Checked & { readonly partial: "check-known" })
  | RuleCheckView;

export interface VariantsView {
  readonly name: Code;
  readonly base: Code;
  readonly derived: readonly { readonly name: string; readonly check: Code }[];
}

export function checksView(context: ViewContext, checks: CheckNames): ChecksView {
  const { model, names, options } = context;
  const elements = model.schemas.flatMap((schema) => schema.elements);
  const types = new TypesImports(names, names.modules[0]);
  const scope = { context, checks, types };
  const views = [
    ...elements.filter(isStructured).map((type) => structuredCheck(type, scope)),
    ...elements.filter(isOperation).flatMap((operation) => parametersCheck(operation, scope)),
  ];
  return {
    validation: runtimePath(CHECKS_FILE, "validation", options),
    types: types.views(CHECKS_FILE, options),
    checks: views,
    variants: [...context.usage.polymorphic].sort().map((name) => ({
      name: checks.variants(name),
      base: checks.type(name),
      derived: model.derived(name).map((derived) => ({ name: derived.name, check: checks.type(derived.name) })),
    })),
  };
}

/** What the checks of one file are made with. */
export interface CheckScope {
  readonly context: ViewContext;
  readonly checks: CheckNames;
  readonly types: TypesImports;
}

function structuredCheck(type: StructuredType, scope: CheckScope): CheckView {
  const { context, checks } = scope;
  const { model } = context;
  const keys = keyNamesOf(type, model);
  const base = model.bases(type)[0];
  return {
    name: checks.type(type.name),
    base: base === undefined ? null : checks.type(base.name),
    open: isOpen(type),
    odataType: odataTypeCheck(type, base, context),
    properties: [
      ...type.properties.flatMap((property) => [
        valueCheck(property, propertyFlags(property, keys.has(property.name), context), scope),
        ...ruleChecks(property, valueOf(property.name), model),
      ]),
      ...type.navigationProperties.flatMap((property) => [
        navigationCheck(property, context),
        ...ruleChecks(property, valueOf(property.name), model),
      ]),
    ],
  };
}

/** The root of a hierarchy checks that it is a name, a type without descendants that it is its own. */
function odataTypeCheck(
  { name }: StructuredType,
  base: StructuredType | undefined,
  { model }: ViewContext,
): ODataTypeCheckView | null {
  const isLeaf = !model.hasDescendants(name);
  if (base === undefined) return { helper: code`odataType`, name: isLeaf ? name : null };
  return isLeaf ? { helper: code`odataTypeName`, name } : null;
}

function parametersCheck(operation: Operation, scope: CheckScope): readonly CheckView[] {
  const parameters = operation.parameters.slice(bindingTypeOf(operation) === undefined ? 0 : 1);
  if (operation.kind !== "Action" || parameters.length === 0) return [];
  return [
    {
      name: scope.checks.parameters(operation),
      base: null,
      open: false,
      odataType: null,
      properties: parameters.flatMap((parameter) => {
        const { type } = parameter;
        const nullable = type !== undefined && !type.collection && type.nullable !== false;
        const given = optionalParameterOf(parameter) === undefined ? code`v.requiredOnCreate` : code`v.optional`;
        return [
          valueCheck(parameter, nullable ? [] : [given], scope),
          ...ruleChecks(parameter, valueOf(parameter.name), scope.context.model),
        ];
      }),
    },
  ];
}

/** No flags: nullable, and need not be there. */
function propertyFlags(property: Property, isKey: boolean, { nonNull, rules }: ViewContext): readonly Code[] {
  const nullable = !isKey && isNullable(property);
  const onRead = isKey || (nonNull === "present" && !nullable && accessOf(property).read);
  const onCreate = rules.isRequired(property);
  const flags: Code[] = [];
  if (nullable) flags.push(code`v.nullable`);
  if (onRead && onCreate) flags.push(code`v.required`);
  else if (onRead) flags.push(code`v.requiredOnRead`);
  else if (onCreate) flags.push(code`v.requiredOnCreate`);
  flags.push(...refusalFlags(property, isKey, rules));
  if (property.type?.collection === true && property.type.nullable === true) flags.push(code`v.nullableItems`);
  if (flags.length === 0) flags.push(code`v.optional`);
  return flags.length === 1 && nullable ? [] : flags;
}

function refusalFlags(member: Property | NavigationProperty, isKey: boolean, rules: WriteRules): readonly Code[] {
  const onUpdate = rules.isRefused(member, isKey, "update");
  if (rules.isRefused(member, isKey, "create")) return [onUpdate ? code`v.computed` : code`v.refusedOnCreate`];
  return onUpdate ? [code`v.immutable`] : [];
}

function valueCheck(
  { name, type }: Property | Parameter,
  flags: readonly Code[],
  { context, checks, types }: CheckScope,
): PropertyCheckView {
  const checked = { value: valueOf(name), property: name, flags: combined(flags) };
  if (type === undefined) return { partial: "check-known", ...checked };
  const target = underlying(type.type, context.model);
  const primitive = edmTypeOf(target);
  if (primitive !== undefined) return primitiveCheck(primitive, withFacets(type, context), checked);
  const found = context.model.type(target);
  if (found === undefined) return { partial: "check-known", ...checked };
  if (found.kind === "EnumType") return enumCheck(found, type.collection, checked, types);
  const check = context.usage.polymorphic.has(target) ? checks.variants(target) : checks.type(target);
  return { partial: "check-object", helper: type.collection ? code`objects` : code`object`, check, ...checked };
}

/** The facets of a type definition hold where its use does not say its own (CSDL 4.01 §11.1). */
function withFacets(ref: TypeRef, { model }: ViewContext): TypeRef {
  const type = model.type(ref.type);
  return type?.kind === "TypeDefinition" && type.facets !== undefined
    ? { ...ref, facets: { ...type.facets, ...ref.facets } }
    : ref;
}

function primitiveCheck(name: EdmTypeName, { collection, facets }: TypeRef, checked: Checked): PropertyCheckView {
  const helper = helperOf(name);
  // A stream stands in a payload by its annotations only (OData JSON Format 4.01 §9).
  if (name === "Stream") return { partial: "check-known", ...checked, flags: null };
  if (helper === undefined) return { partial: "check-known", ...checked };
  if (collection) return { partial: "check-items", helper, ...checked };
  const maxLength = name === "String" ? facets?.maxLength : undefined;
  if (typeof maxLength === "number") {
    return {
      partial: "check-text",
      maxLength,
      ...checked,
      flags: checked.flags ?? code`v.nullable`,
    };
  }
  return { partial: "check-value", helper, ...checked };
}

function enumCheck(
  { name, flags }: EnumType,
  collection: boolean,
  checked: Checked,
  types: TypesImports,
): PropertyCheckView {
  const values = types.values(name);
  if (collection && flags === true) return { partial: "check-flags-items", values, ...checked };
  const helper = collection ? code`enumerations` : flags === true ? code`flags` : code`enumeration`;
  return { partial: "check-member", helper, values, ...checked };
}

/** A related entity is looked at from outside only: its own validator checks it. */
function navigationCheck(property: NavigationProperty, { rules }: ViewContext): PropertyCheckView {
  const { name, type } = property;
  const checked = { value: valueOf(name), property: name };
  if (type === undefined) return { partial: "check-known", ...checked, flags: null };
  const nullable = !type.collection && type.nullable !== false;
  const refused = refusalFlags(property, false, rules);
  return {
    partial: "check-value",
    helper: type.collection ? code`navigationMany` : code`navigation`,
    ...checked,
    flags: combined(
      refused.length > 0 ? [...(nullable ? [code`v.nullable`] : []), ...refused] : nullable ? [] : [code`v.optional`],
    ),
  };
}

function combined(flags: readonly Code[]): Code | null {
  return flags.length === 0 ? null : joined(flags, " | ");
}

/** Names that every JavaScript object answers to are asked for as the object's own. */
function valueOf(name: string): Code {
  const quoted = `"${name}"` as Code; // a checked simple identifier
  return name in Object.prototype ? code`v.own(o, ${quoted})` : code`o[${quoted}]`;
}

/** The check of a primitive type; some values are whatever they are. */
export function helperOf(name: EdmTypeName): Code | undefined {
  if (
    name === "Stream" ||
    name === "Untyped" ||
    name === "PrimitiveType" ||
    name === "ComplexType" ||
    name === "EntityType"
  )
    return undefined;
  if (name.endsWith("Path")) return code`string`;
  if (name.startsWith("Geo")) return name.startsWith("Geography") ? code`geography` : code`geometry`;
  if (name === "SByte") return code`sbyte`;
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` as Code;
}

/** The names of the check functions, which all stand in one file. */
export class CheckNames {
  readonly #names: Names;
  readonly #given = new Map<string | Operation, Code>();
  readonly #taken = new Set<string>();

  constructor({ model, names, usage: { polymorphic } }: ViewContext) {
    this.#names = names;
    const elements = model.schemas.flatMap((schema) => schema.elements);
    for (const type of elements.filter(isStructured))
      this.#give(type.name, `check${this.#prefix(namespaceOf(type.name))}${names.type(type.name)}`);
    for (const name of polymorphic) this.#give(`${name}#variants`, `${this.type(name)}OrDerived`);
    for (const operation of elements.filter(isOperation)) {
      if (operation.kind !== "Action" || operation.parameters.length <= (operation.bound === true ? 1 : 0)) continue;
      this.#give(operation, `check${this.#prefix(names.homeOf(operation))}${names.operation(operation, "parameters")}`);
    }
  }

  type(name: QualifiedName): Code {
    return this.#of(name);
  }

  variants(name: QualifiedName): Code {
    return this.#of(`${name}#variants`);
  }

  parameters(operation: Operation): Code {
    return this.#of(operation);
  }

  #of(key: string | Operation): Code {
    const name = this.#given.get(key);
    if (name === undefined)
      throw new RangeError(`no check for ${typeof key === "string" ? key : simpleNameOf(key.name)}`);
    return name;
  }

  #prefix(namespace: string): string {
    const module = this.#names.moduleOf(namespace);
    return module.flat ? "" : upperFirst(module.identifier);
  }

  #give(key: string | Operation, wanted: string): void {
    let name = wanted;
    while (this.#taken.has(name)) name += "_";
    this.#taken.add(name);
    this.#given.set(key, name as Code); // made of checked names
  }
}
