import { error, notice, warning } from "./entry.js";

/** The end of a sentence about a misspelled name. */
function orNear(near: string | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `did you mean ${near}?`;
}

/** How many names a message lists. */
const NAMED = 4;

function firstOf(names: readonly string[]): string {
  return [...names.slice(0, NAMED), ...(names.length > NAMED ? [`${names.length - NAMED} more`] : [])].join(", ");
}

/** Diagnostics of templates and artifacts of one's own. */
export const templatesEntries = {
  "templates-missing": error<{ folder: string; option: string; what: string }>(
    "The folder of an option for templates or artifacts does not exist, or has none.",
    ({ folder, option, what }) => `The folder "${folder}" for ${option} has no ${what}; correct the path.`,
  ),
  "template-unreadable": error<{ path: string; reason: string }>(
    "A template or artifact.json cannot be read.",
    ({ path, reason }) => `"${path}" cannot be read (${reason}); correct the file or its permissions.`,
  ),
  "template-twice": error<{ name: string; other: string }>(
    "Two templates of a folder have the same name.",
    ({ name, other }) => `"${other}" is a template named ${name}, too; rename one of them.`,
  ),
  "template-malformed": error<{ problem: string }>(
    "A template is not valid Handlebars.",
    ({ problem }) => `This template is not valid Handlebars: ${problem}; correct it here.`,
  ),
  "template-view-missing": error<{ example: string }>(
    "A template that prints something of a view does not name the type of that view in its first line.",
    ({ example }) => `The first line does not name the view of this template; begin with ${example}.`,
  ),
  "template-view-unknown": error<{ view: string; near: string | undefined }>(
    "The first line of a template names a type that is none of a view.",
    ({ view, near }) =>
      `"${view}" is no type of a view; ${orNear(near, "docs/templates.md lists them, and odata-codegen templates list those of built-in templates.")}`,
  ),
  "template-view-differs": error<{ view: string; wanted: string }>(
    "A template is given another view than its first line names.",
    ({ view, wanted }) => `This template is given ${wanted}, not ${view}; name that in the first line.`,
  ),
  "template-path-unknown": error<{ path: string; view: string; near: string | undefined }>(
    "A template names something that its view does not have.",
    ({ path, view, near }) =>
      `"${path}" is nothing that ${view} has; ${orNear(near, "use one of its properties, or reach the view around it with ../")}`,
  ),
  "template-path-invalid": error<{ path: string }>(
    "A template has an argument that is no path within its view.",
    ({ path }) => `"${path}" is no path within the view; name a property of it.`,
  ),
  "template-value-absent": error<{ path: string; guard: string }>(
    "A template prints a value that can be null outside of a block that checks it.",
    ({ path, guard }) => `"${path}" can be null; print it within {{#if ${guard}}}.`,
  ),
  "template-text-raw": error<{ path: string; helpers: readonly string[] }>(
    "A template prints text of a schema without a helper, which escapes it for its place.",
    ({ path, helpers }) =>
      `"${path}" is text that has to be escaped; print it by the helper for its place: ${helpers.map((helper) => `{{${helper} ${path}}}`).join(", ")}.`,
  ),
  "template-value-unprintable": error<{ path: string }>(
    "A template prints a value that is no text, such as a list or an object.",
    ({ path }) => `"${path}" is no text; use {{#each}}, {{#if}} or a partial.`,
  ),
  "template-escaped-twice": error<{ path: string }>(
    "A template gives code to a helper, which would escape it.",
    ({ path }) => `"${path}" is code already; print it as {{${path}}}.`,
  ),
  "template-helper-unknown": error<{ helper: string; near: string | undefined; helpers: readonly string[] }>(
    "A template uses a helper that does not exist.",
    ({ helper, near, helpers }) => `${helper} is no helper; ${orNear(near, `these are: ${helpers.join(", ")}.`)}`,
  ),
  "template-helper-arguments": error<{ helper: string }>(
    "A template calls a helper with none or several arguments.",
    ({ helper }) => `${helper} takes one argument; for a property of that name write {{this.${helper}}}.`,
  ),
  "template-not-a-list": error<{ path: string }>(
    "A template repeats a block for something that is no list.",
    ({ path }) => `"${path}" is no list; use {{#with}} or {{#if}}.`,
  ),
  "template-not-supported": error<{ construct: string; instead: string }>(
    "A template uses a construct of Handlebars that is not supported, since it would decide something or cannot be checked.",
    ({ construct, instead }) => `${construct} is not for templates, which print and do not decide; ${instead}.`,
  ),
  "template-partial-unknown": error<{ partial: string; near: string | undefined }>(
    "A template includes a partial that does not exist.",
    ({ partial, near }) =>
      `There is no template ${partial}; ${orNear(near, `add ${partial}.hbs to the folder, or correct the name.`)}`,
  ),
  "template-partial-misfit": error<{ partial: string; prints: string; given: string }>(
    "A template gives a partial another view than the partial prints.",
    ({ partial, prints, given }) => `${partial} prints ${prints}, not ${given}; give it a view that fits.`,
  ),
  "template-unused": warning<{ name: string; near: string | undefined }>(
    "A template is no built-in one, and nothing includes it.",
    ({ name, near }) =>
      `Nothing prints ${name}; ${orNear(near, "rename it to the built-in template that it replaces, or delete it.")}`,
  ),
  "template-unchanged": notice<{ names: readonly string[] }>(
    "Templates are equal to the built-in ones that they replace.",
    ({ names }) =>
      `These templates are equal to the built-in ones, and would keep changes of later versions away: ${firstOf(names)}; delete them.`,
  ),
  "template-outdated": warning<{ name: string; version: string; current: string; isEdited: boolean }>(
    "The built-in template that one was ejected from is another one in this version.",
    ({ name, version, current, isEdited }) =>
      isEdited
        ? `The built-in ${name} changed between ${version}, from which this was ejected, and ${current}; eject it into another folder with odata-codegen templates eject ${name} -o <folder>, take over what changed, and the second line.`
        : `The built-in ${name} changed between ${version} and ${current}, and this copy was not edited; delete it.`,
  ),
  "template-failed": error<{ name: string; reason: string }>(
    "A template failed when it was printed.",
    ({ name, reason }) => `The template ${name} cannot be printed (${reason}); correct it.`,
  ),
  "template-output-invalid": error<{ problem: string }>(
    "With templates or artifacts of one's own, the output does not compile; nothing is written.",
    ({ problem }) => `What the templates printed does not compile (${problem}); correct the template.`,
  ),
  "artifact-malformed": error<{ problem: string }>(
    "An artifact.json is not valid JSON.",
    ({ problem }) => `This artifact.json is not valid JSON (${problem}); correct it here.`,
  ),
  "artifact-invalid": error<{ key: string; expected: string; found: string }>(
    "A value in artifact.json is missing or has the wrong form.",
    ({ key, expected, found }) => `"${key}" in artifact.json takes ${expected}, not ${found}.`,
  ),
  "artifact-name-taken": error<{ name: string; other: string }>(
    "Two artifacts have the same name.",
    ({ name, other }) => `"${name}" is the name of the artifact in "${other}", too; rename one of them.`,
  ),
  "artifact-path-unsafe": error<{ path: string; reason: string }>(
    "The path of a file of an artifact is not valid on every system.",
    ({ path, reason }) => `The file "${path}" cannot be written (its path ${reason}); correct it here.`,
  ),
  "artifact-path-taken": error<{ path: string }>(
    "Two files of the output have the same path, one of them that of an artifact.",
    ({ path }) =>
      `Another file of the output is "${path}" or lies there; use another path, for a file for each part with {name}.`,
  ),
  "usage-unknown-template": error<{ name: string; near: string | undefined }>(
    "`templates eject` is given a name of no built-in template.",
    ({ name, near }) =>
      `There is no built-in template ${name}; ${orNear(near, "odata-codegen templates list names them.")}`,
  ),
  "usage-no-action": error<{ command: string; actions: readonly string[]; found: string | undefined }>(
    "A command with actions, such as `templates`, is given none of them, or arguments that its action does not take.",
    ({ command, actions, found }) =>
      `${command} takes ${actions.join(" or ")}${found === undefined ? "" : `, not "${found}"`}; see odata-codegen ${command} --help.`,
  ),
  "template-edited": error<{ path: string }>(
    "`templates eject` would replace a file that is no unchanged copy of a built-in template.",
    ({ path }) => `"${path}" is no unchanged copy of a built-in template; move it away, or add --force to replace it.`,
  ),
};
