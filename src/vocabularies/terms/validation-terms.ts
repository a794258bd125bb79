import { carried, used, type TermEntries } from "./term-entry.js";

/** Org.OData.Validation.V1 */
export const validationTerms: TermEntries = {
  AllowedTerms: carried("Applies to annotations, which have no output."),
  AllowedValues: used(
    "records",
    "Strings: a union of literals in request bodies, which also accepts other strings in responses. Checked in request bodies; documented.",
  ),
  ApplicableTerms: carried("Applies to annotations, which have no output."),
  Constraint: carried("A condition on instances, given as an expression."),
  DerivedTypeConstraint: used("strings", "The allowed types of values written to a property, parameter or set."),
  Exclusive: used("boolean", "The limit itself is out of range."),
  ItemsOf: carried("A condition on instances."),
  MaxItems: used("number", "Checked in request bodies; documented."),
  Maximum: used("constant", "Numbers, dates, times and durations: checked exactly in request bodies; documented."),
  MinItems: used("number", "Checked in request bodies; documented."),
  Minimum: used("constant", "Numbers, dates, times and durations: checked exactly in request bodies; documented."),
  MultipleOf: used("number", "Checked exactly in request bodies; documented."),
  OpenPropertyTypeConstraint: carried("Undeclared properties have the type `unknown`."),
  Pattern: used("string", "Strings: checked in request bodies unless it can take exponential time; documented."),
};
