/** What the templates of `types.ts` print. */
import type {
  EnumType,
  Operation,
  Property,
  NavigationProperty,
  StructuredType,
  TypeDefinition,
} from "../edm/elements.js";
import { bindingTypeOf, compareText, isStructured } from "../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";
import { Core, textOf } from "../edm/vocabulary.js";
import { code, joined, mentions, propertyKey, type Code } from "./code.js";
import { descriptionOf, docOf, sentences, writeNoteOf, type DocView } from "./doc.js";
import type { Module } from "./names.js";
import { fileOf, moduleImports, runtimePath } from "./paths.js";
import type { ImportView } from "./scope.js";
import { Scope } from "./scope.js";
import { orDerived, readType, stringUnion, typeNameLiteral, writtenType } from "./type-expression.js";
import type { ViewContext } from "./view-context.js";
import { keyNamesOf, type WriteFacts, type WriteShape } from "./write-facts.js";

export interface TypesView {
  readonly edm: string | null;
  readonly imports: readonly ImportView[];
  /** Other modules, which the flat one exports under their names. */
  readonly modules: readonly ImportView[];
  readonly declarations: readonly DeclarationView[];
  /** In the flat module: every type by the name that `@odata.type` gives it. */
  readonly typeMap: TypeMapView | null;
}

export interface TypeMapView {
  readonly entries: readonly { readonly name: string; readonly type: Code }[];
}

export type DeclarationView = EnumView | InterfaceView | AliasView;

export interface EnumView {
  readonly partial: "enum-line" | "enum-lines";
  readonly doc: DocView;
  readonly name: Code;
  /** Name of the array of members. */
  readonly values: Code;
  readonly type: Code;
  readonly members: readonly string[];
}

export interface InterfaceView {
  readonly partial: "interface";
  readonly doc: DocView;
  readonly name: Code;
  readonly base: Code | null;
  readonly members: readonly MemberView[];
  readonly open: boolean;
}

export interface MemberView {
  readonly doc: DocView;
  readonly name: string;
  readonly optional: boolean;
  readonly type: Code;
}

export interface AliasView {
  readonly partial: "alias";
  readonly doc: DocView;
  readonly name: Code;
  readonly type: Code;
}

export function typesView(module: Module, context: ViewContext): TypesView {
  const { model, names, options } = context;
  const file = fileOf("types", module);
  const scope = new Scope(context, module);
  const own = model.elementsOf(module.namespace);
  const operations = names.operationsIn(module.namespace);
  const declarations = [
    ...own.filter((element) => element.kind === "EnumType").map((type) => enumView(type, scope)),
    ...own.filter((element) => element.kind === "TypeDefinition").map((type) => definitionView(type, scope)),
    ...own.filter(isStructured).flatMap((type) => structuredViews(type, scope, context)),
    ...operations.flatMap((operation) => operationViews(operation, scope)),
  ];
  const typeMap = module.flat ? typeMapOf(scope) : null;
  return {
    edm: mentions(declarations.flatMap(codesOf), "edm") ? runtimePath(file, "edm", options) : null,
    imports: moduleImports(scope.used, "types", file, options),
    modules: moduleImports(names.exportedBy(module), "types", file, options),
    declarations,
    typeMap,
  };
}

function codesOf(declaration: DeclarationView): readonly Code[] {
  return declaration.partial === "interface" ? declaration.members.map(({ type }) => type) : [declaration.type];
}

const LINE = 110;

function enumView(type: EnumType, scope: Scope): EnumView {
  const name = scope.names.type(type.name);
  const members = type.members.map((member) => member.name);
  const union = stringUnion(members);
  const described = type.members.flatMap((member) => {
    const description = descriptionOf(member);
    return description === undefined ? [] : [`- \`${member.name}\`: ${description}`];
  });
  return {
    // An enum without members is `never`, however long its name.
    partial: members.length === 0 || name.length + union.length < LINE ? "enum-line" : "enum-lines",
    doc: docOf(descriptionOf(type), ...described),
    name,
    values: scope.names.role(type.name, "values"),
    type: union,
    members,
  };
}

