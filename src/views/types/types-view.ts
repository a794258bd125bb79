/** What the templates of `types.ts` print. */
import type {
  EnumType,
  Member,
  Operation,
  Parameter,
  Property,
  NavigationProperty,
  StructuredType,
  TypeDefinition,
  TypeRef,
} from "../../edm/elements.js";
import { bindingTypeOf, compareText, isStructured } from "../../edm/model.js";
import { accessOf } from "../../vocabularies/access.js";
import { mediaTypesOf } from "../../vocabularies/media-types.js";
import { isOpen } from "../../vocabularies/open-type.js";
import { optionalParameterOf } from "../../vocabularies/optional-parameter.js";
import { ownConstraintsOf } from "../../vocabularies/value-constraints.js";
import { isNullable, keyNamesOf } from "../../facts/members-of.js";
import type { QualifiedName } from "../../edm/names.js";
import type { NonNull, WriteShape } from "../../facts/write-rules.js";
import { allowedStringsOf } from "./allowed-values.js";
import { constraintNotesOf } from "../docs/constraint-notes.js";
import { code, joined, mentions, propertyKey, type Code } from "../../code/code.js";
import { deprecationNoteOf, withTags } from "../docs/doc-tags.js";
import { descriptionOf, docOf, sentences, type DocView } from "../docs/doc.js";
import type { Module } from "../../naming/names.js";
import { fileOf, moduleImports, runtimePath } from "../modules/paths.js";
import type { ImportView } from "../modules/scope.js";
import { Scope } from "../modules/scope.js";
import {
  collected,
  openUnion,
  orDerived,
  readType,
  stringUnion,
  typeNameLiteral,
  writtenMemberType,
} from "./type-expression.js";
import { mediaTypeNote, valueNotesOf, writeNoteOf } from "../docs/value-notes.js";
import type { ViewContext } from "../view-context.js";
import type { WriteFacts } from "../../facts/write-facts.js";

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
  readonly doc: DocView | null;
  readonly name: Code;
  /** Name of the array of members. */
  readonly values: Code;
  readonly type: Code;
  readonly members: readonly string[];
}

export interface InterfaceView {
  readonly partial: "interface";
  readonly doc: DocView | null;
  readonly name: Code;
  readonly base: Code | null;
  readonly members: readonly MemberView[];
  readonly open: boolean;
}

export interface MemberView {
  readonly doc: DocView | null;
  readonly name: string;
  readonly optional: boolean;
  readonly type: Code;
}

export interface AliasView {
  readonly partial: "alias";
  readonly doc: DocView | null;
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
    const said = sentences(descriptionOf(member), memberDeprecation(member));
    return said === undefined ? [] : [`- \`${member.name}\`: ${said}`];
  });
  return {
    // An enum without members is `never`, however long its name.
    partial: members.length === 0 || name.length + union.length < LINE ? "enum-line" : "enum-lines",
    doc: withTags(docOf(descriptionOf(type), ...described), type),
    name,
    values: scope.names.role(type.name, "values"),
    type: union,
    members,
  };
}

/** A member stands in a union, where no tag can mark it. */
function memberDeprecation(member: Member): string | undefined {
  const note = deprecationNoteOf(member);
  return note === undefined ? undefined : note === "" ? "Deprecated." : `Deprecated: ${note}`;
}

function definitionView(type: TypeDefinition, scope: Scope): AliasView {
  const ref = { type: type.underlyingType, collection: false };
  const allowed = allowedStringsOf(type, scope.model);
  return {
    partial: "alias",
    doc: withTags(docOf(sentences(descriptionOf(type), ...constraintNotesOf(type))), type),
    name: scope.names.type(type.name),
    type: allowed === undefined ? readType(ref, scope) : openUnion(allowed),
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
    doc: withTags(docOf(descriptionOf(type), ...contentNotes(type)), type),
    name: scope.names.type(type.name),
    base:
      type.base !== undefined && model.type(type.base) !== undefined
        ? scope.reach(type.base, scope.names.type(type.base))
        : null,
    members,
    open: isOpen(type) && !model.bases(type).some(isOpen),
  };
}

function contentNotes(type: StructuredType): readonly string[] {
  const mediaTypes = mediaTypesOf(type);
  return mediaTypes.length === 0 ? [] : [mediaTypeNote(mediaTypes)];
}

/** A type without descendants has one name; one with descendants may come as any of them. */
function odataType({ name }: StructuredType, { model }: Scope): MemberView {
  const type = model.hasDescendants(name) ? code`string` : typeNameLiteral(name);
  return { doc: null, name: "@odata.type", optional: true, type };
}

/** Where a media entity's stream is (OData JSON Format 4.01 §4.6.12). */
function mediaMembers(): readonly MemberView[] {
  const links = ["@odata.mediaReadLink", "@odata.mediaEditLink", "@odata.mediaContentType", "@odata.mediaEtag"];
  return links.map((name) => ({ doc: null, name, optional: true, type: code`string` }));
}

