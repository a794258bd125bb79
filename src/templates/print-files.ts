import type { LoadedInputs, Watch } from "../read/read.js";
import { builtInTemplates } from "../rendering/built-in-templates.js";
import { render, type OutputFile } from "../rendering/render.js";
import { runtimeFiles } from "../rendering/runtime-files.js";
import type { Io } from "../sources/io.js";
import { aboutHowManyFiles, planFiles, type PlannedFile } from "../views/plan-files.js";
import type { ViewContext } from "../views/view-context.js";
import type { OwnOutput } from "./own-output.js";
import { hasOwn, type OwnRequest } from "./own-request.js";

/** The templates and artifacts of the user, if there are any. Only then are they imported, since they need compilers. */
export async function loadOwnOutput(
  request: OwnRequest & { readonly base?: string | undefined },
  io: Io,
  { sources, report }: LoadedInputs,
): Promise<OwnOutput | undefined> {
  if (!hasOwn(request)) return undefined;
  const { ownOutput } = await import("./own-output.js");
  return ownOutput(request, { io, base: request.base ?? io.cwd, sources, report });
}

/** Prints all files, with the templates and artifacts of the user. After an error, makes their views for their diagnostics only. */
export async function printFiles(
  context: ViewContext,
  own: OwnOutput | undefined,
  watch: Watch | undefined,
): Promise<readonly OutputFile[]> {
  if (context.report.failed) {
    Array.from(planFiles(context));
    return [];
  }
  if (own === undefined) return render(filesOf(context, watch), builtInTemplates);
  const { renderOwn } = await import("./own-output.js");
  return renderOwn(filesOf(context, watch), own, context);
}

function* filesOf(context: ViewContext, watch: Watch | undefined): Generator<PlannedFile> {
  const count = aboutHowManyFiles(context);
  let file = 0;
  for (const planned of allFiles(context)) {
    watch?.file?.("generating", ++file, count);
    yield planned;
  }
}

function* allFiles(context: ViewContext): Generator<PlannedFile> {
  yield* planFiles(context);
  yield* runtimeFiles(context);
}
