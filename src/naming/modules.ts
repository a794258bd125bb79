/** The modules of the output: one for each namespace with types or operations; one of them is exported flat. */
import type { Code } from "../code/code.js";
import type { Report } from "../diagnostics/report.js";
import type { Schema } from "../edm/document.js";
import { compareText, isType, type Model } from "../edm/model.js";
import { namespaceOf } from "../edm/names.js";
import { camelCase, identifierOf, isIdentifier, lowerFirst } from "./letter-case.js";
import type { Lock } from "./lock.js";
import { type AllNamed, lockedRole } from "./named.js";
import { reservedWords } from "./reserved-words.js";

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
const RESERVED = ["createClient", "edm", "isType", "typeMap", "types", "v", "writes"];

/** File names that Windows reserves, whatever their extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

export interface ModuleChoice {
  /** The namespace to export flat, where an option names one. */
  readonly wanted: string | undefined;
  readonly lock: Lock;
  readonly named: AllNamed;
}

/** The flat module first: that of the namespace that is wanted, else that of the lock, else that of the container. */
export function modulesOf(model: Model, choice: ModuleChoice, report: Report): readonly [Module, ...Module[]] {
  const { types, operations } = choice.named;
  const homes = new Set([...types, ...operations].map(({ home }) => home));
  const schemas = model.schemas.filter(({ namespace }) => homes.has(namespace));
  const flat = choice.wanted ?? flatOf(model, schemas, choice.lock);
  const identifierOf = identifiersOf(schemas, { ...choice, model, flat }, report);
  const modules = schemas.map(({ namespace }) => ({
    namespace,
    identifier: identifierOf(namespace),
    flat: namespace === flat,
  }));
  const first = modules.find((module) => module.flat);
  const others = modules.filter((module) => module !== first);
  const empty = { namespace: flat ?? "", identifier: "model" as Code, flat: true };
  return [{ ...(first ?? empty), order: 0 }, ...others.map((module, index) => ({ ...module, order: index + 1 }))];
}

/** `microsoft.graph.callRecords` → `callRecords`, where `microsoft.graph` is flat. */
function wantedIdentifier(namespace: string, flat: string | undefined): string {
  const simple = namespace.slice(namespace.lastIndexOf(".") + 1);
  if (namespace === flat) return camelCase([identifierOf(simple)]);
  const isBelow = flat !== undefined && namespace.startsWith(`${flat}.`);
  return camelCase((isBelow ? namespace.slice(flat.length + 1) : namespace).split(".").map(identifierOf));
}

/** Identifiers by namespace: those of the lock, then others that are free. */
function identifiersOf(
  schemas: readonly Schema[],
  { lock, named, model, flat }: ModuleChoice & { readonly model: Model; readonly flat: string | undefined },
  report: Report,
): (namespace: string) => Code {
  const pool = new IdentifierPool(model, lockedNamesIn(flat, named));
  const lockedOnes = schemas.filter(({ namespace }) => namespace !== flat && lock.module(namespace) !== undefined);
  const refused = lockedOnes.filter(({ namespace }) => !pool.give(namespace, lock.module(namespace)));
  for (const { namespace } of schemas) pool.take(namespace, wantedIdentifier(namespace, flat));
  for (const { namespace, at } of refused)
    report.add("locked-name-refused", at, { element: namespace, instead: pool.of(namespace) });
  return (namespace) => pool.of(namespace);
}

class IdentifierPool {
  readonly #identifiers = new Map<string, string>();
  readonly #taken: Set<string>;
  readonly #exact: ReadonlySet<unknown>;

  /** `exact` are names that new identifiers must not have; these may differ in letter case alone. */
  constructor(model: Model, exact: ReadonlySet<unknown>) {
    this.#taken = new Set([...RESERVED, ...functionsOf(model)].map((name) => name.toLowerCase()));
    this.#exact = exact;
  }

  of(namespace: string): Code {
    return (this.#identifiers.get(namespace) ?? "") as Code; // made of identifiers
  }

  /** Whether the namespace can have exactly that identifier, which it then has. */
  give(namespace: string, identifier: unknown): boolean {
    const isOne = typeof identifier === "string" && isIdentifier(identifier) && lowerFirst(identifier) === identifier;
    if (!isOne || !this.#isFree(identifier)) return false;
    this.#set(namespace, identifier);
    return true;
  }

  /** Gives a namespace that has none an identifier, with `_` appended until it is free. */
  take(namespace: string, wanted: string): void {
    if (this.#identifiers.has(namespace)) return;
    let identifier = wanted;
    while (!this.#isFree(identifier) || this.#exact.has(identifier)) identifier += "_";
    this.#set(namespace, identifier);
  }

  #isFree(identifier: string): boolean {
    return (
      !this.#taken.has(identifier.toLowerCase()) && !DEVICE_NAME.test(identifier) && !reservedWords.has(identifier)
    );
  }

  #set(namespace: string, identifier: string): void {
    this.#identifiers.set(namespace, identifier);
    this.#taken.add(identifier.toLowerCase());
  }
}

/** The names of the lock that a module has. */
function lockedNamesIn(namespace: string | undefined, { types, operations }: AllNamed): ReadonlySet<unknown> {
  const within = [...types, ...operations].filter(({ home }) => home === namespace);
  return new Set(within.flatMap((named) => named.roles.map((role) => lockedRole(named, role))));
}

/**
 * The flat namespace of the lock. If it is gone, one takes its place that was no module of its own, so that those stay.
 */
function flatOf(model: Model, schemas: readonly Schema[], lock: Lock): string | undefined {
  if (schemas.some(({ namespace }) => namespace === lock.flat)) return lock.flat;
  const isModule = ({ namespace }: Schema) =>
    lock.module(namespace) !== undefined && schemas.some((one) => one.namespace === namespace);
  return flatNamespaceOf({ container: model.container, schemas: model.schemas.filter((schema) => !isModule(schema)) });
}

/** The container's namespace if it declares a type, else the one with most types. */
function flatNamespaceOf({ container, schemas }: Pick<Model, "container" | "schemas">): string | undefined {
  const counts = new Map(schemas.map(({ namespace, elements }) => [namespace, elements.filter(isType).length]));
  const own = container && namespaceOf(container.name);
  if (own !== undefined && (counts.get(own) ?? 0) > 0) return own;
  const [most] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || compareText(a, b));
  return most?.[0];
}
