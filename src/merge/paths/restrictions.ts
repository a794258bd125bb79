/**
 * What the pages say of requests in terms of the standard vocabulary: permissions become
 * Capabilities.*Restrictions of what the request addresses, as an annotated CSDL would say it.
 */
import type { Annotation, Expression, PropertyValue } from "../../edm/annotations.js";
import type { Schema } from "../../edm/document.js";
import type { EntityContainer, Operation, Declared, SchemaElement, StructuredType } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { isOperation, isStructured, type ResolvedRequest } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { withMore } from "../../edm/with-more.js";
import { permissionSchemes } from "../../edm/microsoft-graph.js";
import type { Method, Permission } from "../../edm/requests.js";
import { Capabilities } from "../../edm/vocabulary.js";
import type { Replacements } from "../replacements.js";

/** The schemas with those annotations, by elements that replace others; what CSDL says by the same term stands. */
export function annotateRestrictions(
  schemas: readonly Schema[],
  requests: readonly ResolvedRequest[],
  replacements: Replacements,
): readonly Schema[] {
  const addressed = requests.filter(
    (request) => request.resource !== undefined && (request.permissions !== undefined || requires(request)),
  );
  if (addressed.length === 0) return schemas;
  const byElement = groupBy(addressed, ({ resource }): Declared | undefined =>
    resource?.kind === "Operation" ? resource.operation : resource?.through,
  );
  const annotate = <T extends Declared>(element: T): T => {
    const asked = byElement.get(element);
    if (asked === undefined) return element;
    const { annotations = [] } = element;
    const added = restrictionsOf(asked).filter(({ term }) => !annotations.some((said) => said.term === term));
    if (added.length === 0) return element;
    const annotated = withMore<Declared>(element, { annotations: [...annotations, ...added] });
    return replacements.replace(element, annotated as T); // what else it is, it stays
  };
  return schemas.map((schema) => ({
    ...schema,
    elements: schema.elements.map((element) => annotateElement(element, annotate, replacements)),
  }));
}

type Annotate = <T extends Declared>(element: T) => T;

function annotateElement(element: SchemaElement, annotate: Annotate, replacements: Replacements): SchemaElement {
  if (isOperation(element)) return annotate<Operation>(element);
  if (isStructured(element)) {
    const navigationProperties = element.navigationProperties.map(annotate);
    const same = navigationProperties.every((property, index) => property === element.navigationProperties[index]);
    return same ? element : replacements.replace<StructuredType>(element, { ...element, navigationProperties });
  }
  if (element.kind !== "EntityContainer") return element;
  return replacements.replace<EntityContainer>(element, { ...element, children: element.children.map(annotate) });
}

const terms: Readonly<Record<Method, QualifiedName>> = {
  GET: Capabilities.ReadRestrictions,
  POST: Capabilities.InsertRestrictions,
  PATCH: Capabilities.UpdateRestrictions,
  PUT: Capabilities.UpdateRestrictions,
  DELETE: Capabilities.DeleteRestrictions,
};

function restrictionsOf(asked: readonly ResolvedRequest[]): readonly Annotation[] {
  const byTerm = groupBy(asked, ({ resource, method }) =>
    resource?.kind === "Operation" ? Capabilities.OperationRestrictions : terms[method],
  );
  return [...byTerm].map(([term, requests]) => {
    // To read one entity of a collection may take other permissions than to list them.
    const byKey =
      term === Capabilities.ReadRestrictions ? requests.find(({ resource }) => resource?.kind === "Entity") : undefined;
    const whole = requests.find((request) => request !== byKey);
    const properties = [
      ...(whole?.permissions === undefined ? [] : [permissionsOf(whole)]),
      ...(whole !== undefined && requires(whole) ? [requiredOf(whole)] : []),
      ...(byKey?.permissions === undefined
        ? []
        : [property("ReadByKeyRestrictions", record([permissionsOf(byKey)]), byKey)]),
    ];
    return { term, at: requests[0].at, value: record(properties) };
  });
}

/** Whether a new entity needs properties that are stated, of the very type that the request creates. */
function requires({ method, required, resource, body }: ResolvedRequest): boolean {
  return method === "POST" && required !== undefined && resource?.kind === "Collection" && body?.type === resource.type;
}

function requiredOf(request: ResolvedRequest): PropertyValue {
  const paths = (request.required ?? []).map((path): Expression => ({ kind: "Path", type: "PropertyPath", path }));
  return property("RequiredProperties", { kind: "Collection", items: paths }, request);
}

function permissionsOf(request: ResolvedRequest): PropertyValue {
  const supported = (request.permissions ?? []).filter(({ scopes }) => scopes.length > 0);
  return property(
    "Permissions",
    { kind: "Collection", items: supported.map((permission) => permissionType(permission)) },
    request,
  );
}

function permissionType(permission: Permission): Expression {
  const scopes = permission.scopes.map((scope) => record([property("Scope", text(scope), permission)]));
  return record([
    property("SchemeName", text(permissionSchemes[permission.scheme].security), permission),
    property("Scopes", { kind: "Collection", items: scopes }, permission),
  ]);
}

function record(properties: readonly PropertyValue[]): Expression {
  return { kind: "Record", properties };
}

function property(name: string, value: Expression, { at }: Pick<Declared, "at">): PropertyValue {
  return { name, value, at };
}

function text(value: string): Expression {
  return { kind: "Constant", type: "String", value };
}
