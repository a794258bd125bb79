import { CheckNames } from "./validators/check-names.js";
import { CHECKS_FILE, checksView, type ChecksView } from "./validators/checks-view.js";
import { clientView, type ClientView } from "./client/client-view.js";
import { EXAMPLES_FILE, examplesView, type ExamplesView } from "./examples/examples-view.js";
import { indexView, namespaceView, type IndexView, type NamespaceView } from "./modules/index-view.js";
import { OPERATIONS_FILE, operationsView } from "./operations-view.js";
import {
  MOCK_FILE,
  MOCK_SERVICE_FILE,
  mockServiceView,
  mockView,
  type MockServiceView,
  type MockView,
} from "./mock/mock-view.js";
import { fileOf, runtimePath, type RuntimePart } from "./modules/paths.js";
import { hasTypeMap, TYPE_MAP_FILE, typeMapView, type TypeMapView } from "./types/type-map-view.js";
import { MAPPED_FILE } from "./mapping/mapped-types.js";
import { hasMapped, mappedView } from "./mapping/mapped-view.js";
import { declarationsView, hasFile, type DeclarationsView } from "./types/declaration-files.js";
import { validatorsView, type ValidatorsView } from "./validators/validators-view.js";
import type { RuntimeView } from "./runtime-view.js";
import type { ViewContext } from "./view-context.js";
import { wireOf } from "./client/wire/wire.js";
import { JSON_SCHEMA_FILE, jsonSchemaOf } from "./json-schema/json-schema.js";
import { schemasView } from "./schemas/service-schemas.js";
import { ZOD_TYPES_FILE, zodTypesView, zodView, type ZodTypesView, type ZodView } from "./zod/zod-view.js";

/** The functions over the client's paths and requests. */
const ODATA_FILE = "odata.ts";

/** Options of TanStack Query for the client's requests. */
const QUERY_FILE = "query.ts";

/** The view of each template that prints a whole file. */
export interface FileViews {
  readonly declarations: DeclarationsView;
  readonly "type-map": TypeMapView;
  readonly checks: ChecksView;
  readonly validators: ValidatorsView;
  readonly client: ClientView;
  readonly examples: ExamplesView;
  readonly index: IndexView;
  readonly namespace: NamespaceView;
  readonly runtime: RuntimeView;
  readonly zod: ZodView;
  readonly "zod-types": ZodTypesView;
  readonly mock: MockView;
  readonly "mock-service": MockServiceView;
}

/** A file to render: its path, its template and its view. */
export type TemplateFile = {
  readonly [T in keyof FileViews]: { readonly path: string; readonly template: T; readonly view: FileViews[T] };
}[keyof FileViews];

/** A file of data, printed without a template. */
export interface JsonFile {
  readonly path: string;
  readonly json: object;
}

export type PlannedFile = TemplateFile | JsonFile;

/**
 * Every file of the chosen artifacts, decided but not yet printed. Artifacts build on `types`, so that is always there.
 * A generator, so that the views of one file can be freed before those of the next are made.
 */
export function* planFiles(context: ViewContext): Generator<PlannedFile> {
  const { names, options } = context;
  const { modules } = names;
  for (const artifact of ["types", "values", "responses", "writes"] as const) {
    for (const module of modules.filter((one) => hasFile(artifact, one, context)))
      yield {
        path: fileOf(artifact, module),
        template: "declarations",
        view: declarationsView(artifact, module, context),
      };
  }
  if (hasTypeMap(context)) yield { path: TYPE_MAP_FILE, template: "type-map", view: typeMapView(context) };
  if (hasMapped(context)) yield { path: MAPPED_FILE, template: "declarations", view: mappedView(context) };
  if (options.emit.includes("validators")) yield* validatorFiles(context);
  if (options.emit.includes("client")) {
    const wire = wireOf(context);
    for (const module of modules)
      yield { path: fileOf("client", module), template: "client", view: clientView(module, context, wire) };
    yield runtimeExport(ODATA_FILE, "odata", context);
  }
  if (options.emit.includes("query")) yield runtimeExport(QUERY_FILE, "tanstack-query", context);
  if (options.emit.includes("operations")) yield { path: OPERATIONS_FILE, json: operationsView(context) };
  if (options.emit.includes("examples")) {
    yield { path: EXAMPLES_FILE, template: "examples", view: examplesView(context) };
  }
  if (options.emit.includes("mock")) {
    yield { path: MOCK_SERVICE_FILE, template: "mock-service", view: mockServiceView(context) };
    yield { path: MOCK_FILE, template: "mock", view: mockView(context) };
  }
  yield* schemaFiles(context);
  for (const module of modules.slice(1))
    yield { path: fileOf("namespaces", module), template: "namespace", view: namespaceView(module, context) };
  yield { path: "index.ts", template: "index", view: indexView(context) };
}

/** A file that re-exports one of the runtime. */
function runtimeExport(path: string, part: RuntimePart, context: ViewContext): TemplateFile {
  return { path, template: "namespace", view: { banner: context.banner, paths: [runtimePath(path, part, context)] } };
}

/** About how many files a run writes, for its progress: to count them takes a part of their views. */
export function aboutHowManyFiles({ names, options }: ViewContext): number {
  return names.modules.length * (options.emit.length + 2) + 6;
}

/** `index.ts` exports none of them: zod is a package of the user, and the schemas have the names of the validators. */
function* schemaFiles(context: ViewContext): Generator<PlannedFile> {
  const { emit } = context.options;
  if (!emit.includes("zod") && !emit.includes("json-schema")) return;
  const view = schemasView(context);
  if (emit.includes("json-schema")) yield { path: JSON_SCHEMA_FILE, json: jsonSchemaOf(view) };
  if (!emit.includes("zod")) return;
  yield { path: ZOD_TYPES_FILE, template: "zod-types", view: zodTypesView(context, view) };
  for (const [index, module] of context.names.modules.entries()) {
    const schemas = view.modules[index];
    if (schemas) yield { path: fileOf("zod", module), template: "zod", view: zodView(module, schemas, context) };
  }
}

function* validatorFiles(context: ViewContext): Generator<PlannedFile> {
  const checks = new CheckNames(context);
  const view = checksView(context, checks);
  // A schema of enums and terms has nothing to check by property.
  if (view.checks.length > 0) yield { path: CHECKS_FILE, template: "checks", view };
  for (const module of context.names.modules)
    yield { path: fileOf("validators", module), template: "validators", view: validatorsView(module, context, checks) };
}
