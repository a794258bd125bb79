/**
 * What a document in CSDL JSON has no place for: an element is the member of its schema that has its name, so that an
 * operation with the name of another element has none (CSDL JSON 4.01 §5, §12.1, §12.3). CSDL forbids such names, but
 * services have them.
 */
import type { Report } from "../../diagnostics/report.js";
import { elementsOf, type AnnotationTarget, type CsdlDocument } from "../../edm/document.js";
import type { ContainerChild, SchemaElement } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { isOperation } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";

/** The document without operations that have the name of another element, and without what refers to them. Reports each. */
export function withoutSharedNames(document: CsdlDocument, report: Report): CsdlDocument {
  const all = elementsOf(document.schemas);
  const imports = all.flatMap((element) => (element.kind === "EntityContainer" ? element.children : []));
  const byName = groupBy(all, ({ name }) => name);
  const lost = new Set<QualifiedName>();
  for (const [name, elements] of byName) {
    const other = elements.find((element) => !isOperation(element));
    const operations = elements.filter(isOperation);
    const [first] = operations;
    if (first === undefined) continue;
    if (other !== undefined) {
      lost.add(name);
      report.add("json-name-taken", first.at, { name, kind: first.kind, other: other.kind }, [
        { place: other.at, message: "the element that has the name" },
        ...imports
          .filter((child) => isImportOf(child, new Set([name])))
          .map((child) => ({ place: child.at, message: `the import ${child.name} is left out, too` })),
      ]);
    } else if (operations.some(({ kind }) => kind !== first.kind)) {
      report.add("json-kinds-mixed", first.at, { name });
    }
  }
  if (lost.size === 0) return document;
  const schemas = document.schemas.map((schema) => ({
    ...schema,
    elements: schema.elements.flatMap((element) => kept(element, lost)),
    targets: schema.targets.filter((target) => !isSignatureOf(target, lost)),
  }));
  return { ...document, schemas };
}

type Lost = ReadonlySet<QualifiedName>;

function kept(element: SchemaElement, lost: Lost): readonly SchemaElement[] {
  if (isOperation(element)) return lost.has(element.name) ? [] : [element];
  if (element.kind !== "EntityContainer") return [element];
  return [{ ...element, children: element.children.filter((child) => !isImportOf(child, lost)) }];
}

function isImportOf(child: ContainerChild, lost: Lost): boolean {
  if (child.kind === "ActionImport") return lost.has(child.action);
  return child.kind === "FunctionImport" && lost.has(child.function);
}

/** `ns.image(Edm.Int32)/width` is about an overload, `ns.image/width` about the other element. */
function isSignatureOf({ target }: AnnotationTarget, lost: Lost): boolean {
  const open = target.indexOf("(");
  return open > 0 && lost.has(target.slice(0, open) as QualifiedName);
}
