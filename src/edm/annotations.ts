import type { At } from "../diagnostics/position.js";
import type { QualifiedName } from "./names.js";

/** A value for a term on a model element (CSDL 4.01 §14.3). Its identity is (target, term, qualifier). */
export interface Annotation {
  readonly term: QualifiedName;
  readonly qualifier?: string;
  readonly value: Expression;
  readonly at: At;
  readonly annotations?: readonly Annotation[];
  /** Of a capability in a model: other values that CSDL states for the same term and qualifier. */
  readonly others?: readonly Annotation[];
}

export type ConstantKind =
  | "Binary"
  | "Bool"
  | "Date"
  | "DateTimeOffset"
  | "Decimal"
  | "Duration"
  | "EnumMember"
  | "Float"
  | "Guid"
  | "Int"
  | "String"
  | "TimeOfDay";

export type PathKind =
  "Path" | "AnnotationPath" | "ModelElementPath" | "NavigationPropertyPath" | "PropertyPath" | "AnyPropertyPath";

export type OperatorKind =
  | "And"
  | "Or"
  | "Not"
  | "Eq"
  | "Ne"
  | "Gt"
  | "Ge"
  | "Lt"
  | "Le"
  | "Has"
  | "In"
  | "Add"
  | "Sub"
  | "Neg"
  | "Mul"
  | "Div"
  | "DivBy"
  | "Mod";

/** Constant and dynamic expressions (CSDL 4.01 §14.3–14.4). Constants keep their exact text. */
export type Expression = (
  | { readonly kind: "Constant"; readonly type: ConstantKind; readonly value: string }
  | { readonly kind: "Null" }
  | { readonly kind: "Collection"; readonly items: readonly Expression[] }
  | { readonly kind: "Record"; readonly type?: QualifiedName; readonly properties: readonly PropertyValue[] }
  | { readonly kind: "Path"; readonly type: PathKind; readonly path: string }
  | { readonly kind: "Operator"; readonly operator: OperatorKind; readonly operands: readonly Expression[] }
  | { readonly kind: "If"; readonly operands: readonly Expression[] }
  | { readonly kind: "Apply"; readonly function: string; readonly arguments: readonly Expression[] }
  | {
      readonly kind: "Cast" | "IsOf";
      readonly type: QualifiedName;
      readonly collection: boolean;
      readonly facets?: Facets;
      readonly operand: Expression;
    }
  | { readonly kind: "LabeledElement"; readonly name: string; readonly value: Expression }
  | { readonly kind: "LabeledElementReference"; readonly name: string }
  | { readonly kind: "UrlRef"; readonly value: Expression }
) & { readonly annotations?: readonly Annotation[] };

export interface PropertyValue {
  readonly name: string;
  readonly value: Expression;
  readonly at: At;
  readonly annotations?: readonly Annotation[];
}

/** Facets of a type use (CSDL 4.01 §7.2). An absent facet was not stated. */
export interface Facets {
  readonly maxLength?: number | "max";
  readonly precision?: number;
  readonly scale?: number | "variable" | "floating";
  readonly srid?: number | "variable";
  readonly unicode?: boolean;
}

const DATE = "-?(?:0\\d{3}|[1-9]\\d{3,})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";
const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,12})?)?";

// As OData ABNF 4.01 has them (CSDL 4.01 §14.3).
const LEXICAL: Partial<Record<ConstantKind, RegExp>> = {
  Bool: /^(?:true|false)$/,
  Int: /^[+-]?[0-9]+$/,
  Decimal: /^(?:[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$/,
  Date: new RegExp(`^${DATE}$`),
  DateTimeOffset: new RegExp(`^${DATE}T${TIME}(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$`, "i"),
  Duration: /^[+-]?P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/i,
  Guid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  TimeOfDay: new RegExp(`^${TIME}$`),
  Float: /^(?:[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$/,
};

/** Whether a text is in the form of a kind of constant; any text is where the form cannot be told. */
export function isConstant(kind: ConstantKind, text: string): boolean {
  return LEXICAL[kind]?.test(text) !== false;
}
