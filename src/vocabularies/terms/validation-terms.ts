import { carried, used, type TermEntries } from "./term-entry.js";

/** Org.OData.Validation.V1 */
export const validationTerms: TermEntries = {
  AllowedTerms: carried("Says something of annotations, which have no output."),
  AllowedValues: used(
    "records",
    "Strings: a union of literals when written, with room for others when read. Checked when written; documented.",
  ),
  ApplicableTerms: carried("Says something of annotations, which have no output."),
  Constraint: carried("A condition on instances, as an expression."),
  DerivedTypeConstraint: used("strings", "The types of what is written, to a property, parameter or set."),
  Exclusive: used("boolean", "The limit itself is out of range."),
  ItemsOf: carried("A condition on instances."),
  MaxItems: used("number", "Checked when written; documented."),
  Maximum: used("constant", "Numbers: checked when written. Documented."),
  MinItems: used("number", "Checked when written; documented."),
  Minimum: used("constant", "Numbers: checked when written. Documented."),
  MultipleOf: used("number", "Checked when written, exactly; documented."),
  OpenPropertyTypeConstraint: carried(
    "Further properties are `unknown`, which is what they are until they are looked at.",
  ),
  Pattern: used("string", "Strings: checked when written, unless it can take exponential time. Documented."),
};
