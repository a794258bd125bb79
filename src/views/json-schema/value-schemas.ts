/** The schemas of values, with the rules that they keep. */
import type { CollectionView, ItemView, PropertyView, RuleView, ValueView } from "../schemas/schemas-view.js";
import { limitedType, type EdmNames } from "./edm-definitions.js";
import { allOf, NOTHING, oneOf, orNull, refer, when, type JsonSchema, type JsonSchemaObject } from "./json-document.js";
import { decimal } from "./literal-patterns.js";
import { namesOne } from "./type-names.js";

const ANYTHING: JsonSchemaObject = { not: NOTHING };

export class ValueSchemas {
  readonly #edm: EdmNames;

  constructor(edm: EdmNames) {
    this.#edm = edm;
  }

  property({ refused, collection, nullable, item, description }: PropertyView): JsonSchema {
    if (refused) return false;
    const one = this.item(item);
    const schema = collection === null ? one : collectionOf(collection, one);
    const known = nullable ? orNull(schema) : schema;
    if (description === null) return known;
    return typeof known === "boolean" ? { description } : { description, ...known };
  }

  item({ value, rules, nullable }: ItemView): JsonSchema {
    const schema = allOf(
      this.#value(value),
      rules.flatMap((rule) => this.#rule(rule, value)),
    );
    return nullable ? orNull(schema) : schema;
  }

  #value(view: ValueView): JsonSchema {
    switch (view.partial) {
      case "primitive-value":
        return view.limit === null ? this.#edm.refer(view.type) : limitedType(view.type, view.limit, this.#edm.before4);
      case "decimal-value": {
        if (view.precision === null && view.scale === null) return this.#edm.refer("decimal");
        const text = { type: "string", pattern: decimal(view, this.#edm.before4), maxLength: 1000 };
        return this.#edm.before4 ? text : { anyOf: [numberOf(view), text] };
      }
      case "geometry-value":
        return this.#edm.refer(`${view.written ? "written" : ""}${view.type ?? "Geometry"}`);
      case "members-value":
      case "flags-value":
        // Services add members; the list is for those who read or complete the schema.
        if (view.closed) return refer(view.schema.name);
        return { anyOf: [refer(view.schema.name), { type: "string" }] };
      case "object-value":
        return view.orUrl
          ? { if: this.#edm.refer("reference"), else: refer(view.schema.name) }
          : refer(view.schema.name);
      case "related-value":
        return { type: "object" };
      case "anything-value":
        return ANYTHING;
    }
  }

  #rule(rule: RuleView, value: ValueView): readonly JsonSchema[] {
    switch (rule.partial) {
      case "limit-rule":
        return rule.times
          ? []
          : [ofNumbers({ [limitKeywords[rule.rule as keyof typeof limitKeywords]]: Number(rule.limit) }, value)];
      case "multiple-rule":
        return /^[1-9]\d{0,14}$/.test(rule.step) ? [ofNumbers({ multipleOf: Number(rule.step) }, value)] : [];
      case "pattern-rule":
        if (rule.flags !== "u") return [];
        return [{ type: "string", pattern: rule.source, ...(rule.longest !== null && { maxLength: rule.longest }) }];
      case "allowed-rule": {
        const values = rule.values.map((one) => one.value);
        const isNumeric = values.some((one) => typeof one === "number");
        return [isNumeric ? ofNumbers(oneOf(values), value) : oneOf(values)];
      }
      case "types-rule": {
        const unnamed = rule.allowed.includes(rule.declared) || this.#edm.refer("withUrl");
        return [when(this.#edm.refer("named"), namesOne(rule.allowed), unnamed)];
      }
    }
  }
}

const limitKeywords = {
  minimum: "minimum",
  above: "exclusiveMinimum",
  maximum: "maximum",
  below: "exclusiveMaximum",
} as const;

const INTEGERS: ReadonlySet<string> = new Set(["byte", "sbyte", "int16", "int32"]);

/** What is required of a number; texts of numbers pass. */
function ofNumbers(keywords: JsonSchemaObject, value: ValueView): JsonSchemaObject {
  const number = { type: "number", ...keywords };
  const isInteger = value.partial === "primitive-value" && INTEGERS.has(value.type);
  return isInteger ? number : { anyOf: [number, { type: "string" }] };
}

/** Numbers that JSON keeps, of as many digits before the point as the decimal has. */
function numberOf({ precision, scale, floating }: Extract<ValueView, { partial: "decimal-value" }>): JsonSchemaObject {
  const limit = precision === null || floating ? Infinity : 10 ** (precision - (scale ?? 0));
  const largest = Number.MAX_SAFE_INTEGER;
  return limit > largest
    ? { type: "number", minimum: -largest, maximum: largest }
    : { type: "number", exclusiveMinimum: -limit, exclusiveMaximum: limit };
}

function collectionOf({ minItems, maxItems }: CollectionView, items: JsonSchema): JsonSchemaObject {
  return {
    type: "array",
    items,
    ...(minItems !== null && { minItems: minItems.count }),
    ...(maxItems !== null && { maxItems: maxItems.count }),
  };
}