function definitionView(type: TypeDefinition, scope: Scope): AliasView {
  const ref = { type: type.underlyingType, collection: false };
  return {
    partial: "alias",
    doc: docOf(descriptionOf(type)),
    name: scope.names.type(type.name),
    type: readType(ref, scope),
  };
}

function structuredViews(type: StructuredType, scope: Scope, context: ViewContext): readonly DeclarationView[] {
  const { polymorphic, collected } = context.usage;
  return [
    interfaceView(type, scope, context),
    writeView(type, "create", scope, context),
    writeView(type, "update", scope, context),
    ...(polymorphic.has(type.name) ? [orDerivedView(type, "create", scope), orDerivedView(type, "update", scope)] : []),
    ...(collected.has(type.name) ? [collectionView(type, scope)] : []),
  ];
}

function interfaceView(type: StructuredType, scope: Scope, { model, nonNull }: ViewContext): InterfaceView {
  const keys = keyNamesOf(type, model);
  const members = [
    odataType(type, scope),
    ...(type.hasStream === true ? mediaMembers() : []),
    ...type.properties.map((property) => propertyView(property, keys.has(property.name), nonNull, scope)),
    ...type.navigationProperties.map((property) => navigationView(property, scope)),
  ];
  return {
    partial: "interface",
    doc: docOf(descriptionOf(type)),
    name: scope.names.type(type.name),
    base:
      type.base !== undefined && model.type(type.base) !== undefined
        ? scope.reach(type.base, scope.names.type(type.base))
        : null,
    members,
    open: type.open === true && !model.bases(type).some((base) => base.open === true),
  };
}

/** A type without descendants has one name; one with descendants may come as any of them. */
function odataType({ name }: StructuredType, { model }: Scope): MemberView {
  const type = model.derived(name).length > 0 ? code`string` : typeNameLiteral(name);
  return { doc: docOf(), name: "@odata.type", optional: true, type };
}

/** Where a media entity's stream is (OData JSON Format 4.01 §4.6.12). */
function mediaMembers(): readonly MemberView[] {
  const links = ["@odata.mediaReadLink", "@odata.mediaEditLink", "@odata.mediaContentType", "@odata.mediaEtag"];
  return links.map((name) => ({ doc: docOf(), name, optional: true, type: code`string` }));
}

function propertyView(property: Property, isKey: boolean, nonNull: "present" | "notNull", scope: Scope): MemberView {
  const nullable = isNullable(property) && !isKey;
  const value = property.type === undefined ? code`unknown` : readType(property.type, scope);
  return {
    doc: docOf(sentences(descriptionOf(property), writeNoteOf(property), defaultNoteOf(property))),
    name: property.name,
    optional: !isKey && (nullable || nonNull === "notNull"),
    type: nullable && value !== "unknown" ? code`${value} | null` : value,
  };
}

/** CSDL 4.01 §7.2.1: nullable unless said otherwise; a collection itself is never null. */
export function isNullable({ type }: Property): boolean {
  return type !== undefined && !type.collection && type.nullable !== false;
}

function defaultNoteOf({ defaultValue }: Property): string | undefined {
  return defaultValue === undefined ? undefined : `Default: \`${defaultValue}\`.`;
}

function navigationView(property: NavigationProperty, scope: Scope): MemberView {
  const value = property.type === undefined ? code`unknown` : readType(property.type, scope);
  const nullable = property.type !== undefined && !property.type.collection && property.type.nullable !== false;
  return {
    doc: docOf(descriptionOf(property)),
    name: property.name,
    optional: true,
    type: nullable && value !== "unknown" ? code`${value} | null` : value,
  };
}

