import { rmSync } from "node:fs";
import { runBin } from "../../cli/run-cli.js";

/**
 * Generates the client of a running service into a folder, from its metadata in XML or JSON, with further options.
 * Throws when the tool has anything to complain about.
 */
export function generateClient(
  serviceRoot: string,
  folder: string,
  notation: "xml" | "json" = "xml",
  options: readonly string[] = [],
): void {
  rmSync(folder, { recursive: true, force: true });
  const { host } = new URL(serviceRoot);
  const input = `${serviceRoot}/$metadata?$format=${notation}`;
  const args = ["generate", input, "--allow-remote", host, "--output", folder, ...options];
  const { code, stderr } = runBin(process.cwd(), args);
  if (code !== 0 || /warning|error/.test(stderr)) throw new Error(`odata-codegen ended with code ${code}:\n${stderr}`);
}
