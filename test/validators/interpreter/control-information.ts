/** Control information: what names with `@` state (OData JSON Format 4.01 §4.6). */
import type { NavigationProperty } from "../../../src/edm/elements.js";
import { FINE, fault, type Fault, type Path } from "./fault.js";
import { mayBeNull, type Mode } from "./members.js";

const LINKS = ["edit", "read", "next", "delta", "navigation", "association", "mediaEdit", "mediaRead"];
const TEXTS: ReadonlySet<string> = new Set([
  "context",
  "id",
  "etag",
  "type",
  "mediaEtag",
  "mediaContentType",
  ...LINKS.map((name) => `${name}Link`),
]);

/** What is looked at in responses, where names are not walked: of entities, and of pages in both spellings. */
const readOf: Readonly<Record<Kind, ReadonlySet<string>>> = {
  value: new Set(),
  entity: new Set(["@odata.id", "@odata.etag"]),
  page: new Set(
    ["@odata.", "@"].flatMap((start) => ["context", "count", "nextLink", "deltaLink"].map((name) => start + name)),
  ),
};

type Kind = "value" | "entity" | "page";

export interface Annotations {
  readonly mode: Mode;
  /** What the annotations are of. */
  readonly of: Kind;
  /** Those that may relate an entity that exists. */
  readonly bindable: readonly NavigationProperty[];
  /** Whether any other name may be one, too. */
  readonly open: boolean;
}

/** Names of other annotations, of the service or of vocabularies, take any value. */
export function controlFaults(name: string, value: unknown, path: Path, annotations: Annotations): readonly Fault[] {
  const at = name.indexOf("@");
  const control = name.slice(at + 1).replace(/^odata\./, "");
  if (control === "bind" && annotations.mode !== "read") return bindFaults(name.slice(0, at), value, path, annotations);
  // The type of the value itself is judged with it.
  if (value === undefined || value === null || (control === "type" && at === 0)) return FINE;
  if (annotations.mode === "read" && !readOf[annotations.of].has(name)) return FINE;
  if (TEXTS.has(control)) return typeof value === "string" ? FINE : fault(path, "type");
  if (control === "count") return isCount(value) ? FINE : fault(path, "type");
  return FINE;
}

function isCount(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && value !== "" && !/\D/.test(value));
}

/** OData JSON Format 4.01 §8.5: entities that exist, by their URLs. */
function bindFaults(name: string, value: unknown, path: Path, { bindable, open }: Annotations): readonly Fault[] {
  if (value === undefined) return FINE;
  const areUrls = Array.isArray(value) && value.every((item) => typeof item === "string");
  const property = bindable.find((one) => one.name === name);
  if (property === undefined) {
    if (!open) return fault(path, "unknown-property");
    return typeof value === "string" || areUrls ? FINE : fault(path, "type");
  }
  if (property.type?.collection === true) return areUrls ? FINE : fault(path, "type");
  const isNull = value === null && mayBeNull(property.type);
  return typeof value === "string" || isNull ? FINE : fault(path);
}
