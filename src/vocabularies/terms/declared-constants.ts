/** Constants that CSDL JSON has as strings, and whose kind only the type of the term tells (CSDL JSON 4.01 §14.3). */
import type { At } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import { isConstant, type Annotation, type ConstantKind, type Expression } from "../../edm/annotations.js";
import type { Term } from "../../edm/elements.js";
import { isStructured, type Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { edmTypeOf } from "../../edm/primitive-types.js";

const KINDS: ReadonlyMap<string, ConstantKind> = new Map([
  ["Date", "Date"],
  ["DateTimeOffset", "DateTimeOffset"],
  ["Decimal", "Decimal"],
  ["Duration", "Duration"],
  ["Guid", "Guid"],
  ["Int64", "Int"],
  ["TimeOfDay", "TimeOfDay"],
]);

/** Checks annotations with terms that the model declares. */
export class DeclaredConstants {
  readonly #model: Model;
  readonly #report: Report;
  readonly #terms: ReadonlyMap<QualifiedName, Term>;

  constructor(model: Model, report: Report) {
    this.#model = model;
    this.#report = report;
    const terms = model.schemas.flatMap(({ elements }) => elements.filter((element) => element.kind === "Term"));
    this.#terms = new Map(terms.map((term) => [term.name, term]));
  }

  check({ term, value, at }: Annotation): void {
    const type = this.#terms.get(term)?.type;
    if (type !== undefined) this.#checkValue(value, type.type, at);
  }

  #checkValue(value: Expression, type: QualifiedName, at: At): void {
    if (value.kind === "Collection") for (const item of value.items) this.#checkValue(item, type, at);
    if (value.kind === "Record") this.#checkRecord(value, value.type ?? type);
    if (value.kind !== "Constant" || value.type !== "String") return;
    const kind = KINDS.get(edmTypeOf(this.#underlying(type)) ?? "");
    if (kind === undefined || isConstant(kind, value.value)) return;
    this.#report.add("illegal-constant", at, { type: kind, value: value.value });
  }

  #checkRecord({ properties }: Extract<Expression, { readonly kind: "Record" }>, type: QualifiedName): void {
    const declared = this.#model.type(type);
    if (declared === undefined || !isStructured(declared)) return;
    const members = [declared, ...this.#model.bases(declared)].flatMap((one) => one.properties);
    for (const { name, value, at } of properties) {
      const member = members.find((one) => one.name === name);
      if (member?.type !== undefined) this.#checkValue(value, member.type.type, at);
    }
  }

  #underlying(type: QualifiedName): QualifiedName {
    const declared = this.#model.type(type);
    return declared?.kind === "TypeDefinition" ? declared.underlyingType : type;
  }
}
