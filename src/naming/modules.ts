/** The modules of the output: one for each namespace with types or operations; one of them is exported flat. */
import type { Code } from "../code/code.js";
import { compareText, isOperation, isType, type Model } from "../edm/model.js";
import { namespaceOf } from "../edm/names.js";
import { camelCase } from "./letter-case.js";

export interface Module {
  readonly namespace: string;
  /** How other modules import it, and the name of its files. */
  readonly identifier: Code;
  readonly flat: boolean;
}

/** Identifiers that generated files use for themselves. */
const RESERVED = ["edm", "types", "v", "writes"];

/** File names that Windows reserves, whatever their extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The flat module first; `wanted` is the namespace for it, by default that of the container. */
export function modulesOf(model: Model, wanted: string | undefined): readonly [Module, ...Module[]] {
  const flat = wanted ?? flatNamespaceOf(model);
  const taken = new Set(RESERVED);
  const modules = model.schemas
    .filter(({ elements }) => elements.some((element) => isType(element) || isOperation(element)))
    .map(({ namespace }) => {
      const identifier = freeIdentifier(identifierOf(namespace, flat), taken);
      return { namespace, identifier, flat: namespace === flat };
    });
  const first = modules.find((module) => module.flat);
  const others = modules.filter((module) => module !== first);
  return [first ?? { namespace: flat ?? "", identifier: "model" as Code, flat: true }, ...others];
}

/** `microsoft.graph.callRecords` → `callRecords`, where `microsoft.graph` is flat. */
function identifierOf(namespace: string, flat: string | undefined): string {
  if (namespace === flat) return camelCase(namespace.split(".").slice(-1));
  const isBelow = flat !== undefined && namespace.startsWith(`${flat}.`);
  return camelCase((isBelow ? namespace.slice(flat.length + 1) : namespace).split("."));
}

function freeIdentifier(wanted: string, taken: Set<string>): Code {
  let identifier = wanted;
  while (taken.has(identifier.toLowerCase()) || DEVICE_NAME.test(identifier)) identifier += "_";
  taken.add(identifier.toLowerCase());
  return identifier as Code; // made of checked simple identifiers
}

/** The container's namespace if it declares a type, else the one with most types. */
function flatNamespaceOf({ container, schemas }: Model): string | undefined {
  const countTypes = (namespace: string) =>
    schemas.find((schema) => schema.namespace === namespace)?.elements.filter(isType).length ?? 0;
  const own = container && namespaceOf(container.name);
  if (own !== undefined && countTypes(own) > 0) return own;
  return schemas
    .map(({ namespace }) => namespace)
    .sort((a, b) => countTypes(b) - countTypes(a) || compareText(a, b))[0];
}
