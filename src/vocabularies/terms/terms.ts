import type { QualifiedName } from "../../edm/names.js";
import { COMMUNITY_ALTERNATE_KEYS } from "../../edm/vocabulary.js";
import { capabilitiesTerms } from "./capabilities-terms.js";
import { coreTerms } from "./core-terms.js";
import { measuresTerms } from "./measures-terms.js";
import { sapCommonTerms, sapCommunicationTerms } from "./sap-terms.js";
import type { TermEntries, TermEntry } from "./term-entry.js";
import { validationTerms } from "./validation-terms.js";

/** The vocabularies whose terms are listed one by one. */
export const vocabularies: Readonly<Record<string, TermEntries>> = {
  "Org.OData.Core.V1": coreTerms,
  "Org.OData.Capabilities.V1": capabilitiesTerms,
  "Org.OData.Validation.V1": validationTerms,
  "Org.OData.Measures.V1": measuresTerms,
  "com.sap.vocabularies.Common.v1": sapCommonTerms,
  "com.sap.vocabularies.Communication.v1": sapCommunicationTerms,
};

export function termEntry(term: QualifiedName): TermEntry | undefined {
  if (term === COMMUNITY_ALTERNATE_KEYS) return coreTerms["AlternateKeys"];
  const dot = term.lastIndexOf(".");
  const entries = ownEntry(vocabularies, term.slice(0, dot));
  return entries && ownEntry(entries, term.slice(dot + 1));
}

/** A namespace or a term may be called `constructor`. */
function ownEntry<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
