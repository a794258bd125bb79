import { used, type TermEntries } from "./term-entry.js";

/** com.sap.vocabularies.Common.v1. Its other terms are for user interfaces and are carried. */
export const sapCommonTerms: TermEntries = {
  FieldControl: used(
    "member",
    "`Mandatory`: required on create, and a parameter is given in every call. `ReadOnly`: not in the create and update shapes; refused by their validators. CAP's `@mandatory` and `@readonly` give them. Other members, and a path, have no effect.",
  ),
};
