/** Kinds of values of OData 2.0 and 3.0 as the runtime exports them: a client imports those that its service has. */
import { code, literal, type Code } from "../../../code/code.js";
import type { WireEntry } from "./wire-entry.js";

/** A name in the client and the kind of its value. */
export interface KindEntry {
  readonly name: string;
  readonly kind: Code;
}

export function kindEntries(entries: readonly WireEntry[]): readonly KindEntry[] {
  return entries.map(({ name, value }) => ({ name, kind: kindCode(value) }));
}

function kindCode(kind: string): Code {
  if (kind === "" || kind === "String") return code`""`;
  // Calls of other functions would keep the table in bundles that do not use the client.
  return kind.includes(".") ? code`/* @__PURE__ */ edmEnum(${literal(kind)})` : exportOf(kind);
}

/** The names in the runtime of the kinds in tables. */
export function kindExports(entries: readonly WireEntry[]): readonly Code[] {
  const kinds = new Set(entries.map(({ value }) => (value.includes(".") ? "Enum" : value)));
  return [...kinds]
    .filter((kind) => kind !== "" && kind !== "String")
    .sort()
    .map(exportOf);
}

/** Kinds are named like the primitive types. */
function exportOf(kind: string): Code {
  return `edm${kind}` as Code;
}
