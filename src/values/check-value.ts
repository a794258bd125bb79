/**
 * Judges a JSON value by the model as generated validators do, and by more: it names what they let pass when reading
 * (members and properties that the model does not have), and looks into related entities.
 */
import type {
  EnumType,
  NavigationProperty,
  Operation,
  Parameter,
  Property,
  StructuredType,
  TypeRef,
} from "../edm/elements.js";
import { allMembers, isNullable, keyNamesOf } from "../facts/members-of.js";
import { bindingTypeOf, isStructured, type EdmType, type Model } from "../edm/model.js";
import { isQualifiedName } from "../edm/names.js";
import { edmTypeOf } from "../edm/primitive-types.js";
import type { JsonValue } from "../edm/requests.js";
import { accessOf } from "../vocabularies/access.js";
import { allowedTypesOf } from "../vocabularies/derived-types.js";
import { isOpen } from "../vocabularies/open-type.js";
import { optionalParameterOf } from "../vocabularies/optional-parameter.js";
import { nonNullByDefault, WriteRules, type NonNull, type WriteShape } from "../facts/write-rules.js";
import { checkPrimitive, checkRule } from "./check-primitive.js";
import { at, isArray, isObject, issue, noObject, type JsonObject, type ValueIssue } from "./value-issue.js";
import { underlying, valueRulesOf } from "./value-rules.js";

export type ValueShape = "read" | WriteShape;

/** Judges any number of values by one model, of which it learns once what may be written. */
export class ValueChecker {
  readonly #model: Model;
  readonly #nonNull: NonNull;
  readonly #rules: WriteRules;
  readonly #members = new Map<StructuredType, ReadonlyMap<string, Property | NavigationProperty>>();

  constructor(model: Model, nonNull: NonNull = nonNullByDefault(model)) {
    this.#model = model;
    this.#nonNull = nonNull;
    this.#rules = new WriteRules(model, nonNull);
  }

