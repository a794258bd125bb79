import {
  elementsOf,
  type CsdlDocument,
  type Include,
  type IncludeAnnotations,
  type Reference,
  type Schema,
} from "../edm/document.js";
import type { QualifiedName } from "../edm/names.js";
import { vocabularyUri } from "./vocabulary-uris.js";
import { printAnnotations } from "./json/print/print-annotations.js";
import { printElements } from "./json/print/print-elements.js";
import { type Json, members, merged, printJson } from "./json/print/print.js";
import { type PrintContext, printContextOf } from "./json/print/print-context.js";

type Members = ReadonlyMap<string, Json>;

/**
 * Prints a document as CSDL JSON, indented by two spaces, with a final line break. Names have full namespaces. Aliases
 * are still declared: strings in annotations may use them, and cannot be told from other strings. Defaults of CSDL XML
 * that differ from those of CSDL JSON are written out.
 */
export function writeCsdlJson(document: CsdlDocument): string {
  const context = printContextOf(document);
  const root = merged(
    members(
      ["$Version", document.version],
      ["$EntityContainer", containerOf(document)],
      ["$Reference", document.references.length === 0 ? undefined : printReferences(document.references, context)],
    ),
    new Map(document.schemas.map((schema) => [schema.namespace, printSchema(schema, context)])),
  );
  return `${printJson(root)}\n`;
}

/** The entity container of the service: the last one that no other container extends. */
function containerOf({ schemas }: CsdlDocument): QualifiedName | undefined {
  const containers = elementsOf(schemas).filter((element) => element.kind === "EntityContainer");
  const extended = new Set(containers.map((container) => container.extends));
  return containers.findLast(({ name }) => !extended.has(name))?.name;
}

function printReferences(references: readonly Reference[], context: PrintContext): Members {
  const result = new Map<string, Members>();
  for (const reference of references) {
    const uri = vocabularyUri(reference.uri, "json");
    const earlier = result.get(uri);
    const printed = printReference(reference, context);
    result.set(uri, earlier === undefined ? printed : joined(earlier, printed));
  }
  return result;
}

/** Merges two references to the same URI, which is a member name in CSDL JSON. */
function joined(first: Members, second: Members): Members {
  const both = new Map(first);
  for (const [name, value] of second) {
    const earlier = both.get(name);
    both.set(
      name,
      Array.isArray(earlier) && Array.isArray(value) ? [...(earlier as Json[]), ...(value as Json[])] : value,
    );
  }
  return both;
}

function printReference({ includes, includeAnnotations, annotations }: Reference, context: PrintContext): Members {
  return merged(
    members(
      ["$Include", includes.length === 0 ? undefined : includes.map((include) => printInclude(include, context))],
      [
        "$IncludeAnnotations",
        includeAnnotations.length === 0 ? undefined : includeAnnotations.map(printIncludeAnnotations),
      ],
    ),
    printAnnotations(annotations, context),
  );
}

function printInclude({ namespace, alias, annotations }: Include, context: PrintContext): Members {
  return merged(members(["$Namespace", namespace], ["$Alias", alias]), printAnnotations(annotations, context));
}

function printIncludeAnnotations({ termNamespace, qualifier, targetNamespace }: IncludeAnnotations): Members {
  return members(["$TermNamespace", termNamespace], ["$Qualifier", qualifier], ["$TargetNamespace", targetNamespace]);
}

function printSchema({ alias, elements, targets, annotations }: Schema, context: PrintContext): Members {
  const external = new Map<string, Members>();
  for (const { target, qualifier, annotations: applied } of targets) {
    external.set(target, merged(external.get(target) ?? new Map(), printAnnotations(applied, context, "", qualifier)));
  }
  return merged(
    members(["$Alias", alias]),
    printElements(elements, context),
    members(["$Annotations", external.size === 0 ? undefined : external]),
    printAnnotations(annotations, context),
  );
}
