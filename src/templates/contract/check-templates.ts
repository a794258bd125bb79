/**
 * Checks templates against the types of their views, since Handlebars ignores `{{#if typo}}` and `{{#each typo}}` even
 * in strict mode. Every path must exist, text without a helper must be `Code`, and the argument of a helper must be
 * another string.
 */
import type { Report } from "../../diagnostics/report.js";
import { at, type Source } from "../../diagnostics/position.js";
import { parseTemplate } from "../../rendering/compile-templates.js";
import { viewTypeOf } from "../../rendering/template-texts.js";
import { nearest } from "../../diagnostics/near.js";
import { placeIn } from "./place-in.js";
import { TemplateWalk } from "./template-walk.js";
import { viewTypes, type ViewTypes } from "./views-program.js";

export interface CheckedTemplate {
  readonly text: string;
  /** Where its diagnostics point; a template without it is not checked, but may be included by others. */
  readonly source?: Source;
  /** The type of the view that it is given, where something else than another template decides that. */
  readonly given?: readonly string[];
}

/** Reports every place where a template with a source does not fit its view. */
export function checkTemplates(templates: ReadonlyMap<string, CheckedTemplate>, report: Report): void {
  const all = [...templates.values()];
  const expressions = all.flatMap(({ text, given = [] }) => [viewTypeOf(text) ?? [], ...given].flat());
  const types = viewTypes(["unknown", ...expressions]);
  const views = new Map([...templates].map(([name, { text }]) => [name, types.typeOf(viewTypeOf(text) ?? "unknown")]));
  for (const [name, { text, source, given = [] }] of templates) {
    if (source === undefined) continue;
    const parsed = parseTemplate(text);
    if (!parsed.ok) {
      report.add("template-malformed", placeIn(source, parsed.at), { problem: parsed.problem });
      continue;
    }
    const view = checkedView({ text, source, given }, parsed.program, types, report);
    if (view === undefined) continue;
    const placeOf = ({ loc }: hbs.AST.Node) => placeIn(source, loc.start);
    new TemplateWalk({ name, types, views, placeOf, report }).program(parsed.program, view);
  }
}

/** The type that the first line names, if it is one of a view and fits what the template is given. */
function checkedView(
  { text, source, given }: Required<CheckedTemplate>,
  program: hbs.AST.Program,
  types: ViewTypes,
  report: Report,
) {
  const named = viewTypeOf(text);
  if (named === undefined) {
    const [wanted = "EntitiesView"] = given;
    if (program.body.some(isDynamic))
      report.add("template-view-missing", at(source, 0), { example: `{{!-- view: ${wanted} --}}` });
    return undefined;
  }
  const type = types.typeOf(named);
  if (type === undefined) {
    const word = /[A-Za-z]\w*/.exec(named)?.[0] ?? named;
    report.add("template-view-unknown", at(source, 0), { view: named, near: nearest(word, types.names) });
    return undefined;
  }
  for (const wanted of given) {
    const passed = types.typeOf(wanted);
    if (passed !== undefined && !types.checker.isTypeAssignableTo(passed, type))
      report.add("template-view-differs", at(source, 0), { view: named, wanted });
  }
  return type;
}

function isDynamic({ type }: hbs.AST.Statement): boolean {
  return type !== "ContentStatement" && type !== "CommentStatement";
}
