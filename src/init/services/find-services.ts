/** Finds the services that a folder has inputs of: CSDL files, and folders of reference pages. */
import { join, relative, resolve } from "node:path";
import { withSlashes } from "../../diagnostics/path-name.js";
import { Report } from "../../diagnostics/report.js";
import { elementsOf } from "../../edm/document.js";
import { manifestName } from "../../output/manifest.js";
import { load, type LoadedInputs, read } from "../../read/read.js";
import type { Io } from "../../sources/io.js";
import { walkFolder } from "../../sources/walk-folder.js";
import type { FoundService } from "./found-service.js";
import { commonFolder, pageInputs } from "./page-inputs.js";
import { serviceName } from "./service-name.js";

/** Files of other names are never inputs of a folder that nobody named. */
const READ = /\.(?:xml|edmx|csdl|json|md|txt)$/i;
const OTHER = /^(?:package(?:-lock)?|tsconfig.*|jsconfig.*|odata-codegen\..*)\.json$|^(?:readme|changelog|license)\./i;
/** Folders that hold what was built from others. */
const BUILT = new Set(["dist", "build", "out", "coverage", "target", "bin", "obj", "vendor"]);

type Loaded = LoadedInputs["loaded"][number];

/** A document of CSDL. */
interface Csdl {
  /** Relative to the folder of the project, with `/`. */
  readonly path: string;
  readonly version: string;
  readonly hasContainer: boolean;
  readonly namespaces: readonly string[];
}

/**
 * The services of a folder below that of the project (`io.cwd`). Each CSDL file with an entity container is one, with
 * those that it refers to. Pages belong to the CSDL of their namespace where there is one, else they are a service. Files
 * with these absolute paths (`known`) are left out.
 */
export async function findServices(
  folder: string,
  known: ReadonlySet<string>,
  io: Io,
): Promise<readonly FoundService[]> {
  const paths = (await readablePaths(folder, io)).filter((path) => !known.has(path));
  const inputs = await load({ inputs: paths }, io);
  const found: Csdl[] = [];
  const pages: Page[] = [];
  for (const one of inputs.loaded) {
    const path = withSlashes(relative(io.cwd, one.path ?? ""));
    if (one.kind === "page") pages.push({ path, namespace: await namespaceOf(one, inputs, io) });
    else if (one.kind !== "include") found.push(await csdlOf(path, one, inputs, io));
  }
  return joined(servicesOf(found, folder, io), pages, found);
}

/** A reference page. */
interface Page {
  readonly path: string;
  /** The one that it states. */
  readonly namespace: string | undefined;
}

async function namespaceOf(page: Loaded, { sources }: LoadedInputs, io: Io): Promise<string | undefined> {
  const { documents } = await read({ loaded: [page], sources, report: new Report() }, io, { keepSingle: true });
  const [document] = documents;
  return document?.kind === "page" ? document.namespace : undefined;
}

async function readablePaths(folder: string, io: Io): Promise<readonly string[]> {
  const entries = (await walkFolder(folder, io)).filter((entry) => entry.kind === "file");
  const outputs = await outputFolders(new Set(entries.map((entry) => entry.folder)), io);
  return entries
    .filter(({ name, folder: of }) => {
      const steps = withSlashes(relative(folder, of)).split("/");
      const isOutput = outputs.some((output) => of === output || of.startsWith(join(output, "/")));
      return READ.test(name) && !OTHER.test(name) && !steps.some((step) => BUILT.has(step)) && !isOutput;
    })
    .map(({ path }) => path);
}

/** The folders among these that the tool generated. */
async function outputFolders(folders: ReadonlySet<string>, io: Io): Promise<readonly string[]> {
  const outputs: string[] = [];
  for (const folder of folders) if ((await io.stat(join(folder, manifestName))) !== undefined) outputs.push(folder);
  return outputs;
}

/** What a document declares. One that is malformed counts as a service, so that generating it says what is wrong. */
async function csdlOf(path: string, one: Loaded, { sources }: LoadedInputs, io: Io): Promise<Csdl> {
  const { documents } = await read({ loaded: [one], sources, report: new Report() }, io, { keepSingle: true });
  const [document] = documents;
  if (document?.kind !== "csdl") return { path, version: "", hasContainer: true, namespaces: [] };
  return {
    path,
    version: document.version,
    hasContainer: elementsOf(document.schemas).some(({ kind }) => kind === "EntityContainer"),
    namespaces: document.schemas.map(({ namespace }) => namespace),
  };
}

/** Files without an entity container are parts that others refer to; if there are no others, they are one service. */
function servicesOf(found: readonly Csdl[], folder: string, io: Io): readonly FoundService[] {
  const whole = found.filter(({ hasContainer }) => hasContainer);
  if (whole.length > 0) return whole.map((csdl) => serviceOf([csdl], csdl.path));
  const shown = withSlashes(relative(io.cwd, resolve(folder))) || ".";
  return found.length === 0 ? [] : [serviceOf(found, found.length === 1 ? (found[0]?.path ?? "") : shown)];
}

function serviceOf(parts: readonly Csdl[], named: string): FoundService {
  const [{ version = "", namespaces = [] } = {}] = parts;
  return {
    name: serviceName(named, namespaces[0]?.split(".").at(-1) ?? "service"),
    inputs: parts.map(({ path }) => path),
    headers: {},
    what: version === "" ? "CSDL" : `CSDL of OData ${version}`,
  };
}

/**
 * Adds the pages to the one service that declares a namespace of theirs or one above it, or to the only service if they state none and it
 * is none of OData 2.0 or 3.0, whose services have no such pages. Else the pages are a service of their own.
 */
function joined(
  services: readonly FoundService[],
  pages: readonly Page[],
  found: readonly Csdl[],
): readonly FoundService[] {
  if (pages.length === 0) return services;
  const paths = pages.map(({ path }) => path);
  const inputs = pageInputs(
    paths,
    found.map(({ path }) => path),
  );
  const what = `${pages.length} reference page${pages.length === 1 ? "" : "s"}`;
  const stated = new Set(pages.flatMap(({ namespace }) => namespace ?? []));
  const isTheirs = ({ version, namespaces }: Csdl) =>
    stated.size === 0
      ? services.length === 1 && version.startsWith("4")
      : namespaces.some((name) => [...stated].some((page) => `${page}.`.startsWith(`${name}.`)));
  const targets = services.filter((service) =>
    found.some((csdl) => service.inputs.includes(csdl.path) && isTheirs(csdl)),
  );
  const [target] = targets;
  if (target === undefined || targets.length > 1)
    return [...services, { name: serviceName(commonFolder(paths), "graph"), inputs, headers: {}, what }];
  const both = { ...target, inputs: [...target.inputs, ...inputs], what: `${target.what} with ${what}` };
  return services.map((service) => (service === target ? both : service));
}
