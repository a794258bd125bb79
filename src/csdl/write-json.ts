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
import { type Defaults, defaultsOf } from "./json/print/unsaid.js";

type Members = ReadonlyMap<string, Json>;

/**
 * The document as CSDL JSON, indented by two blanks, with a line break at the end. Names carry their full
 * namespace. Aliases are declared all the same, since strings in annotations may name elements by them; nobody
 * but the service can tell which strings do. What CSDL XML leaves unsaid is said where JSON has another default.
 */
export function writeCsdlJson(document: CsdlDocument): string {
  const defaults = defaultsOf(document);
  const root = merged(
    members(
      ["$Version", document.version],
      ["$EntityContainer", containerOf(document)],
      ["$Reference", document.references.length === 0 ? undefined : printReferences(document.references, defaults)],
    ),
    new Map(document.schemas.map((schema) => [schema.namespace, printSchema(schema, defaults)])),
  );
  return `${printJson(root)}\n`;
}

/** The container of the service: of several, the last that no other one extends. */
function containerOf({ schemas }: CsdlDocument): QualifiedName | undefined {
  const containers = elementsOf(schemas).filter((element) => element.kind === "EntityContainer");
  const extended = new Set(containers.map((container) => container.extends));
  return containers.findLast(({ name }) => !extended.has(name))?.name;
}

function printReferences(references: readonly Reference[], defaults: Defaults): Members {
  const result = new Map<string, Members>();
  for (const reference of references) {
    const uri = vocabularyUri(reference.uri, "json");
    const earlier = result.get(uri);
    const printed = printReference(reference, defaults);
    result.set(uri, earlier === undefined ? printed : joined(earlier, printed));
  }
  return result;
}

/** Two references to one document, which CSDL JSON cannot tell apart. */
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

function printReference({ includes, includeAnnotations, annotations }: Reference, defaults: Defaults): Members {
  return merged(
    members(
      ["$Include", includes.length === 0 ? undefined : includes.map((include) => printInclude(include, defaults))],
      [
        "$IncludeAnnotations",
        includeAnnotations.length === 0 ? undefined : includeAnnotations.map(printIncludeAnnotations),
      ],
    ),
    printAnnotations(annotations, defaults),
  );
}

function printInclude({ namespace, alias, annotations }: Include, defaults: Defaults): Members {
  return merged(members(["$Namespace", namespace], ["$Alias", alias]), printAnnotations(annotations, defaults));
}

function printIncludeAnnotations({ termNamespace, qualifier, targetNamespace }: IncludeAnnotations): Members {
  return members(["$TermNamespace", termNamespace], ["$Qualifier", qualifier], ["$TargetNamespace", targetNamespace]);
}

function printSchema({ alias, elements, targets, annotations }: Schema, defaults: Defaults): Members {
  const external = new Map<string, Members>();
  for (const { target, qualifier, annotations: applied } of targets) {
    external.set(target, merged(external.get(target) ?? new Map(), printAnnotations(applied, defaults, "", qualifier)));
  }
  return merged(
    members(["$Alias", alias]),
    printElements(elements, defaults),
    members(["$Annotations", external.size === 0 ? undefined : external]),
    printAnnotations(annotations, defaults),
  );
}
