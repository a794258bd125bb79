/** The files of a project that `init` writes or adds to. */
import type { ServiceConfig } from "../config/user-config.js";
import type { Model } from "../edm/model.js";
import { isUrl } from "../sources/find-inputs.js";
import type { RemoteInput } from "../sources/remote/remote-input.js";
import { configName, withServices } from "./files/config-text.js";
import { withAttributes } from "./files/git-attributes.js";
import { type ScriptsAdded, withScripts } from "./files/package-scripts.js";
import { exampleText } from "./example/example-text.js";
import { firstRead, needsToken } from "./example/first-read.js";
import type { Project } from "./project/read-project.js";
import { importExtensionFor, knowsConsole } from "./project/tsconfig.js";
import type { FoundService } from "./services/found-service.js";

/** A service to set up. */
export interface ChosenService extends FoundService {
  /** Relative to the folder of the project, with `/`. */
  readonly output: string;
  /** Undefined: the default. */
  readonly emit: ServiceConfig["emit"] | undefined;
  readonly allowRemote: readonly string[];
}

export interface SetupFile {
  /** Relative to the folder of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly isNew: boolean;
}

export interface Setup {
  readonly files: readonly SetupFile[];
  /** Names of npm scripts that exist already and do something else. */
  readonly takenScripts: ScriptsAdded["taken"];
  /** Whether there is a `package.json` that no scripts can be added to. */
  readonly isPackageUnusable: boolean;
  /** The path of the example, if one is written. */
  readonly example: string | undefined;
}

export interface SetupRequest {
  readonly project: Project;
  /** The text of the config file, if there is one. */
  readonly config: string | undefined;
  readonly services: readonly ChosenService[];
  /** The model of the first service. */
  readonly model: Model;
  /** Whether a file exists. */
  readonly exists: (path: string) => boolean;
}

export function setupOf({ project, config, services, model, exists }: SetupRequest): Setup {
  const entries = Object.fromEntries(services.map((service) => [service.name, serviceConfig(service, project)]));
  const outputs = services.map(({ output }) => output);
  const scripts = project.packageJson === undefined ? undefined : withScripts(project.packageJson);
  const example = services[0] === undefined ? undefined : exampleOf(services[0], model, project, exists);
  return {
    files: [
      fileOf(configName, withServices(config, entries), config),
      ...(scripts?.text === undefined ? [] : [fileOf("package.json", scripts.text, project.packageJson)]),
      ...attributesOf(project, outputs),
      ...(example === undefined ? [] : [example]),
    ],
    takenScripts: scripts?.taken ?? [],
    isPackageUnusable: project.packageJson !== undefined && scripts === undefined,
    example: example?.path,
  };
}

function fileOf(path: string, text: string, before: string | undefined): SetupFile {
  return { path, text, isNew: before === undefined };
}

function attributesOf({ attributes }: Project, outputs: readonly string[]): readonly SetupFile[] {
  const text = withAttributes(attributes, outputs);
  return text === undefined ? [] : [fileOf(".gitattributes", text, attributes)];
}

/** The entry of the config file; options with their defaults are left out. */
export function serviceConfig(service: ChosenService, { typescript }: Project): ServiceConfig {
  const { inputs, output, headers, emit, allowRemote } = service;
  const given = inputs.map((input): string | RemoteInput =>
    isUrl(input) && Object.keys(headers).length > 0 ? { url: input, headers } : input,
  );
  const [first = ""] = given;
  const importExtension = typescript === undefined ? undefined : importExtensionFor(typescript);
  return {
    input: given.length === 1 ? first : given,
    output,
    ...(emit !== undefined && { emit }),
    ...(importExtension !== undefined && { importExtension }),
    ...(allowRemote.length > 0 && { allowRemote }),
  };
}

/** An example of the client, at a path where nothing is; undefined without a client, or if both paths are taken. */
function exampleOf(
  service: ChosenService,
  model: Model,
  { sources, typescript, packages }: Project,
  exists: SetupRequest["exists"],
): SetupFile | undefined {
  const { name, output, headers, inputs, emit } = service;
  if (emit !== undefined && ![emit].flat().includes("client")) return undefined;
  const path = [`${sources}/example.ts`, `${sources}/${name}-example.ts`].find((path) => !exists(path));
  if (path === undefined) return undefined;
  const text = exampleText({
    service: name,
    module: specifier(sources, output, typescript === undefined ? undefined : importExtensionFor(typescript)),
    read: firstRead(model),
    hasBaseUrl: inputs.some((input) => isUrl(input) && input.includes("/$metadata")) || model.serviceRoot !== undefined,
    access: needsToken(model) ? "token" : Object.keys(headers),
    hasConsole: knowsConsole(typescript, packages.has("@types/node")),
  });
  return { path, text, isNew: true };
}

/** The specifier of the index in the output folder, from a file in the folder of sources. */
function specifier(sources: string, output: string, extension: "ts" | "none" | undefined): string {
  const below = `${sources}/`;
  const way = output.startsWith(below) ? `./${output.slice(below.length)}` : `${upTo(sources)}${output}`;
  return `${way}/index${extension === "none" ? "" : `.${extension ?? "js"}`}`;
}

function upTo(folder: string): string {
  return folder
    .split("/")
    .map(() => "../")
    .join("");
}
