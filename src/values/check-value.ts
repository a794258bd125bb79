/**
 * Checks a JSON value against the model as generated validators do, and beyond: it also reports members and properties
 * that the model does not have, which validators accept when reading, and checks related entities.
 */
import { isStructured, type Model } from "../edm/model.js";
import { isQualifiedName } from "../edm/names.js";
import type { EnumType, Operation, StructuredType, TypeRef } from "../edm/elements.js";
import { edmTypeOf } from "../edm/primitive-types.js";
import type { JsonValue } from "../edm/requests.js";
import { operationFactsIn, typeFactsIn, type Facts } from "../facts/facts.js";
import type { MemberFacts } from "../facts/member-facts.js";
import type { ParameterFacts } from "../facts/operation-facts.js";
import { hasNullableItems, isNullableBody } from "../facts/presence.js";
import { facetsOf, type ValueFacts } from "../facts/value-facts.js";
import { underlyingType } from "../facts/value-rules.js";
import { isInt64 } from "../runtime/json/check-number.js";
import { checkPrimitive, checkRule } from "./check-primitive.js";
import { at, isArray, isObject, issue, noObject, type JsonObject, type ValueIssue } from "./value-issue.js";

export type ValueShape = "read" | "create" | "update";

type Members = ReadonlyMap<string, MemberFacts>;

/** Checks any number of values against one model. */
export class ValueChecker {
  readonly #model: Model;
  readonly #facts: Facts;

  /** `facts` are those of the model. */
  constructor(model: Model, facts: Facts) {
    this.#model = model;
    this.#facts = facts;
  }

