import { sourceIndexOf } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { Document, Schema } from "../edm/document.js";
import type { EnumType, Said, SchemaElement, StructuredType, Term, TypeDefinition } from "../edm/elements.js";
import { createModel, isOperation, isStructured, type Model } from "../edm/model.js";
import { groupBy } from "../edm/grouping.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../edm/names.js";
import { ExternalAnnotations, mergeAnnotations } from "./annotations.js";
import { mergeBases, type Claims } from "./bases.js";
import { checkKeys, checkReferences, missingTypeReporter } from "./check-model.js";
import { mergeContainers } from "./containers.js";
import type { MergeContext } from "./context.js";
import { mergeEnum } from "./enums.js";
import { assignMembers } from "./members.js";
import { mergeOperations } from "./operations.js";
import { placeRequests } from "./place-requests.js";
import { mergeRequests, serviceRootOf } from "./requests.js";
import { resolvePages } from "./resolve-names.js";
import { annotateRestrictions } from "./restrictions.js";
import { reportUnresolved, resolveRequests } from "./resolve-requests.js";
import { mergeStructuredTypes } from "./structured.js";
import { weighingOf, type Weighing } from "./weight.js";

/**
 * Makes one model of all documents: first which types there are, then what the names mean, then
 * the members, each on the type that declares it.
 */
export function merge(documents: readonly Document[], report: Report): Model {
  const csdl = documents.filter((document) => document.kind === "csdl");
  const schemas = csdl.flatMap((document) => document.schemas);
  const { pages, links } = resolvePages(documents);
  const elements = schemas.flatMap((schema) => schema.elements);
  const weigh = weighingOf(documents);
  const said = [...elements, ...pages.flatMap(({ types }) => types)];
  const external = new ExternalAnnotations(csdl);
  const declarations = new Map<Said, readonly Said[]>();
  const loaded = new Set(schemas.map(({ namespace }) => namespace));
  const context: MergeContext = {
    report,
    weigh,
    declare: (element, by) => declarations.set(element, by),
    declared: (element) => declarations.get(element) ?? [element],
    external: (target) => external.take(target),
    reportMissing: missingTypeReporter(loaded, said, report),
  };

  const enums = claimsOf(
    said.filter((element) => element.kind === "EnumType"),
    weigh,
  );
  const structured = claimsOf(
    said.filter((element): element is StructuredType => isStructured(element) && !enums.has(element.name)),
    weigh,
  );
  const definitions = elements.filter((element) => element.kind === "TypeDefinition");
  reportExampleTypes(structured, links, report);
  reportDuplicates([...enums.values(), ...structured.values(), ...claimsOf(definitions, weigh).values()], report);

  const known = new Set<QualifiedName>([
    ...enums.keys(),
    ...structured.keys(),
    ...definitions.map(({ name }) => name),
    ...namedByRows(structured),
  ]);
  const bases = mergeBases(structured, known, context);
  const requests = mergeRequests(
    pages.flatMap((page) => page.requests),
    bases,
    context,
  );
  const containers = elements.filter((element) => element.kind === "EntityContainer");
  const placement = placeRequests({ requests: containers.length === 0 ? requests : [], known, bases, context });
  const claims = claimsOf([...[...structured.values()].flat(), ...placement.claims], weigh);
  const members = assignMembers(claims, bases, context);

  const merged: readonly SchemaElement[] = [
    ...[...enums.values()].map((claims) => mergeEnum(claims, context)),
    ...mergeStructuredTypes({ claims, bases, members, placed: placement.placed, items: placement.items }, context),
    ...definitions.map((definition) => withAnnotations(definition, context)),
    ...mergeOperations([...elements.filter(isOperation), ...placement.operations], context),
    ...elements.filter((element) => element.kind === "Term").map((term) => withAnnotations(term, context)),
    ...mergeContainers([...containers, ...(placement.container ? [placement.container] : [])], context),
  ];
  const parts = {
    schemas: schemasOf(merged, schemas, external),
    references: csdl.flatMap(({ references }) => references),
    serviceRoot: serviceRootOf(requests),
    declarations,
  };
  const bare = createModel({ ...parts, requests: [] });
  const found = resolveRequests(requests, bare, context);
  reportUnresolved(found, bare, report);
  const model = createModel({ ...parts, schemas: annotateRestrictions(parts.schemas, found, context), requests: [] });
  checkReferences(model, context);
  checkKeys(model, context);
  for (const { targets } of model.schemas) {
    for (const { target, at } of targets) {
      if (loaded.has(namespaceOf(targetRootOf(target)))) report.add("target-unresolved", at, { target });
    }
  }
  // The annotated elements are new ones: the requests lead to those.
  return { ...model, requests: resolveRequests(requests, model, context) };
}

