/** Finds out what `init` sets up: the services of its arguments, or of the folder. */
import { existsSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { LoadedConfig } from "../../config/load-config.js";
import { withSlashes } from "../../diagnostics/path-name.js";
import { Report } from "../../diagnostics/report.js";
import { type FoundService, metadataUrl } from "../../init/services/found-service.js";
import { findServices } from "../../init/services/find-services.js";
import { freeName, serviceName } from "../../init/services/service-name.js";
import { filesOf } from "../../kept/fetch/copy-files.js";
import { readLockFile } from "../../kept/lock-file.js";
import { findInputs, isUrl } from "../../sources/find-inputs.js";
import type { Io } from "../../sources/io.js";

export interface Place {
  /** The folder of the config file, there or to be; also `cwd` of `io`. */
  readonly folder: string;
  /** That arguments are relative to. */
  readonly cwd: string;
  readonly io: Io;
  readonly config: LoadedConfig | undefined;
}

/** The services, each with a free name, and whether some were left out because the config file has them. */
export interface Found {
  readonly services: readonly FoundService[];
  readonly areConfigured: boolean;
}

export async function foundFor(
  args: readonly string[],
  headers: Readonly<Record<string, string>>,
  place: Place,
): Promise<Found> {
  const { folder, cwd, io, config } = place;
  const known = await knownInputs(place);
  const [arg = "."] = args;
  const services =
    args.length < 2 && isFolder(resolve(cwd, arg))
      ? await findServices(resolve(cwd, arg), known, io)
      : [inputService(args, headers, place)];
  const isNew = ({ inputs }: FoundService) =>
    !inputs.some((input) => known.has(isUrl(input) ? input : resolve(folder, input)));
  const added = services.filter(isNew);
  const taken = new Set(config?.services.map(({ name }) => name));
  const named = added.map((service) => {
    const name = freeName(service.name, taken);
    taken.add(name);
    return { ...service, name };
  });
  return {
    services: named,
    areConfigured: added.length < services.length || (services.length === 0 && known.size > 0),
  };
}

/** One service of files, globs and URLs, together. */
function inputService(
  args: readonly string[],
  headers: Readonly<Record<string, string>>,
  { folder, cwd }: Place,
): FoundService {
  const inputs = args.map((arg) =>
    isUrl(arg) ? metadataUrl(arg) : withSlashes(relative(folder, resolve(cwd, arg))) || ".",
  );
  return { name: serviceName(inputs[0] ?? "", "service"), inputs, headers, what: "" };
}

/** The absolute paths of files that services of the config file read, and their URLs. */
async function knownInputs({ folder, cwd, io, config }: Place): Promise<ReadonlySet<string>> {
  if (config === undefined) return new Set();
  const lock = (await readLockFile(folder, cwd, new Report())) ?? new Map();
  const inputs = config.services.flatMap((service) => service.inputs);
  const { candidates } = await findInputs(inputs, { base: folder }, io, new Report());
  const read = candidates.map((candidate) => (candidate.kind === "file" ? candidate.path : candidate.name));
  return new Set([...read, ...filesOf(lock).map((file) => resolve(folder, file))]);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
