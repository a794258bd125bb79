import { parse } from "jsonc-parser";
import { withMember } from "./json-edit.js";

/** The npm scripts that `init` adds. */
export const scripts = {
  generate: "odata-codegen generate",
  "generate:check": "odata-codegen generate --check",
} as const;

export interface ScriptsAdded {
  /** The new text; undefined if nothing changes. */
  readonly text: string | undefined;
  readonly added: readonly string[];
  /** Names of scripts that do something else already. */
  readonly taken: readonly (keyof typeof scripts)[];
}

/** Adds the scripts to a `package.json`. Scripts of the same name that do something else stay. */
export function withScripts(packageJson: string): ScriptsAdded {
  const existing = (parse(packageJson) as { readonly scripts?: Readonly<Record<string, unknown>> } | undefined)
    ?.scripts;
  const names = Object.keys(scripts) as (keyof typeof scripts)[];
  const added = names.filter((name) => existing?.[name] === undefined);
  const taken = names.filter((name) => {
    const script = existing?.[name];
    return script !== undefined && !String(script).includes("odata-codegen");
  });
  const text = added.reduce((json, name) => withMember(json, ["scripts", name], scripts[name]), packageJson);
  return { text: added.length === 0 ? undefined : text, added, taken };
}
