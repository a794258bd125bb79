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

/** What stands for a stream, before and after its `@` (OData JSON Format 4.01 §9). */
const OF_STREAM = /^(.+)@(?:odata\.)?media(?:ReadLink|EditLink|ContentType|Etag)$/;

/** Whether an annotation of a value is looked at when it is read. */
export type Looked = (name: string) => boolean;

/** All of a page, and of an entity, that has some of its own; those of streams are up to the type. */
export function readOfEntity(value: object): Looked {
  const hasOwn = Object.keys(value).some((name) => name.startsWith("@"));
  return (name) => hasOwn && !OF_STREAM.test(name);
}

/** Complex values have the name of their type, and more where they lead to entities or to what is not declared. */
export function readOf(value: object, type: StructuredType, model: Model): Looked {
  const line = [type, ...model.bases(type)];
  const streams = line.flatMap(({ properties }) => properties.filter((one) => one.type?.type === "Edm.Stream"));
  const root = line.at(-1) ?? type;
  const leadsOn = [root, ...model.derived(root.name)].some(
    (one) => one.kind === "EntityType" || one.navigationProperties.length > 0 || isOpen(one, model),
  );
  const others = leadsOn ? readOfEntity(value) : (name: string) => name === "@odata.type" || name === "@type";
  const expanded = line.flatMap(({ navigationProperties }) => navigationProperties).filter(isExpandedIn(value));
  const isOfExpanded = (name: string) => expanded.some((property) => name.startsWith(`${property.name}@`));
  return (name) =>
    others(name) ||
    (isOfExpanded(name) && !OF_STREAM.test(name)) ||
    streams.some((stream) => stream.name === OF_STREAM.exec(name)?.[1]);
}

/** Whether a value has the entities that a navigation property leads to. */
function isExpandedIn(value: object): (property: NavigationProperty) => boolean {
  return ({ name, type }) => {
    const related: unknown = Object.hasOwn(value, name)
      ? (value as Readonly<Record<string, unknown>>)[name]
      : undefined;
    return type?.collection === true
      ? Array.isArray(related)
      : typeof related === "object" && related !== null && !Array.isArray(related);
  };
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
