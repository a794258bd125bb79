import type { Annotation, Expression, PropertyValue } from "../../edm/annotations.js";
import type { Declared } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import type { ResolvedRequest } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { OPEN_PERMISSION, permissionSchemes } from "../../edm/microsoft-graph.js";
import type { Method, Permission, ScopeSet } from "../../edm/requests.js";
import { Capabilities, Core } from "../../edm/vocabulary.js";

/** Whether a page states permissions or required properties for a request to an element. */
export function restricts(request: ResolvedRequest): boolean {
  return request.resource !== undefined && (request.permissions !== undefined || requires(request));
}

const terms: Readonly<Record<Method, QualifiedName>> = {
  GET: Capabilities.ReadRestrictions,
  POST: Capabilities.InsertRestrictions,
  PATCH: Capabilities.UpdateRestrictions,
  PUT: Capabilities.UpdateRestrictions,
  DELETE: Capabilities.DeleteRestrictions,
};

/** What pages state about the requests to one element, as Capabilities annotations: the form in which CSDL has it. */
export function restrictionsOf(requests: readonly ResolvedRequest[]): readonly Annotation[] {
  const byTerm = groupBy(requests, ({ resource, method }) =>
    resource?.kind === "Operation" ? Capabilities.OperationRestrictions : terms[method],
  );
  return [...byTerm].map(([term, group]) => {
    // Reading one entity of a collection may need other permissions than listing them.
    const byKey =
      term === Capabilities.ReadRestrictions ? group.find(({ resource }) => resource?.kind === "Entity") : undefined;
    const whole = group.find((request) => request !== byKey);
    const properties = [
      ...(whole?.permissions === undefined ? [] : [permissionsOf(whole)]),
      ...(whole !== undefined && requires(whole) ? [requiredOf(whole)] : []),
      ...(byKey?.permissions === undefined
        ? []
        : [property("ReadByKeyRestrictions", record([permissionsOf(byKey)]), byKey)]),
    ];
    return { term, at: group[0].at, value: record(properties) };
  });
}

/** Whether a page states the required properties of the very type that the request creates. */
function requires({ method, required, resource, body }: ResolvedRequest): boolean {
  return method === "POST" && required !== undefined && resource?.kind === "Collection" && body?.type === resource.type;
}

function requiredOf(request: ResolvedRequest): PropertyValue {
  const paths = (request.required ?? []).map((path): Expression => ({ kind: "Path", type: "PropertyPath", path }));
  return property("RequiredProperties", { kind: "Collection", items: paths }, request);
}

/** One permission for each alternative: one of the sets of scopes is required (Capabilities.ReadRestrictions). */
function permissionsOf(request: ResolvedRequest): PropertyValue {
  const items = (request.permissions ?? []).flatMap((permission) =>
    permission.alternatives.map((set) => permissionType(permission, set)),
  );
  return property("Permissions", { kind: "Collection", items }, request);
}

/** The vocabulary has no property for the case in which a permission applies: its description names it. */
function permissionType(permission: Permission, set: ScopeSet): Expression {
  const scopes = set.map((scope) => record([property("Scope", text(scope), permission)]));
  const { at, scheme, when, exact } = permission;
  const annotations = [
    ...(when === undefined ? [] : [{ term: Core.Description, at, value: text(when) }]),
    ...(exact === false ? [{ term: Core.LongDescription, at, value: text(OPEN_PERMISSION) }] : []),
  ];
  return {
    ...record([
      property("SchemeName", text(permissionSchemes[scheme].security), permission),
      property("Scopes", { kind: "Collection", items: scopes }, permission),
    ]),
    ...(annotations.length > 0 && { annotations }),
  };
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
