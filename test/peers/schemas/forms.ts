/** What the tool generates for a model in three forms: its own schemas, those of zod, and JSON schema, which ajv checks. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import * as zod from "zod";
import type { GenerateRequest } from "../../../src/generate.js";
import type { Module as NamedModule } from "../../../src/naming/modules.js";
import { Modules, type Exports } from "../../validators/support/modules.js";
import { javaScriptOf, runtimeText, type Schema } from "../../validators/support/generated.js";

export const EMIT: GenerateRequest["emit"] = ["types", "validators", "zod", "json-schema"];

/** A schema in all forms. */
export interface Forms {
  readonly own: Schema;
  readonly zod: zod.ZodType;
  readonly ajv: ValidateFunction;
}

/** The flat one needs no name. */
type Module = Pick<NamedModule, "flat"> & Partial<NamedModule>;

export class SchemaForms {
  readonly #modules: Modules;
  readonly #ajv: Ajv2020;
  readonly #id: string;

  /** `files` are those of an output with the runtime of the package. */
  constructor(files: Readonly<Record<string, string>>) {
    const texts = javaScriptOf(files);
    const runtime = /^(?:@odata-codegen|odata-codegen)\/runtime\/([\w-]+)$/;
    this.#modules = new Modules(
      (path) => texts(path) ?? runtimeText(path.replace(/^\/out(?=\/runtime\/)/, "")),
      (name) => (runtime.test(name) ? name.replace(runtime, "/runtime/$1.js") : name === "zod" ? zod : undefined),
    );
    const document = JSON.parse(files["schema.json"] ?? "") as { readonly $id: string };
    // The formats of the specification are annotations; lexical forms are patterns.
    this.#ajv = new Ajv2020({ strict: true, validateFormats: false, ownProperties: true });
    this.#ajv.addSchema(document);
    this.#id = document.$id;
  }

  /** A schema by its constant in `validators.ts` and `zod.ts`; its name in `$defs` is that of the type. */
  find(module: Module, constant: string): Forms {
    const type = constant.replace(/Schema(?=_*$)/, "").replace(/^./, (first) => first.toUpperCase());
    const name = module.flat ? type : `${String(module.identifier)}.${type}`;
    const ajv = this.#ajv.getSchema(`${this.#id}#/$defs/${encodeURIComponent(name)}`);
    const own = this.#exports("validators", module)[constant];
    const other = this.#exports("zod", module)[constant];
    if (ajv === undefined || own === undefined || other === undefined) throw new RangeError(`no schema ${constant}`);
    return { own: own as Schema, zod: other as zod.ZodType, ajv };
  }

  /** Whether validators have a schema of the name. */
  has(module: Module, constant: string): boolean {
    return this.#exports("validators", module)[constant] !== undefined;
  }

  #exports(artifact: "validators" | "zod", module: Module): Exports {
    return this.#modules.load(module.flat ? `/out/${artifact}.js` : `/out/${artifact}/${String(module.identifier)}.js`);
  }
}
