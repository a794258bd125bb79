import { templatesOptions } from "../../config/options/templates.js";
import { withDefaults } from "../../config/options/option.js";
import { nearest } from "../../diagnostics/near.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { templateTexts, viewTypeOf } from "../../rendering/template-texts.js";
import { nodeIo } from "../../sources/node-io.js";
import { eject } from "../../templates/eject.js";
import type { Call } from "../command.js";
import { commandLine } from "../option-values.js";
import type { Session } from "../session.js";

type TemplatesCall = Call<typeof templatesOptions>;

/** Lists the built-in templates, or writes them into a folder. */
export async function run(call: TemplatesCall, session: Session): Promise<void> {
  const report = new Report();
  const [action, ...names] = call.arguments;
  if (action === "eject") await ejectAll(names, call, report, session);
  else if (action === "list" && names.length === 0) session.out.write(listed(call.common.format === "json"));
  else {
    const found = action === "list" ? names[0] : action;
    report.add("usage-no-action", commandLine, { command: "templates", actions: ["list", "eject"], found });
  }
  session.print(report, new Sources());
}

async function ejectAll(
  names: readonly string[],
  { given, cwd }: TemplatesCall,
  report: Report,
  session: Session,
): Promise<void> {
  const templates = templateTexts();
  for (const name of new Set(names))
    if (!templates.has(name))
      report.add("usage-unknown-template", commandLine, { name, near: nearest(name, templates.keys()) });
  if (report.failed) return;
  const { output, force } = withDefaults(templatesOptions, given);
  const chosen = names.length === 0 ? [...templates.keys()] : [...new Set(names)];
  const written = await eject({ names: chosen, folder: output, cwd, force }, nodeIo(cwd), report);
  for (const path of written) session.note(path);
}

interface Listed {
  readonly name: string;
  /** Relative to the folder of built-in templates. */
  readonly path: string;
  /** Null for a template that prints the same always. */
  readonly view: string | null;
}

function listed(isJson: boolean): string {
  const all = [...templateTexts()]
    .map(([name, { path, text }]): Listed => ({ name, path, view: viewTypeOf(text) ?? null }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (isJson) return `${JSON.stringify(all, undefined, 2)}\n`;
  const width = Math.max(...all.map(({ path }) => path.length));
  return all.map(({ path, view }) => `${path.padEnd(width)}  ${view ?? ""}`.trimEnd() + "\n").join("");
}