  /** A whole value: null is none, unless its type says that it may be. */
  check(value: JsonValue, ref: TypeRef, shape: ValueShape): readonly ValueIssue[] {
    // What is updated is of a type already.
    const named = shape === "update" ? [] : this.#unnamed(value, ref, shape);
    return [...named, ...this.#ofRef(value, ref, shape, !ref.collection && ref.nullable === true)];
  }

  /** The body that sends the parameters of an action. */
  checkParameters(body: JsonValue, operation: Operation): readonly ValueIssue[] {
    if (!isObject(body)) return noObject(body);
    const parameters = operation.parameters.slice(bindingTypeOf(operation) === undefined ? 0 : 1);
    return [
      ...parameters.flatMap((parameter) => this.#ofParameter(body, parameter)),
      ...Object.keys(body)
        .filter((name) => !isAnnotation(name) && parameters.every((parameter) => parameter.name !== name))
        .flatMap((name) => at(name, issue("unknown-property", `is not a parameter of ${operation.name}`))),
    ];
  }

  /** A response that holds its value in `value`, beside annotations (OData JSON Format 4.01 §11 and §13). */
  checkWrapped(body: JsonValue, ref: TypeRef): readonly ValueIssue[] {
    if (!isObject(body)) return noObject(body);
    const value = body["value"];
    const issues = value === undefined ? issue("missing", "is missing") : this.check(value, ref, "read");
    return [
      ...at("value", issues),
      ...Object.entries(body).flatMap(([name, beside]) =>
        name === "value" ? [] : at(name, checkBeside(name, beside)),
      ),
    ];
  }

  #ofParameter(body: JsonObject, parameter: Parameter): readonly ValueIssue[] {
    const { name, type } = parameter;
    const value = ownValue(body, name);
    const nullable = type !== undefined && !type.collection && type.nullable !== false;
    if (value === undefined) {
      const optional = nullable || optionalParameterOf(parameter) !== undefined;
      return optional ? [] : at(name, issue("missing", "is missing"));
    }
    if (type === undefined) return [];
    const rules = valueRulesOf(parameter, this.#model);
    return at(name, [
      ...this.#unnamed(value, type, "create"),
      ...this.#ofRef(value, type, "create", nullable),
      ...rules.flatMap((rule) => (value === null ? [] : checkRule(value, rule))),
    ]);
  }

  #ofRef(value: JsonValue, ref: TypeRef, shape: ValueShape, nullable: boolean): readonly ValueIssue[] {
    if (value === null) return nullable ? [] : issue("null", "must not be null");
    if (!ref.collection) return this.#ofItem(value, ref, shape);
    if (!isArray(value)) return issue("type", "must be an array");
    return value.flatMap((item, index) =>
      at(
        index,
        item === null
          ? ref.nullable === true
            ? []
            : issue("null", "must not be null")
          : this.#ofItem(item, ref, shape),
      ),
    );
  }

  /** A value that is written has to say its type where the declared one is abstract. */
  #unnamed(value: JsonValue, { type: name }: TypeRef, shape: ValueShape): readonly ValueIssue[] {
    const type = this.#model.type(name);
    if (shape === "read" || type === undefined || !isStructured(type) || type.abstract !== true) return [];
    if (isArray(value))
      return value.flatMap((item, index) => at(index, this.#unnamed(item, { type: name, collection: false }, shape)));
    // A wrong name is said elsewhere; its own would be the name of a type without values.
    if (!isObject(value) || ![undefined, name, `#${name}`].includes(ownText(value, "@odata.type"))) return [];
    return issue("abstract-type", `has to name its type: ${name} is abstract`);
  }

  /** Of the types derived from the declared one, an element may allow some alone (Validation.DerivedTypeConstraint). */
  #notAllowed(value: JsonValue, member: Property | NavigationProperty, { type }: TypeRef): readonly ValueIssue[] {
    const allowed = allowedTypesOf(member, type, this.#model);
    if (allowed === undefined) return [];
    if (isArray(value))
      return value.flatMap((item, index) => at(index, this.#notAllowed(item, member, { type, collection: false })));
    const declared = this.#model.type(type);
    if (!isObject(value) || declared === undefined || !isStructured(declared)) return [];
    const { name } = this.#typeOf(value, declared).type;
    return allowed.includes(name) ? [] : issue("wrong-type", `must not be of type ${name}`);
  }

  /** A value that is not null, of the type or of the items of a collection of it. */
  #ofItem(value: JsonValue, ref: TypeRef, shape: ValueShape): readonly ValueIssue[] {
    const declared = this.#model.type(ref.type);
    const primitive = edmTypeOf(underlying(ref.type, this.#model));
    if (primitive !== undefined) {
      return checkPrimitive(value, primitive, maxLengthOf(ref, declared));
    }
    if (declared?.kind === "EnumType") return checkMember(value, declared);
    return declared !== undefined && isStructured(declared) ? this.#ofStructured(value, declared, shape) : [];
  }

  #ofStructured(value: JsonValue, declared: StructuredType, shape: ValueShape): readonly ValueIssue[] {
    if (!isObject(value)) return noObject(value);
    const { type, issues } = this.#typeOf(value, declared);
    const members = this.#membersOf(type);
    const keys = keyNamesOf(type, this.#model);
    return [
      ...issues,
      // What a derived type declares again has to be right by both.
      ...allMembers(type, this.#model).flatMap((member) => {
        const given = ownValue(value, member.name);
        return at(member.name, this.#ofMember(given, member, keys.has(member.name), shape));
      }),
      ...Object.entries(value).flatMap(([name, given]) =>
        members.has(name) ? [] : at(name, this.#ofOther(name, given, type, members)),
      ),
    ];
  }

  /** The type that the value says it is of, where it may be of that; else the one that is declared. */
  #typeOf(
    value: JsonObject,
    declared: StructuredType,
  ): { readonly type: StructuredType; readonly issues: readonly ValueIssue[] } {
    const said = ownValue(value, "@odata.type") ?? ownValue(value, "@type");
    const wrong = (issues: readonly ValueIssue[]) => ({ type: declared, issues: at("@odata.type", issues) });
    if (said === undefined) return { type: declared, issues: [] };
    if (typeof said !== "string") return wrong(issue("type", "must be a string"));
    const name = said.slice(said.lastIndexOf("#") + 1);
    const type = isQualifiedName(name) ? this.#model.type(name) : undefined;
    if (type === undefined || !isStructured(type))
      return wrong(issue("unknown-type", "names a type that is not known"));
    if (type === declared || this.#model.bases(type).includes(declared)) return { type, issues: [] };
    const { issues } = wrong(issue("wrong-type", `must be "#${declared.name}" or a type derived from it`));
    return { type, issues };
  }

  #membersOf(type: StructuredType): ReadonlyMap<string, Property | NavigationProperty> {
    const known = this.#members.get(type);
    if (known !== undefined) return known;
    const members = new Map(allMembers(type, this.#model).map((member) => [member.name as string, member]));
    this.#members.set(type, members);
    return members;
  }

  #ofMember(
    value: JsonValue | undefined,
    member: Property | NavigationProperty,
    isKey: boolean,
    shape: ValueShape,
  ): readonly ValueIssue[] {
    const nullable = !isKey && isNullable(member);
    if (value === undefined)
      return this.#isRequired(member, isKey, nullable, shape) ? issue("missing", "is missing") : [];
    if (shape !== "read" && this.#rules.isRefused(member, isKey, shape))
      return issue("read-only", shape === "create" ? "cannot be given" : "cannot be changed");
    if (isStream(member.type, this.#model)) return [];
    if (member.type === undefined)
      return value === null && member.kind === "Property" ? issue("null", "must not be null") : [];
    const rules = shape === "read" || value === null ? [] : valueRulesOf(member, this.#model);
    return [
      ...(shape === "read" ? [] : this.#notAllowed(value, member, member.type)),
      ...this.#unnamed(value, member.type, shape),
      ...this.#ofRef(value, member.type, shape, nullable),
      ...rules.flatMap((rule) => checkRule(value, rule)),
    ];
  }

  #isRequired(member: Property | NavigationProperty, isKey: boolean, nullable: boolean, shape: ValueShape): boolean {
    if (member.kind === "NavigationProperty" || shape === "update") return false;
    if (shape === "create") return this.#rules.isRequired(member);
    if (isStream(member.type, this.#model)) return false;
    return isKey || (this.#nonNull === "present" && !nullable && accessOf(member).read);
  }

  /** What is no member: an annotation, or a property that the type does not list. */
  #ofOther(
    name: string,
    value: JsonValue,
    type: StructuredType,
    members: ReadonlyMap<string, Property | NavigationProperty>,
  ): readonly ValueIssue[] {
    if (isAnnotation(name)) return checkBinding(name, value, members);
    if ([type, ...this.#model.bases(type)].some(isOpen)) return [];
    const owner = this.#model
      .derived(type.name)
      .find(({ properties, navigationProperties }) =>
        [...properties, ...navigationProperties].some((member) => member.name === name),
      );
    return owner === undefined
      ? issue("unknown-property", `is not a property of ${type.name}`)
      : issue("derived-property", `is a property of ${owner.name}, so "@odata.type" has to name that`);
  }
}

/** That of a type definition holds where its use does not say its own (CSDL 4.01 §11.1). */
function maxLengthOf({ collection, facets }: TypeRef, declared: EdmType | undefined): number | undefined {
  const length = facets?.maxLength ?? (declared?.kind === "TypeDefinition" ? declared.facets?.maxLength : undefined);
  return typeof length === "number" && !collection ? length : undefined;
}

/** A stream stands in a payload by its annotations only (OData JSON Format 4.01 §9). */
function isStream(ref: TypeRef | undefined, model: Model): boolean {
  return ref !== undefined && edmTypeOf(underlying(ref.type, model)) === "Stream";
}

/** Flags are a list with commas between; blanks around a comma are no part of a name. */
function checkMember(value: JsonValue, { name, members, flags }: EnumType): readonly ValueIssue[] {
  if (typeof value !== "string") return issue("type", "must be a string");
  const parts = flags === true ? value.split(",").map((part) => part.trim()) : [value];
  const unknown = parts.filter((part) => members.every((member) => member.name !== part));
  return unknown.length === 0 ? [] : issue("unknown-member", `is not a member of ${name}`);
}

/** `x@odata.bind` is the URL of an entity, or several (OData JSON Format 4.01 §8.5). Other annotations are free. */
function checkBinding(
  name: string,
  value: JsonValue,
  members: ReadonlyMap<string, Property | NavigationProperty>,
): readonly ValueIssue[] {
  const [property, annotation] = name.split("@");
  const member = annotation === "odata.bind" || annotation === "bind" ? members.get(property ?? "") : undefined;
  if (member?.kind !== "NavigationProperty") return [];
  if (member.type?.collection !== true) return typeof value === "string" ? [] : issue("type", "must be a URL");
  const areUrls = isArray(value) && value.every((item) => typeof item === "string");
  return areUrls ? [] : issue("type", "must be an array of URLs");
}

/** What stands beside the `value` of a response. */
function checkBeside(name: string, value: JsonValue): readonly ValueIssue[] {
  if (!isAnnotation(name)) return issue("unknown-property", "is not a property of the response");
  if (/^@(?:odata\.)?count$/.test(name)) return typeof value === "number" ? [] : issue("type", "must be a number");
  const isText = /^@(?:odata\.)?(?:context|nextLink|deltaLink)$/.test(name);
  return isText && typeof value !== "string" ? issue("type", "must be a string") : [];
}

/** OData JSON Format 4.01 §4.6 */
function isAnnotation(name: string): boolean {
  return name.includes("@");
}

function ownText(object: JsonObject, name: string): string | undefined {
  const value = ownValue(object, name);
  return value === undefined ? undefined : String(value);
}

/** A property may be called `constructor`. */
function ownValue(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
