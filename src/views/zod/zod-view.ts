/** The files of the artifact `zod`: one for each module, and the types of OData as zod schemas, which they share. */
import { mentions, type Code } from "../../code/code.js";
import type { Module } from "../../naming/modules.js";
import type { BannerView } from "../modules/banner.js";
import { fileOf, importPath, importView, moduleImports, runtimePath, type ImportView } from "../modules/paths.js";
import { aliasOf } from "../schemas/schema-names.js";
import type { SchemaModuleView, SchemasView, DescribedSchema } from "../schemas/schemas-view.js";
import type { ViewContext } from "../view-context.js";

/** A hyphen is in no name of a module. */
export const ZOD_TYPES_FILE = "zod/edm-types.ts";

export interface ZodView {
  readonly banner: BannerView;
  readonly edm: string;
  /** Whether any schema is declared here. */
  readonly declares: boolean;
  readonly types: readonly ImportView[];
  /** Other modules whose schemas are used. */
  readonly others: readonly ImportView[];
  /** Other modules, which the flat one exports under their names. */
  readonly modules: readonly ImportView[];
  readonly schemas: readonly DescribedSchema[];
}

export interface ZodTypesView {
  readonly banner: BannerView;
  readonly validation: string;
  readonly before4: boolean;
}

export function zodView(module: Module, { schemas }: SchemaModuleView, context: ViewContext): ZodView {
  const { names, options } = context;
  const file = fileOf("zod", module);
  const used = new Set(schemas.flatMap(expressionsOf));
  return {
    banner: context.banner,
    edm: importPath(file, ZOD_TYPES_FILE, options),
    declares: schemas.length > 0,
    types: typeImports(file, schemas, context),
    others: names.modules
      .filter((other) => other !== module && mentions([...used], aliasOf(other)))
      .map((other) => importView(aliasOf(other), importPath(file, fileOf("zod", other), options))),
    modules: moduleImports(names.exportedBy(module), "zod", file, options),
    schemas,
  };
}

export function zodTypesView(context: ViewContext, { before4 }: SchemasView): ZodTypesView {
  return { banner: context.banner, validation: runtimePath(ZOD_TYPES_FILE, "validation", context), before4 };
}

function typeImports(
  file: string,
  schemas: readonly DescribedSchema[],
  { options }: ViewContext,
): readonly ImportView[] {
  const codes = schemas.map(({ type }) => type);
  return (["types", "responses", "writes"] as const)
    .filter((artifact) => mentions(codes, artifact))
    .map((artifact) => importView(artifact as string as Code, importPath(file, `${artifact}.ts`, options)));
}

/** How a schema reaches others. */
function expressionsOf(schema: DescribedSchema): readonly Code[] {
  switch (schema.partial) {
    case "variants-schema":
      return [schema.base, ...schema.derived.map((derived) => derived.schema)].map(({ expression }) => expression);
    case "page-schema":
      return expressionOf(schema.item.value);
    case "enumeration-schema":
      return [];
    default:
      return schema.properties.flatMap(({ item }) => expressionOf(item.value));
  }
}

type Value = Extract<DescribedSchema, { partial: "page-schema" }>["item"]["value"];

function expressionOf(value: Value): readonly Code[] {
  return "schema" in value ? [value.schema.expression] : [];
}
