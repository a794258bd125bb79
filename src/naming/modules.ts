/** The modules of the output: one for each namespace with types or operations; one of them is exported flat. */
import type { Code } from "../code/code.js";
import type { SchemaElement } from "../edm/elements.js";
import { bindingTypeOf, compareText, isOperation, isType, type Model } from "../edm/model.js";
import { namespaceOf } from "../edm/names.js";
import { camelCase, identifierOf } from "./letter-case.js";

export interface Module {
  readonly namespace: string;
  /** How other modules import it, and the name of its files. */
  readonly identifier: Code;
  readonly flat: boolean;
  /** Its place among the modules. */
  readonly order: number;
}

const FUNCTIONS = ["collectionOf", "createOf", "deltaOf", "odataErrorSchema", "partial", "pick", "withNavigation"];

/** OData 2.0 and 3.0 have payloads of another form, and no changes of collections. */
const FUNCTIONS_BEFORE_4 = [
  "collectionOf",
  "createOf",
  "odataErrorSchema",
  "partial",
  "pick",
  "responseOf",
  "wirePageOf",
  "withNavigation",
];

/** What the flat module of validators exports beside schemas and types. */
export function functionsOf({ protocol }: Pick<Model, "protocol">): readonly string[] {
  return protocol === "4.0" ? FUNCTIONS : FUNCTIONS_BEFORE_4;
}

/** Identifiers that generated files use for themselves. */
const RESERVED = ["edm", "typeMap", "types", "v", "writes"];

/** File names that Windows reserves, whatever their extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The flat module first; `wanted` is the namespace for it, by default that of the container. */
export function modulesOf(model: Model, wanted: string | undefined): readonly [Module, ...Module[]] {
  const flat = wanted ?? flatNamespaceOf(model);
  const taken = new Set([...RESERVED, ...functionsOf(model)].map((name) => name.toLowerCase()));
  const modules = model.schemas
    .filter(({ namespace, elements }) => elements.some((element) => homeOf(element, model) === namespace))
    .map(({ namespace }) => {
      const identifier = freeIdentifier(wantedIdentifier(namespace, flat), taken);
      return { namespace, identifier, flat: namespace === flat };
    });
  const first = modules.find((module) => module.flat);
  const others = modules.filter((module) => module !== first);
  const empty = { namespace: flat ?? "", identifier: "model" as Code, flat: true };
  return [{ ...(first ?? empty), order: 0 }, ...others.map((module, index) => ({ ...module, order: index + 1 }))];
}

/**
 * The namespace whose files hold a type, or the parameters and result of an operation; undefined for other elements.
 * Names for a bound operation begin with that of its binding type, so they stand beside that type where it is known.
 */
export function homeOf(element: SchemaElement, model: Model): string | undefined {
  if (isType(element)) return namespaceOf(element.name);
  if (!isOperation(element)) return undefined;
  const binding = bindingTypeOf(element)?.type;
  return namespaceOf(binding !== undefined && model.type(binding) !== undefined ? binding : element.name);
}

/** `microsoft.graph.callRecords` → `callRecords`, where `microsoft.graph` is flat. */
function wantedIdentifier(namespace: string, flat: string | undefined): string {
  const simple = namespace.slice(namespace.lastIndexOf(".") + 1);
  if (namespace === flat) return camelCase([identifierOf(simple)]);
  const isBelow = flat !== undefined && namespace.startsWith(`${flat}.`);
  return camelCase((isBelow ? namespace.slice(flat.length + 1) : namespace).split(".").map(identifierOf));
}

function freeIdentifier(wanted: string, taken: Set<string>): Code {
  let identifier = wanted;
  while (taken.has(identifier.toLowerCase()) || DEVICE_NAME.test(identifier)) identifier += "_";
  taken.add(identifier.toLowerCase());
  return identifier as Code; // made of identifiers
}

/** The container's namespace if it declares a type, else the one with most types. */
function flatNamespaceOf({ container, schemas }: Model): string | undefined {
  const counts = new Map(schemas.map(({ namespace, elements }) => [namespace, elements.filter(isType).length]));
  const own = container && namespaceOf(container.name);
  if (own !== undefined && (counts.get(own) ?? 0) > 0) return own;
  const [most] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || compareText(a, b));
  return most?.[0];
}
