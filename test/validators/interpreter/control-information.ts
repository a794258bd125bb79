/** Control information: what names with `@` state (OData JSON Format 4.01 §4.6). */
import type { NavigationProperty, StructuredType } from "../../../src/edm/elements.js";
import type { Model } from "../../../src/edm/model.js";
import { FINE, fault, type Fault, type Path } from "./fault.js";
import { isOpen, mayBeNull } from "./members.js";

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

/** Whether an annotation of a value is looked at when it is read. */
export type Looked = (name: string) => boolean;

/** All of what names its type, and of what may be annotated without. */
export function readOf(value: object, type: StructuredType, model: Model): Looked {
  const isTyped = ["@odata.type", "@type"].some((name) => own(value, name) != null);
  const root = [type, ...model.bases(type)].at(-1) ?? type;
  const looked = isTyped || [root, ...model.derived(root.name)].some((one) => isAnnotated(one, model));
  return () => looked;
}

function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** Entities, and complex values that lead to some, have what is not declared, collections or streams. */
function isAnnotated(type: StructuredType, model: Model): boolean {
  const { kind, navigationProperties, properties } = type;
  if (kind === "EntityType" || navigationProperties.length > 0 || isOpen(type, model)) return true;
  return properties.some((property) => property.type?.collection === true || property.type?.type === "Edm.Stream");
}

export interface Annotations {
  /** Those that are looked at; undefined where all are, as in what is written. */
  readonly read: Looked | undefined;
  /** Those that may relate an entity that exists. */
  readonly bindable: readonly NavigationProperty[];
  /** Whether names that the type does not declare may be one, too. */
  readonly open: boolean;
  readonly declared: readonly string[];
}

/** Names of other annotations, of the service or of vocabularies, take any value. */
export function controlFaults(name: string, value: unknown, path: Path, annotations: Annotations): readonly Fault[] {
  const at = name.indexOf("@");
  const control = name.slice(at + 1).replace(/^odata\./, "");
  const { read } = annotations;
  if (control === "bind" && read === undefined) return bindFaults(name.slice(0, at), value, path, annotations);
  if (value === undefined || value === null || read?.(name) === false) return FINE;
  if (TEXTS.has(control)) return typeof value === "string" ? FINE : fault(path, "type");
  if (control === "count") return isCount(value) ? FINE : fault(path, "type");
  return FINE;
}

function isCount(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && value !== "" && !/\D/.test(value));
}

/** OData JSON Format 4.01 §8.5: entities that exist, by their URLs. */
function bindFaults(
  name: string,
  value: unknown,
  path: Path,
  { bindable, open, declared }: Annotations,
): readonly Fault[] {
  if (value === undefined) return FINE;
  const areUrls = Array.isArray(value) && value.every((item) => typeof item === "string");
  const property = bindable.find((one) => one.name === name);
  if (property === undefined) {
    // One that contains its entities, or is refused.
    if (declared.includes(name)) return fault(path);
    if (!open) return fault(path, "unknown-property");
    return typeof value === "string" || areUrls ? FINE : fault(path, "type");
  }
  if (property.type?.collection === true) return areUrls ? FINE : fault(path, "type");
  const isNull = value === null && mayBeNull(property.type);
  return typeof value === "string" || isNull ? FINE : fault(path);
}