function claimsOf<T extends EnumType | StructuredType | TypeDefinition>(
  elements: readonly T[],
  weigh: Weighing,
): Claims<T> {
  const claims = groupBy(elements, ({ name }) => name);
  for (const list of claims.values()) list.sort(weigh);
  return claims;
}

/** Two pages may speak of one type; two CSDL declarations contradict each other. */
function reportDuplicates(groups: readonly (readonly Said[])[], report: Report): void {
  for (const group of groups) {
    const [first, ...others] = group.filter(({ by }) => by === "csdl") as (Said & { name: QualifiedName })[];
    if (first === undefined) continue;
    for (const other of others) {
      // Of two in one document the reader has spoken.
      if (sourceIndexOf(other.at) === sourceIndexOf(first.at)) continue;
      report.add("duplicate-element", other.at, { name: other.name }, [
        { place: first.at, message: "first declared here" },
      ]);
    }
  }
}

/** A type that no table and no CSDL describes is as good as its examples: the page that would settle it is named. */
function reportExampleTypes(
  claims: Claims<StructuredType>,
  links: ReadonlyMap<QualifiedName, string>,
  report: Report,
): void {
  for (const [name, [first]] of claims) {
    if (first.by === "example")
      report.add("type-from-examples", first.at, {
        type: name,
        page: links.get(name) ?? `${simpleNameOf(name)} resource type`,
      });
  }
}

/** Types that only "Inherited from" rows name. */
function namedByRows(claims: Claims<StructuredType>): readonly QualifiedName[] {
  return [...claims.values()]
    .flat()
    .flatMap(({ properties, navigationProperties }) => [...properties, ...navigationProperties])
    .flatMap(({ declaredOn }) => declaredOn ?? []);
}

function withAnnotations<T extends TypeDefinition | Term>(element: T, context: MergeContext): T {
  const merged = { ...element, ...mergeAnnotations(element.name, [element], context) };
  context.declare(merged, [element]);
  return merged;
}

/** The schemas of the model: one for each namespace, whichever sources speak of it. */
function schemasOf(
  elements: readonly SchemaElement[],
  said: readonly Schema[],
  external: ExternalAnnotations,
): readonly Schema[] {
  const left = external.left();
  const byNamespace = new Map<string, SchemaElement[]>();
  for (const namespace of [
    ...said.map((schema) => schema.namespace),
    ...elements.map(({ name }) => namespaceOf(name)),
  ]) {
    if (!byNamespace.has(namespace)) byNamespace.set(namespace, []);
  }
  for (const element of elements) byNamespace.get(namespaceOf(element.name))?.push(element);
  return [...byNamespace].flatMap(([namespace, own]) => {
    const declared = said.filter((schema) => schema.namespace === namespace);
    const at = declared[0]?.at ?? own[0]?.at;
    const alias = declared.find((schema) => schema.alias !== undefined)?.alias;
    const annotations = declared.flatMap((schema) => schema.annotations ?? []);
    if (at === undefined) return [];
    return [
      {
        namespace,
        ...(alias !== undefined && { alias }),
        at,
        elements: own,
        targets: left.get(namespace) ?? [],
        ...(annotations.length > 0 && { annotations }),
      },
    ];
  });
}

/** `ns.Type/property@term` → `ns.Type` */
function targetRootOf(target: string): QualifiedName {
  return target.split(/[/(@]/, 1)[0] as QualifiedName;
}
