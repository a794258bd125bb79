/** The generated files of a service, with ways from a name on the wire to what stands for it. */
import { emittedModule, type EmittedInterface, type EmittedModule } from "./emitted.js";

/** A declaration: the namespace's module, undefined for the flat one, and its name there. */
export interface Place {
  readonly module: string | undefined;
  readonly name: string;
}

export class Output {
  readonly #files: Readonly<Record<string, string>>;
  readonly #parsed = new Map<string, EmittedModule>();
  readonly #types: ReadonlyMap<string, string>;
  readonly #segments: ReadonlyMap<string, string>;

  constructor(files: Readonly<Record<string, string>>) {
    this.#files = files;
    const typeMap = this.module("type-map", undefined).interfaces.get("TypeMap")?.members ?? new Map<string, string>();
    this.#types = new Map([...typeMap].map(([wire, type]) => [wire, type.replace(/^types\./, "")]));
    const segments = this.module("client", undefined).tables.get("segments") ?? new Map<string, string>();
    // After a final dot follows the name.
    this.#segments = new Map([...segments].map(([name, wire]) => [name, wire.endsWith(".") ? wire + name : wire]));
  }

  module(artifact: "types" | "type-map" | "values" | "writes" | "client", name: string | undefined): EmittedModule {
    const path = name === undefined ? `${artifact}.ts` : `${artifact}/${name}.ts`;
    const known = this.#parsed.get(path) ?? emittedModule(path, this.#files[path] ?? "");
    this.#parsed.set(path, known);
    return known;
  }

  /** The interface of a structured type: TypeMap says where it is. */
  typePlace(wire: string): Place | undefined {
    const text = this.#types.get(wire);
    return text === undefined ? undefined : placeOf(text, undefined);
  }

  interfaceAt(artifact: "types" | "writes" | "client", { module, name }: Place): EmittedInterface | undefined {
    return this.module(artifact, module).interfaces.get(name);
  }

  /** The names that a segment may have in the client. */
  segmentNames(...wire: readonly string[]): readonly string[] {
    const given = [...this.#segments].filter(([, value]) => wire.includes(value)).map(([name]) => name);
    return [...given, ...wire.filter((name) => !this.#segments.has(name))];
  }

  get typeNames(): readonly string[] {
    return [...this.#types.keys()];
  }
}

/** `callRecords.Session`, as a file of a module calls it; `graph` is the flat module there. */
export function placeOf(text: string, module: string | undefined): Place {
  const [first = "", ...rest] = text.split(".");
  if (rest.length === 0) return { module, name: first };
  return { module: first === "graph" ? undefined : first, name: rest.join(".") };
}
