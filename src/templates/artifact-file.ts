import type { Source } from "../diagnostics/position.js";
import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import { type ConfigValue, jsonValue } from "../config/config-value.js";
import { unsafePathReason } from "../output/path-rules.js";
import { documentedParts, isDocumentedView } from "../views/documented/parts.js";
import type { ArtifactFile, OwnArtifact, OwnTemplates } from "./own-request.js";

/** The artifact that a file `artifact.json` describes. Undefined, with errors, if it is not valid. */
export function readArtifact(
  source: Source,
  templates: OwnTemplates,
  others: readonly OwnArtifact[],
  report: Report,
): OwnArtifact | undefined {
  const root = jsonValue(source, report, "artifact-malformed");
  if (root === undefined) return undefined;
  const check = new Check(root, report);
  const { name, view, files } = check.members(root, "the whole file", ["name", "view", "files"]);
  const text = check.text(name, "name");
  const viewName = check.choice(view, "view", Object.keys(documentedParts));
  const other = others.find((one) => one.name === text);
  if (other !== undefined && name !== undefined)
    report.add("artifact-name-taken", name.place, { name: other.name, other: other.file });
  const known = viewName !== undefined && isDocumentedView(viewName) ? viewName : undefined;
  const parts = known === undefined ? [] : documentedParts[known];
  const checked = (check.list(files, "files") ?? []).flatMap((file, index) =>
    artifactFile(file, `files[${index}]`, { check, parts, templates }),
  );
  if (check.failed || text === undefined || known === undefined) return undefined;
  return { name: text, file: source.name, view: known, files: checked, templates };
}

interface FileCheck {
  readonly check: Check;
  /** What a file of this view can be written for each of. */
  readonly parts: readonly string[];
  readonly templates: OwnTemplates;
}

function artifactFile(value: ConfigValue, key: string, { check, parts, templates }: FileCheck): readonly ArtifactFile[] {
  const given = check.members(value, key, ["template", "path", "each"]);
  const template = check.choice(given["template"], `${key}.template`, [...templates.keys()]);
  const path = check.path(given["path"], `${key}.path`, given["each"] !== undefined);
  const each = given["each"] && parts.length > 0 ? check.choice(given["each"], `${key}.each`, parts) : undefined;
  if (template === undefined || path === undefined || given["path"] === undefined || given["template"] === undefined) return [];
  return [{ template, path, each, places: { path: given["path"].place, template: given["template"].place } }];
}

/** Checks values, and reports each that has another form than it should. */
class Check {
  readonly #root: ConfigValue;
  readonly #report: Report;
  failed = false;

  constructor(root: ConfigValue, report: Report) {
    this.#root = root;
    this.#report = report;
  }

  /** The members of an object by key. */
  members(value: ConfigValue, key: string, allowed: readonly string[]): Readonly<Record<string, ConfigValue | undefined>> {
    if (value.entries === undefined) this.#invalid(value, key, "an object", value.shown);
    const unknown = (value.entries ?? []).filter((entry) => !allowed.includes(entry.key));
    for (const entry of unknown) {
      const near = nearest(entry.key, allowed);
      const expected = near === undefined ? `the keys ${allowed.join(", ")}` : `the key "${near}"`;
      this.#invalid({ ...value, place: entry.place }, key, expected, `"${entry.key}"`);
    }
    return Object.fromEntries((value.entries ?? []).map((entry) => [entry.key, entry.value]));
  }

  text(value: ConfigValue | undefined, key: string, expected = "a text"): string | undefined {
    if (typeof value?.scalar === "string" && value.scalar !== "") return value.scalar;
    this.#invalid(value, key, expected, value?.shown ?? "nothing");
    return undefined;
  }

  choice(value: ConfigValue | undefined, key: string, choices: readonly string[]): string | undefined {
    if (typeof value?.scalar === "string" && choices.includes(value.scalar)) return value.scalar;
    const near = typeof value?.scalar === "string" ? nearest(value.scalar, choices) : undefined;
    const listed = choices.length === 0 ? "one of a folder that has some" : `one of ${choices.map((one) => `"${one}"`).join(", ")}`;
    this.#invalid(value, key, near === undefined ? listed : `"${near}"`, value?.shown ?? "nothing");
    return undefined;
  }

  list(value: ConfigValue | undefined, key: string): readonly ConfigValue[] | undefined {
    if (value?.items !== undefined && value.items.length > 0) return value.items;
    this.#invalid(value, key, "a list of objects with template and path", value?.shown ?? "nothing");
    return undefined;
  }

  /** A safe path below the output folder; with `{name}` if and only if there is a file for each part. */
  path(value: ConfigValue | undefined, key: string, hasParts: boolean): string | undefined {
    const path = this.text(value, key, "a path below the output folder");
    if (path === undefined || value === undefined) return undefined;
    if (path.includes("{name}") !== hasParts) {
      const expected = hasParts ? 'a path with {name}, since "each" writes several' : 'no {name} without "each"';
      this.#invalid(value, key, expected, value.shown);
      return undefined;
    }
    const reason = unsafePathReason(path.replaceAll("{name}", "name"));
    if (reason === undefined) return path;
    this.failed = true;
    this.#report.add("artifact-path-unsafe", value.place, { path, reason });
    return undefined;
  }

  #invalid(value: ConfigValue | undefined, key: string, expected: string, found: string): void {
    this.failed = true;
    this.#report.add("artifact-invalid", (value ?? this.#root).place, { key, expected, found });
  }
}
