/** The names of schemas: those of the validators, and further ones of what is only a part of bodies. */
import { code, type Code } from "../../code/code.js";
import { isType } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { lowerFirst, upperFirst } from "../../naming/letter-case.js";
import type { Module } from "../../naming/modules.js";
import type { ViewContext } from "../view-context.js";
import type { ReferenceView } from "./schemas-view.js";

export type Shape = "read" | "create" | "update";

/** A type in one shape, alone or with the types that are derived from it. */
export interface Wanted {
  readonly type: QualifiedName;
  readonly shape: Shape;
  readonly variants: boolean;
}

const endings = { read: "", create: "Create", update: "Update" } as const;

export class SchemaNames {
  readonly #context: ViewContext;
  readonly #taken: ReadonlyMap<Module, Set<string>>;
  readonly #given = new Map<string, Code>();

  constructor(context: ViewContext) {
    const { names, whole } = context;
    this.#context = context;
    const taken = new Map<Module, Set<string>>();
    for (const { name, kind } of whole.elements.filter(isType)) {
      if (kind === "TypeDefinition") continue;
      const module = names.moduleOf(name);
      const ofModule = taken.get(module) ?? new Set();
      taken.set(module, ofModule.add(names.role(name, "schema").toLowerCase()));
    }
    this.#taken = taken;
  }

  /** The constant that holds the schema. */
  constant(wanted: Wanted): Code {
    const key = keyOf(wanted);
    const name = this.#given.get(key) ?? this.#exported(wanted) ?? this.#free(wanted);
    this.#given.set(key, name);
    return name;
  }

  /** As the file of a module calls the schema. */
  reach(module: Module, constant: Code, from: Module): ReferenceView {
    const expression = module === from ? constant : code`${aliasOf(module)}.${constant}`;
    return { expression, name: this.defined(module, constant) };
  }

  /** The name in `$defs`: that of the TypeScript type, where there is one. */
  defined({ flat, identifier }: Module, constant: Code): string {
    const own = upperFirst(constant.replace(/Schema(?=_*$)/, ""));
    return flat ? own : `${identifier}.${own}`;
  }

  /** The name that validators export; undefined where they have none. */
  #exported({ type, shape, variants }: Wanted): Code | undefined {
    const { names, model, usage } = this.#context;
    if (shape === "read") return names.role(type, variants ? "orDerivedSchema" : "schema");
    if (model.type(type)?.kind !== "EntityType") return undefined;
    if (!variants) return names.role(type, `${shape}Schema`);
    return usage.writtenWithDerived.has(type) ? names.role(type, `${shape}OrDerivedSchema`) : undefined;
  }

  #free({ type, shape, variants }: Wanted): Code {
    const { names } = this.#context;
    const taken = this.#taken.get(names.moduleOf(type)) ?? new Set();
    let name = `${lowerFirst(names.type(type))}${endings[shape]}${variants ? "OrDerived" : ""}Schema`;
    while (taken.has(name.toLowerCase())) name += "_";
    taken.add(name.toLowerCase());
    return name as Code; // made of an identifier
  }
}

function keyOf({ type, shape, variants }: Wanted): string {
  return `${type} ${shape} ${String(variants)}`;
}

/** How a file imports the schemas of another module. */
export function aliasOf({ identifier }: Module): Code {
  return code`schemasOf${upperFirst(identifier) as Code}`;
}
