import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import type { SchemaElement, StructuredType, TypeDefinition } from "../edm/elements.js";
import { GRAPH_JSON, isMicrosoftGraph } from "../edm/microsoft-graph.js";
import { indexElements, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { edm } from "../edm/primitive-types.js";
import { compareElements } from "./schemas.js";

/**
 * Makes type definitions of Edm.Untyped of complex types whose values are any JSON value, arrays and texts too, which
 * CSDL of OData 4.0 has no other name for. `names` are qualified; `microsoft.graph.Json` is one in any case.
 */
export function withUntypedTypes(model: Model, names: readonly string[], report: Report): Model {
  const wanted = names.flatMap((name) => namedType(name, model, report) ?? []);
  const known = isMicrosoftGraph(model) ? complexType(GRAPH_JSON, model) : undefined;
  const types = known !== undefined && isEmpty(known, model) ? [...wanted, known] : wanted;
  return types.length === 0 ? model : replaced(model, new Map(types.map((type) => [type, definitionOf(type)])));
}

/** The type that the user names; reports one that is no complex type without members. */
function namedType(name: string, model: Model, report: Report): StructuredType | undefined {
  const at = { path: `--untyped ${name}` };
  const type = complexType(name as QualifiedName, model);
  if (type === undefined) {
    const near = nearest(name, complexTypes(model));
    report.add("untyped-not-found", at, { name, near });
  } else if (!isEmpty(type, model)) {
    report.add("untyped-not-empty", at, { name }, [{ place: type.at, message: "the type" }]);
  } else return type;
  return undefined;
}

function complexType(name: QualifiedName, model: Model): StructuredType | undefined {
  const type = model.type(name);
  return type?.kind === "ComplexType" ? type : undefined;
}

function complexTypes({ structuredTypes }: Model): readonly QualifiedName[] {
  return structuredTypes.filter(({ kind }) => kind === "ComplexType").map(({ name }) => name);
}

/** Whether it has no members, inherited ones included, and no types derived from it. */
function isEmpty(type: StructuredType, model: Model): boolean {
  const members = [type, ...model.bases(type)].flatMap((one) => [...one.properties, ...one.navigationProperties]);
  return members.length === 0 && model.derived(type.name).length === 0;
}

function definitionOf({ name, at, by, annotations }: StructuredType): TypeDefinition {
  const shared = { name, at, by, ...(annotations !== undefined && { annotations }) };
  return { kind: "TypeDefinition", ...shared, underlyingType: edm("Untyped") };
}

function replaced(model: Model, definitions: ReadonlyMap<SchemaElement, TypeDefinition>): Model {
  const schemas = model.schemas.map((schema) =>
    schema.elements.some((element) => definitions.has(element))
      ? {
          ...schema,
          elements: schema.elements.map((element) => definitions.get(element) ?? element).sort(compareElements),
        }
      : schema,
  );
  const originals = new Map([...definitions].map(([type, definition]) => [definition, type]));
  return {
    ...model,
    ...indexElements(schemas),
    schemas,
    declarations: (element) => model.declarations(originals.get(element as TypeDefinition) ?? element),
  };
}