function propertyView(property: Property, isKey: boolean, nonNull: "present" | "notNull", scope: Scope): MemberView {
  const nullable = isNullable(property) && !isKey;
  const value = property.type === undefined ? code`unknown` : readPropertyType(property, property.type, scope);
  return {
    doc: memberDoc(property),
    name: property.name,
    optional: !isKey && (nullable || nonNull === "notNull" || !accessOf(property).read),
    type: nullable && value !== "unknown" ? code`${value} | null` : value,
  };
}

/** A list of allowed values is closed for who writes; the service may have more to give by now. */
function readPropertyType(property: Property, type: TypeRef, scope: Scope): Code {
  const allowed = ownConstraintsOf(property).allowedValues && allowedStringsOf(property, scope.model);
  return allowed === undefined ? readType(type, scope) : collected(type, openUnion(allowed));
}

function memberDoc(member: Property | NavigationProperty): DocView | null {
  const defaultNote = member.kind === "Property" ? defaultNoteOf(member) : undefined;
  if (member.annotations === undefined && defaultNote === undefined) return null; // as of most members
  const text = sentences(descriptionOf(member), writeNoteOf(member), ...valueNotesOf(member), defaultNote);
  return withTags(docOf(text), member);
}

/** CSDL 4.01 §7.2.1: nullable unless said otherwise; a collection itself is never null. */
function defaultNoteOf({ defaultValue }: Property): string | undefined {
  return defaultValue === undefined ? undefined : `Default: \`${defaultValue}\`.`;
}

function navigationView(property: NavigationProperty, scope: Scope): MemberView {
  const value = property.type === undefined ? code`unknown` : readType(property.type, scope);
  const nullable = property.type !== undefined && !property.type.collection && property.type.nullable !== false;
  return {
    doc: memberDoc(property),
    name: property.name,
    optional: true,
    type: nullable && value !== "unknown" ? code`${value} | null` : value,
  };
}

function writeView(type: StructuredType, shape: WriteShape, scope: Scope, { shapes, nonNull }: ViewContext): AliasView {
  const helper = writeHelper(shape, nonNull);
  const read = scope.names.type(type.name);
  const facts = factsExpression(shapes.factsOf(type, shape), shape, scope);
  return {
    partial: "alias",
    doc: null,
    name: scope.names.role(type.name, shape),
    type: facts === undefined ? code`edm.${helper}<${read}>` : code`edm.${helper}<${read}, { ${facts} }>`,
  };
}

function writeHelper(shape: WriteShape, nonNull: NonNull): Code {
  if (shape === "update") return code`Update`;
  return nonNull === "notNull" ? code`CreateKeyless` : code`Create`;
}

function factsExpression(facts: WriteFacts, shape: WriteShape, scope: Scope): Code | undefined {
  const names = (["omit", "require", "bind", "bindMany"] as const).flatMap((fact) =>
    facts[fact].length === 0 ? [] : [code`${fact as string as Code}: ${stringUnion(facts[fact])}`],
  );
  const replaced = facts.replace.flatMap((member) => {
    const { name, type } = member;
    if (type === undefined) return [];
    const written = writtenMemberType(member, type, shape, scope);
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
    doc: null,
    name: scope.names.role(type.name, `${shape}OrDerived`),
    type: orDerived(type.name, shape, scope),
  };
}

function collectionView(type: StructuredType, scope: Scope): AliasView {
  return {
    partial: "alias",
    doc: null,
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
      doc: null,
      name: scope.names.operation(operation, "parameters"),
      base: null,
      open: false,
      members: parameters.map((parameter) => parameterView(parameter, operation, scope)),
    });
  }
  if (operation.returnType?.collection === true) {
    views.push({
      partial: "alias",
      doc: null,
      name: scope.names.operation(operation, "result"),
      type: code`edm.Collection<${readType({ ...operation.returnType, collection: false }, scope)}>`,
    });
  }
  return views;
}

function parameterView(parameter: Parameter, { kind }: Operation, scope: Scope): MemberView {
  const value = parameter.type === undefined ? code`unknown` : writtenParameterType(parameter, parameter.type, scope);
  const nullable = parameter.type !== undefined && !parameter.type.collection && parameter.type.nullable !== false;
  // A parameter of an action that may be null may be left out (OData Protocol 4.01 §11.5.5.1).
  const optional = (nullable && kind === "Action") || optionalParameterOf(parameter) !== undefined;
  const orNull = nullable ? code`${value} | null` : value;
  return {
    doc: withTags(docOf(sentences(descriptionOf(parameter), ...valueNotesOf(parameter))), parameter),
    name: parameter.name,
    optional,
    type: optional ? code`${orNull} | undefined` : orNull,
  };
}

function writtenParameterType(parameter: Parameter, type: TypeRef, scope: Scope): Code {
  const allowed = allowedStringsOf(parameter, scope.model);
  return allowed === undefined
    ? writtenMemberType(parameter, type, "create", scope)
    : collected(type, stringUnion(allowed));
}

function typeMapOf(scope: Scope): TypeMapView {
  const names: QualifiedName[] = scope.model.schemas
    .flatMap(({ elements }) => elements)
    .filter(isStructured)
    .map(({ name }) => name);
  const entries = names.sort(compareText).map((name) => ({ name, type: scope.reach(name, scope.names.type(name)) }));
  return { entries };
}
