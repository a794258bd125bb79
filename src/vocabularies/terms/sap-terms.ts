import { used, type TermEntries } from "./term-entry.js";

/** com.sap.vocabularies.Common.v1. Its other terms are for user interfaces and are carried. */
export const sapCommonTerms: TermEntries = {
  FieldControl: used(
    "member",
    "`Mandatory`: required on create, and a parameter is given in every call. `ReadOnly`: not in the create and update shapes; refused by their validators. CAP's `@mandatory` and `@readonly` give them. Other members, and a path, have no effect.",
  ),
  Heading: used("string", "Documentation of elements without a label."),
  IsCalendarDate: used("boolean", "Documentation of the property."),
  IsDigitSequence: used("boolean", "Documentation of the property."),
  IsUpperCase: used("boolean", "Documentation of the property."),
  Label: used("string", "Documentation: `label – quick info`, where the description has not the same words."),
  QuickInfo: used("string", "Documentation, after the label."),
};

/** com.sap.vocabularies.Communication.v1. Its other terms describe persons, calendars and mail, and are carried. */
export const sapCommunicationTerms: TermEntries = {
  IsEmailAddress: used("boolean", "Documentation of the property."),
  IsPhoneNumber: used("boolean", "Documentation of the property."),
};
