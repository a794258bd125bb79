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

/**
 * Adds the scripts to a `package.json`. Scripts of the same name that do something else stay. Undefined for a text that
 * is no JSON object, or has scripts that are none.
 */
export function withScripts(packageJson: string): ScriptsAdded | undefined {
  const existing = scriptsIn(packageJson);
  if (existing === undefined) return undefined;
  const names = Object.keys(scripts) as (keyof typeof scripts)[];
  const added = names.filter((name) => existing[name] === undefined);
  const taken = names.filter((name) => {
    const script = existing[name];
    return script !== undefined && !String(script).includes("odata-codegen");
  });
  const text = added.reduce((json, name) => withMember(json, ["scripts", name], scripts[name]), packageJson);
  return { text: added.length === 0 ? undefined : text, added, taken };
}

function scriptsIn(packageJson: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const { scripts = {} } = recordOf(JSON.parse(packageJson.replace(/^\uFEFF/, "")));
    return recordOf(scripts);
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("no object");
  return value as Readonly<Record<string, unknown>>;
}
