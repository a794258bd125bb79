import type { Report } from "../diagnostics/report.js";
import type { RemoteAccess } from "../sources/read-input.js";
import type { Service } from "./read-services.js";

/** How the inputs of a service are read: its folder, its URLs, and what is kept of them. `given` are the options of the command line. */
export async function remoteAccess(
  service: Service,
  given: { readonly allowRemote?: readonly string[] | undefined },
  cwd: string,
  report: Report,
): Promise<RemoteAccess> {
  const { name, base, options, remotes, locked } = service;
  const allowRemote = given.allowRemote ?? options.allowRemote ?? [];
  if (name === undefined || remotes.length === 0) return { base, allowRemote };
  const { keptOf } = await import("../kept/kept-inputs.js"); // few services have URLs
  return { base, allowRemote, remotes, service: name, kept: await keptOf({ name, base, locked }, cwd, report) };
}
