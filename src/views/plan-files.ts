import { CHECKS_FILE, CheckNames, checksView, type ChecksView } from "./checks-view.js";
import { clientView, type ClientView } from "./client-view.js";
import { EXAMPLES_FILE, examplesView, type ExamplesView } from "./examples-view.js";
import { indexView, namespaceView, type IndexView, type NamespaceView } from "./index-view.js";
import { fileOf } from "./paths.js";
import { typesView, type TypesView } from "./types-view.js";
import { validatorsView, type ValidatorsView } from "./validators-view.js";
import type { ViewContext } from "./view-context.js";
import { wireOf } from "./wire.js";

/** The templates of whole files, and what each of them prints. */
export interface FileViews {
  readonly types: TypesView;
  readonly checks: ChecksView;
  readonly validators: ValidatorsView;
  readonly client: ClientView;
  readonly examples: ExamplesView;
  readonly index: IndexView;
  readonly namespace: NamespaceView;
}

/** A file that is to be rendered: where it goes, with which template, from what. */
export type PlannedFile = {
  readonly [T in keyof FileViews]: { readonly path: string; readonly template: T; readonly view: FileViews[T] };
}[keyof FileViews];

/** Every file of the chosen artifacts, decided but not yet printed. Artifacts build on `types`, so that is always there. */
export function planFiles(context: ViewContext): readonly PlannedFile[] {
  const { names, options } = context;
  const files: PlannedFile[] = names.modules.map((module) => ({
    path: fileOf("types", module),
    template: "types",
    view: typesView(module, context),
  }));
  if (options.emit.includes("validators")) {
    const checks = new CheckNames(context);
    const view = checksView(context, checks);
    // A schema of enums and terms has nothing to check by property.
    if (view.checks.length > 0) files.push({ path: CHECKS_FILE, template: "checks", view });
    for (const module of names.modules)
      files.push({
        path: fileOf("validators", module),
        template: "validators",
        view: validatorsView(module, context, checks),
      });
  }
  if (options.emit.includes("client")) {
    const wire = wireOf(context);
    for (const module of names.modules)
      files.push({ path: fileOf("client", module), template: "client", view: clientView(module, context, wire) });
  }
  if (options.emit.includes("examples")) {
    for (const module of names.modules.filter(({ flat }) => flat))
      files.push({ path: EXAMPLES_FILE, template: "examples", view: examplesView(module, context) });
  }
  for (const module of names.modules.slice(1))
    files.push({ path: fileOf("namespaces", module), template: "namespace", view: namespaceView(module, context) });
  files.push({ path: "index.ts", template: "index", view: indexView(context) });
  return files;
}