function writeView(type: StructuredType, shape: WriteShape, scope: Scope, { rules }: ViewContext): AliasView {
  const helper = shape === "create" ? code`Create` : code`Update`;
  const read = scope.names.type(type.name);
  const facts = factsExpression(rules.factsOf(type, shape), shape, scope);
  const article = simpleNameOf(type.name);
  return {
    partial: "alias",
    doc: docOf(`${article}, as it is ${shape === "create" ? "created" : "updated"}.`),
    name: scope.names.role(type.name, shape),
    type: facts === undefined ? code`edm.${helper}<${read}>` : code`edm.${helper}<${read}, { ${facts} }>`,
  };
}

function factsExpression(facts: WriteFacts, shape: WriteShape, scope: Scope): Code | undefined {
  const names = (["omit", "require", "bind", "bindMany"] as const).flatMap((fact) =>
    facts[fact].length === 0 ? [] : [code`${fact as string as Code}: ${stringUnion(facts[fact])}`],
  );
  const replaced = facts.replace.flatMap(({ name, type }) => {
    if (type === undefined) return [];
    const written = writtenType(type, shape, scope);
    return [
      code`${propertyKey(name)}: ${!type.collection && type.nullable !== false ? code`${written} | null` : written}`,
    ];
  });
  const all = replaced.length === 0 ? names : [...names, code`replace: { ${joined(replaced, "; ")} }`];
  return all.length === 0 ? undefined : joined(all, "; ");
}

function orDerivedView(type: StructuredType, shape: WriteShape, scope: Scope): AliasView {
  return {
    partial: "alias",
    doc: docOf(
      `${simpleNameOf(type.name)}, or a type derived from it that says so in \`@odata.type\`, as it is ${shape}d.`,
    ),
    name: scope.names.role(type.name, `${shape}OrDerived`),
    type: orDerived(type.name, shape, scope),
  };
}

function collectionView(type: StructuredType, scope: Scope): AliasView {
  return {
    partial: "alias",
    doc: docOf(`A page of ${simpleNameOf(type.name)} objects, as a response holds it.`),
    name: scope.names.role(type.name, "collection"),
    type: code`edm.Collection<${scope.names.type(type.name)}>`,
  };
}

function operationViews(operation: Operation, scope: Scope): readonly DeclarationView[] {
  const binding = bindingTypeOf(operation);
  const parameters = operation.parameters.slice(binding === undefined ? 0 : 1);
  const views: DeclarationView[] = [];
  if (parameters.length > 0) {
    views.push({
      partial: "interface",
      doc: docOf(`Parameters of ${simpleNameOf(operation.name)}.`),
      name: scope.names.operation(operation, "parameters"),
      base: null,
      open: false,
      members: parameters.map((parameter) => {
        const value = parameter.type === undefined ? code`unknown` : writtenType(parameter.type, "create", scope);
        const nullable =
          parameter.type !== undefined && !parameter.type.collection && parameter.type.nullable !== false;
        return {
          doc: docOf(textOf(parameter, Core.Description)),
          name: parameter.name,
          // A parameter that may be null may be left out (OData Protocol 4.01 §11.5.5.1).
          optional: nullable && operation.kind === "Action",
          type: nullable
            ? operation.kind === "Action"
              ? code`${value} | null | undefined`
              : code`${value} | null`
            : value,
        };
      }),
    });
  }
  if (operation.returnType?.collection === true) {
    views.push({
      partial: "alias",
      doc: docOf(`Result of ${simpleNameOf(operation.name)}, as a response holds it.`),
      name: scope.names.operation(operation, "result"),
      type: code`edm.Collection<${readType({ ...operation.returnType, collection: false }, scope)}>`,
    });
  }
  return views;
}

function typeMapOf(scope: Scope): TypeMapView {
  const names: QualifiedName[] = scope.model.schemas
    .flatMap(({ elements }) => elements)
    .filter(isStructured)
    .map(({ name }) => name);
  const entries = names.sort(compareText).map((name) => ({ name, type: scope.reach(name, scope.names.type(name)) }));
  return { entries };
}
