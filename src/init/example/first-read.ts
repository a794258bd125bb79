/** What a first call of a service reads: a set or singleton that needs no parameters, and some of its properties. */
import type { EntitySet, Property, Singleton, StructuredType } from "../../edm/elements.js";
import { isMicrosoftGraph } from "../../edm/microsoft-graph.js";
import { isStructured, type Model } from "../../edm/model.js";
import { capabilitiesOf, defaultLayers, layerOf } from "../../vocabularies/capabilities.js";

export interface FirstRead {
  /** Names of the client that lead to it. */
  readonly path: readonly string[];
  readonly isCollection: boolean;
  /** Names for `select`; empty where the service does not take the option. */
  readonly select: readonly string[];
  /** Whether the service takes `top`. */
  readonly hasTop: boolean;
}

/** Names that are properties of the client without quotes, and are no methods of it. */
const PLAIN = /^(?!(?:get|post|patch|put|delete|byId|as|request|then|toJSON)$)[A-Za-z_$][\w$]*$/;

/** Collections before single entities, and those with most to show before others; undefined if nothing can be read so. */
export function firstRead(model: Model): FirstRead | undefined {
  const reads = [...documentedReads(model), ...containerReads(model)];
  const ranked = reads.toSorted(
    (a, b) => Number(b.isCollection) - Number(a.isCollection) || b.select.length - a.select.length,
  );
  return ranked[0];
}

/** The requests of reference pages whose paths have no parameters. */
function documentedReads(model: Model): readonly FirstRead[] {
  return model.requests.flatMap(({ method, template, resource }) => {
    const path = template
      .replace(/\?.*$/, "")
      .split("/")
      .filter((segment) => segment !== "");
    if (method !== "GET" || resource === undefined || resource.kind === "Operation") return [];
    if (path.length === 0 || !path.every((segment) => PLAIN.test(segment))) return [];
    const type = model.type(resource.type);
    const select = type !== undefined && isStructured(type) ? shownProperties(type, model) : [];
    const isCollection = resource.kind === "Collection";
    return [{ path, isCollection, select, hasTop: isCollection }];
  });
}

function containerReads(model: Model): readonly FirstRead[] {
  const children = (model.container?.children ?? []).filter(({ name }) => PLAIN.test(name));
  return children.flatMap((child) =>
    child.kind === "EntitySet" || child.kind === "Singleton" ? (readOf(child, model) ?? []) : [],
  );
}

function readOf(child: EntitySet | Singleton, model: Model): FirstRead | undefined {
  const isCollection = child.kind === "EntitySet";
  const type = model.type(isCollection ? child.entityType : child.type);
  if (type === undefined || !isStructured(type)) return undefined;
  const layers = [child, type].flatMap((annotated) => layerOf(annotated) ?? []);
  const { readable, selectable, top, requiresFilter, requiredInFilter } = capabilitiesOf([
    ...layers,
    ...defaultLayers(model.container),
  ]);
  if (!readable || (isCollection && (requiresFilter || requiredInFilter.length > 0))) return undefined;
  const select = selectable ? shownProperties(type, model) : [];
  return { path: [child.name], isCollection, select, hasTop: isCollection && top };
}

/** At most three properties that are worth a look: keys and strings first. */
function shownProperties(type: StructuredType, model: Model): readonly string[] {
  const types = [...model.bases(type).toReversed(), type];
  const keys = new Set(types.flatMap(({ key = [] }) => key.map(({ name }) => name)));
  const shown = types.flatMap(({ properties }) => properties.filter((property) => isShown(property, model)));
  const rank = ({ name, type: of }: Property) => (keys.has(name) ? 0 : of?.type === "Edm.String" ? 1 : 2);
  return [...new Set(shown.toSorted((a, b) => rank(a) - rank(b)).map(({ name }) => name))].slice(0, 3);
}

/** Values that are neither content, nor a list or an object. */
function isShown({ name, type }: Property, model: Model): boolean {
  if (type === undefined || type.collection || /^Edm\.(?:Stream|Binary|Untyped|Geo.*)$/.test(type.type)) return false;
  const declared = model.type(type.type);
  return PLAIN.test(name) && (declared === undefined || !isStructured(declared));
}

/** Whether requests need a token, as those of Microsoft Graph do. */
export function needsToken(model: Model): boolean {
  return isMicrosoftGraph(model) || model.serviceRoot?.startsWith("https://graph.microsoft.com/") === true;
}
