import type { TermEntries } from "./term-entry.js";

/** Org.OData.Capabilities.V1 */
export const capabilitiesTerms: TermEntries = {};
