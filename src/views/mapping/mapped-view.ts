/** The file `mapped.ts`: the types of a user, each for the values that it stands for. */
import { code, literal, mentions, type Code } from "../../code/code.js";
import type { Model } from "../../edm/model.js";
import { edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import { camelCase, identifierOf } from "../../naming/letter-case.js";
import { docOf } from "../docs/doc.js";
import { importPath, importView, runtimePath, type ImportView } from "../modules/paths.js";
import type { ViewOptions } from "../options.js";
import type { DeclarationsView } from "../types/declaration-files.js";
import { aliasView } from "../types/member-views.js";
import type { ViewContext } from "../view-context.js";
import { isFile, MAPPED_FILE } from "./mapped-types.js";

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

/** The path of a file with the extension of the other imports. Packages stay as they are. */
function pathOf(module: string, { importExtension }: ViewOptions): string {
  if (!isFile(module) || importExtension === "ts") return module;
  const compiled = module.replace(/(?:\.d)?\.([cm]?)tsx?$/, ".$1js");
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
