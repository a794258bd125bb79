/** Control information: what names with `@` state (OData JSON Format 4.01 §4.6). */
import type { NavigationProperty, StructuredType } from "../../../src/edm/elements.js";
import type { Model } from "../../../src/edm/model.js";
import { FINE, fault, type Fault, type Path } from "./fault.js";
import { mayBeNull } from "./members.js";

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

const MEDIA = ["mediaReadLink", "mediaEditLink", "mediaContentType", "mediaEtag"];

/** What is looked at in responses, where names are not walked: in pages, in both spellings. */
export const READ_OF_PAGES: readonly string[] = ["@odata.", "@"].flatMap((start) =>
  ["context", "count", "nextLink", "deltaLink"].map((name) => start + name),
);

/** Of values of a type: what entities have, and what stands for streams (OData JSON Format 4.01 §9). */
export function readOf(type: StructuredType, model: Model): readonly string[] {
  const line = [type, ...model.bases(type)];
  const streams = line.flatMap(({ properties }) => properties.filter((one) => one.type?.type === "Edm.Stream"));
  const holders = [
    ...(line.some(({ hasStream }) => hasStream === true) ? [""] : []),
    ...streams.map(({ name }) => name),
  ];
  const ofEntity = type.kind === "EntityType" ? ["context", "id", "etag"].map((name) => `@odata.${name}`) : [];
  return [...ofEntity, ...holders.flatMap((name) => MEDIA.map((fact) => `${name}@odata.${fact}`))];
}

export interface Annotations {
  /** Those that are looked at; undefined where all are, as in what is written. */
  readonly read: readonly string[] | undefined;
  /** Whether the type is judged otherwise. */
  readonly typed: boolean;
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
  const { read, typed } = annotations;
  if (control === "bind" && read === undefined) return bindFaults(name.slice(0, at), value, path, annotations);
  if (value === undefined || value === null || (typed && control === "type" && at === 0)) return FINE;
  if (read?.includes(name) === false) return FINE;
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