  /** A whole body. */
  check(value: JsonValue, ref: TypeRef, shape: ValueShape): readonly ValueIssue[] {
    // An entity that is updated has a type already.
    const unnamed = shape === "update" ? [] : this.#unnamed(value, ref, shape);
    return [...unnamed, ...this.#ofRef(value, ref, shape, isNullableBody(ref))];
  }

  /** The body that sends the parameters of an action. */
  checkParameters(body: JsonValue, operation: Operation): readonly ValueIssue[] {
    if (!isObject(body)) return noObject(body);
    const { parameters } = operationFactsIn(this.#facts, operation);
    return [
      ...parameters.flatMap((parameter) => at(parameter.name, this.#ofParameter(body, parameter))),
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

  #ofParameter(body: JsonObject, parameter: ParameterFacts): readonly ValueIssue[] {
    const { name, type, nullable, required } = parameter;
    const value = ownValue(body, name);
    if (value === undefined) return required ? issue("missing", "is missing") : [];
    if (type === undefined) return [];
    return [
      ...this.#unnamed(value, type, "create"),
      ...this.#ofRef(value, type, "create", nullable),
      ...checkRules(value, parameter),
    ];
  }

  #ofRef(value: JsonValue, ref: TypeRef, shape: ValueShape, nullable: boolean): readonly ValueIssue[] {
    if (value === null) return nullable ? [] : issue("null", "must not be null");
    if (!ref.collection) return this.#ofItem(value, ref, shape);
    if (!isArray(value)) return issue("type", "must be an array");
    const ofNull = hasNullableItems(ref) ? [] : issue("null", "must not be null");
    return value.flatMap((item, index) => at(index, item === null ? ofNull : this.#ofItem(item, ref, shape)));
  }

  /** A value that is written has to say its type where the declared one is abstract. */
  #unnamed(value: JsonValue, { type: name }: TypeRef, shape: ValueShape): readonly ValueIssue[] {
    const type = this.#model.type(name);
    if (shape === "read" || type === undefined || !isStructured(type) || type.abstract !== true) return [];
    if (isArray(value))
      return value.flatMap((item, index) => at(index, this.#unnamed(item, { type: name, collection: false }, shape)));
    // `#typeOf` reports a wrong name; its own name is that of a type without values.
    if (!isObject(value) || ![undefined, name, `#${name}`].includes(ownText(value, "@odata.type"))) return [];
    return issue("abstract-type", `has to name its type: ${name} is abstract`);
  }

  /** An element may allow only some of the types derived from its own (Validation.DerivedTypeConstraint). */
  #notAllowed(value: JsonValue, { type, allowedTypes }: MemberFacts): readonly ValueIssue[] {
    const declared = type && this.#model.type(type.type);
    if (allowedTypes === undefined || declared === undefined || !isStructured(declared)) return [];
    const ofItem = (item: JsonValue): readonly ValueIssue[] => {
      if (isArray(item)) return item.flatMap((one, index) => at(index, ofItem(one)));
      if (!isObject(item)) return [];
      const { name } = this.#typeOf(item, declared).type;
      return allowedTypes.includes(name) ? [] : issue("wrong-type", `must not be of type ${name}`);
    };
    return ofItem(value);
  }

  /** A value that is not null, of the type or of the items of a collection of it. */
  #ofItem(value: JsonValue, ref: TypeRef, shape: ValueShape): readonly ValueIssue[] {
    const declared = this.#model.type(ref.type);
    const primitive = edmTypeOf(underlyingType(ref.type, this.#model));
    if (primitive !== undefined) return checkPrimitive(value, primitive, facetsOf(ref, this.#model), shape);
    if (declared?.kind === "EnumType") return checkMember(value, declared);
    return declared !== undefined && isStructured(declared) ? this.#ofStructured(value, declared, shape) : [];
  }

  #ofStructured(value: JsonValue, declared: StructuredType, shape: ValueShape): readonly ValueIssue[] {
    if (!isObject(value)) return noObject(value);
    const { type, issues } = this.#typeOf(value, declared);
    const { members } = typeFactsIn(this.#facts, type.name);
    const byName = new Map(members.map((member) => [member.name as string, member]));
    return [
      ...issues,
      // A member that a derived type declares again is checked by both declarations.
      ...members.flatMap((member) => at(member.name, this.#ofMember(ownValue(value, member.name), member, shape))),
      ...Object.entries(value).flatMap(([name, given]) =>
        byName.has(name) ? [] : at(name, this.#ofOther(name, given, type, byName)),
      ),
    ];
  }

  /** The type that `@odata.type` names, where the value may be of it; else the declared one. */
  #typeOf(
    value: JsonObject,
    declared: StructuredType,
  ): { readonly type: StructuredType; readonly issues: readonly ValueIssue[] } {
    const named = ownValue(value, "@odata.type") ?? ownValue(value, "@type");
    const wrong = (issues: readonly ValueIssue[]) => ({ type: declared, issues: at("@odata.type", issues) });
    if (named === undefined) return { type: declared, issues: [] };
    if (typeof named !== "string") return wrong(issue("type", "must be a string"));
    const name = named.slice(named.lastIndexOf("#") + 1);
    const type = isQualifiedName(name) ? this.#model.type(name) : undefined;
    if (type === undefined || !isStructured(type))
      return wrong(issue("unknown-type", "names a type that is not known"));
    if (type === declared || this.#model.bases(type).includes(declared)) return { type, issues: [] };
    const { issues } = wrong(issue("wrong-type", `must be "#${declared.name}" or a type derived from it`));
    return { type, issues };
  }

  #ofMember(value: JsonValue | undefined, member: MemberFacts, shape: ValueShape): readonly ValueIssue[] {
    if (value === undefined) return isRequired(member, shape) ? issue("missing", "is missing") : [];
    if (shape !== "read" && member[shape] === "refused")
      return issue("read-only", shape === "create" ? "cannot be given" : "cannot be changed");
    const { kind, type, nullable } = member;
    if (isStream(member)) return value === null && !nullable ? issue("null", "must not be null") : [];
    if (type === undefined) return value === null && kind === "Property" ? issue("null", "must not be null") : [];
    return [
      ...(shape === "read" ? [] : this.#notAllowed(value, member)),
      ...this.#unnamed(value, type, shape),
      ...this.#ofRef(value, type, shape, nullable),
      ...(shape === "read" ? [] : checkRules(value, member)),
    ];
  }

  /** An annotation, or a property that the type does not declare. */
  #ofOther(name: string, value: JsonValue, type: StructuredType, members: Members): readonly ValueIssue[] {
    if (isAnnotation(name)) return checkBinding(name, value, members);
    const { open, inheritsOpen } = typeFactsIn(this.#facts, type.name);
    if (open || inheritsOpen) return [];
    const owner = this.#model
      .derived(type.name)
      .find((derived) => typeFactsIn(this.#facts, derived.name).ownMembers.some((member) => member.name === name));
    return owner === undefined
      ? issue("unknown-property", `is not a property of ${type.name}`)
      : issue("derived-property", `is a property of ${owner.name}, so "@odata.type" has to name that`);
  }
}

function isRequired(member: MemberFacts, shape: ValueShape): boolean {
  if (shape === "read") return member.read === "present" && !isStream(member);
  return member[shape] === "required";
}

/** A stream stands in a payload by its annotations only (OData JSON Format 4.01 §9). */
function isStream({ underlying }: ValueFacts): boolean {
  return underlying !== undefined && edmTypeOf(underlying) === "Stream";
}

function checkRules(value: JsonValue, { rules }: ValueFacts): readonly ValueIssue[] {
  return value === null ? [] : rules.flatMap((rule) => checkRule(value, rule));
}

/**
 * Flags are a list with commas between, of members and of numbers for values without a name, none of them twice. Blanks
 * around a comma are no part of a name.
 */
function checkMember(value: JsonValue, { name, members, flags }: EnumType): readonly ValueIssue[] {
  if (typeof value !== "string") return issue("type", "must be a string");
  const parts = flags === true ? value.split(",").map((part) => part.trim()) : [value];
  const areKnown = parts.every(
    (part) => members.some((member) => member.name === part) || (flags === true && isInt64(part)),
  );
  const areDistinct = new Set(parts).size === parts.length;
  return areKnown && areDistinct ? [] : issue("unknown-member", `is not a member of ${name}`);
}

/** `x@odata.bind` is the URL of an entity, or several (OData JSON Format 4.01 §8.5). Other annotations are free. */
function checkBinding(name: string, value: JsonValue, members: Members): readonly ValueIssue[] {
  const [property, annotation] = name.split("@");
  const member = annotation === "odata.bind" || annotation === "bind" ? members.get(property ?? "") : undefined;
  if (member?.kind !== "NavigationProperty") return [];
  if (member.type?.collection !== true) return typeof value === "string" ? [] : issue("type", "must be a URL");
  const areUrls = isArray(value) && value.every((item) => typeof item === "string");
  return areUrls ? [] : issue("type", "must be an array of URLs");
}

/** Members beside the `value` of a response. */
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
