/**
 * The file `mapped.ts`: the types that a user has in the place of those of primitive types and type definitions. They are
 * types only; the values and their checks stay.
 */
import { posix } from "node:path";
import { code, literal, mentions, type Code } from "../../code/code.js";
import type { Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { edmTypeOf, type EdmTypeName, oldPrimitiveTypes, primitiveTypes } from "../../edm/primitive-types.js";
import { camelCase, identifierOf } from "../../naming/letter-case.js";
import type { Module } from "../../naming/modules.js";
import type { Names } from "../../naming/names.js";
import { docOf } from "../docs/doc.js";
import { importPath, importView, runtimePath, type ImportView } from "../modules/paths.js";
import type { ViewOptions } from "../options.js";
import type { ViewContext } from "../view-context.js";
import type { DeclarationsView } from "./declaration-files.js";
import { aliasView } from "./member-views.js";

export const MAPPED_FILE = "mapped.ts";

/** The types of a user by qualified name. */
export interface MappedTypes {
  /** How files import those types. */
  readonly identifier: Code;
  readonly byName: ReadonlyMap<QualifiedName, MappedType>;
}

export interface MappedType {
  /** Its name in the file. */
  readonly name: Code;
  /** The primitive type of its values. */
  readonly values: EdmTypeName;
  /** The type that a module exports, or a nominal one of the values. */
  readonly own: { readonly module: string; readonly type: Code } | "branded";
}

const NAMED: ReadonlySet<EdmTypeName> = new Set([...primitiveTypes, ...oldPrimitiveTypes]);

/** The primitive type of the values of a type that can be mapped: undefined for one without values of its own. */
export function mappableAs(name: QualifiedName, model: Model): EdmTypeName | undefined {
  const type = model.type(name);
  const primitive = edmTypeOf(type?.kind === "TypeDefinition" ? type.underlyingType : name);
  return primitive !== undefined && primitive !== "Stream" && NAMED.has(primitive) ? primitive : undefined;
}

export function mappedTypesOf(model: Model, names: Names, { typeMapping = {} }: ViewOptions): MappedTypes {
  const taken = new Set<string>();
  const byName = new Map<QualifiedName, MappedType>();
  for (const [key, text] of Object.entries(typeMapping)) {
    const name = key as QualifiedName; // one that the model has
    const values = mappableAs(name, model);
    if (values === undefined) continue;
    let free = edmTypeOf(name) === undefined ? names.type(name) : (values as string as Code);
    while (taken.has(free)) free = code`${free}_`;
    taken.add(free);
    byName.set(name, { name: free, values, own: ownOf(text) });
  }
  return { identifier: identifierFor(names.modules), byName };
}

function identifierFor(modules: readonly Module[]): Code {
  const identifiers = new Set(modules.map(({ identifier }) => identifier.toLowerCase()));
  let free = code`mapped`;
  while (identifiers.has(free)) free = code`${free}_`;
  return free;
}

function ownOf(text: string): MappedType["own"] {
  const [module = "", type = ""] = text.split("#");
  return text === "branded" ? text : { module, type: type as Code }; // a checked identifier
}

/** How a file calls the type of a user; undefined for a type that is not mapped. */
export function reachMapped(name: QualifiedName, { mapped }: ViewContext): Code | undefined {
  const type = mapped.byName.get(name);
  return type && code`${mapped.identifier}.${type.name}`;
}

export function hasMapped({ mapped }: ViewContext): boolean {
  return mapped.byName.size > 0;
}

/** The import of the file, where code needs it. */
export function mappedImport(
  file: string,
  codes: readonly Code[],
  { mapped, options }: ViewContext,
): readonly ImportView[] {
  return mentions(codes, mapped.identifier)
    ? [importView(mapped.identifier, importPath(file, MAPPED_FILE, options))]
    : [];
}

export function mappedView(context: ViewContext): DeclarationsView {
  const { mapped, model, options } = context;
  const types = [...mapped.byName].filter(([name]) => edmTypeOf(name) !== undefined || model.type(name) !== undefined);
  const modules = new Map<string, Code>();
  const declarations = types.map(([name, { name: exported, values, own }]) => {
    const value = valueType(values, model);
    const type =
      own === "branded"
        ? code`edm.Branded<${value}, ${literal(name)}>`
        : code`edm.Mapped<${value}, ${moduleFor(own.module, modules)}.${own.type}>`;
    return aliasView(docOf(`\`${name}\``), exported, [type]);
  });
  const imports = [...modules].map(([path, name]) => importView(name, pathOf(path, options)));
  return {
    banner: context.banner,
    imports: [...edmImport(declarations.length > 0, context), ...imports],
    modules: [],
    dynamic: null,
    declarations,
  };
}

function edmImport(isUsed: boolean, context: ViewContext): readonly ImportView[] {
  return isUsed ? [importView(code`edm`, runtimePath(MAPPED_FILE, "edm", context))] : [];
}

/** The name of a module in the file: that of its file. */
function moduleFor(path: string, modules: Map<string, Code>): Code {
  const known = modules.get(path);
  if (known !== undefined) return known;
  const taken = new Set<string>(["edm", ...modules.values()]);
  const base = (path.split("/").at(-1) ?? "").replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "");
  let free = `${camelCase(base.split(/[-.@]/).filter(Boolean).map(identifierOf))}Types`;
  while (taken.has(free)) free += "_";
  modules.set(path, free as Code); // made of identifiers
  return free as Code;
}

/** The path of a file from the output folder, with the extension of the other imports. Packages stay as they are. */
function pathOf(module: string, { mappedFrom = "", importExtension }: ViewOptions): string {
  if (!module.startsWith(".")) return module;
  const path = posix.join(mappedFrom, module);
  const relative = path.startsWith("../") ? path : `./${path}`;
  if (importExtension === "ts") return relative;
  const compiled = relative.replace(/(?:\.d)?\.([cm]?)tsx?$/, ".$1js");
  return importExtension === "none" ? compiled.replace(/\.js$/, "") : compiled;
}

/** The values of a primitive type, with a name that filters tell them by. */
function valueType(name: EdmTypeName, { protocol }: Model): Code {
  const own = name as string as Code; // a name of the runtime
  switch (name) {
    case "Boolean":
      return code`boolean`;
    case "Byte":
    case "SByte":
    case "Int16":
    case "Int32":
      return code`edm.Numeric<number>`;
    case "Double":
    case "Single":
      return code`edm.Numeric<edm.${own}>`;
    case "Int64":
    case "Decimal":
      return protocol === "4.0" ? code`edm.Numeric<edm.${own}>` : code`edm.${own}String`;
    default:
      return code`edm.${own}`;
  }
}
