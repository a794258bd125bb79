import { carried, used, type TermEntries } from "./term-entry.js";

/** Org.OData.Measures.V1 */
export const measuresTerms: TermEntries = {
  DurationGranularity: carried("Durations have one type."),
  ISOCurrency: used("string", "Documentation: the currency of the number, or the property that has it."),
  Scale: carried("The display of a number."),
  UNECEUnit: carried("`Unit` names the unit for people."),
  Unit: used("string", "Documentation: the unit of the number, or the property that has it."),
};
