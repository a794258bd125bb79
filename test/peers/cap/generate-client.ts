import { rmSync } from "node:fs";
import { runBin } from "../../cli/run-cli.js";

/**
 * Generates the client of a running service into a folder, from its metadata in XML or JSON. Throws when the tool has
 * anything to complain about.
 */
export function generateClient(serviceRoot: string, folder: string, notation: "xml" | "json" = "xml"): void {
  rmSync(folder, { recursive: true, force: true });
  const { host } = new URL(serviceRoot);
  const args = ["generate", `${serviceRoot}/$metadata?$format=${notation}`, "--allow-remote", host, "--output", folder];
  const { code, stderr } = runBin(process.cwd(), args);
  if (code !== 0 || /warning|error/.test(stderr)) throw new Error(`odata-codegen ended with code ${code}:\n${stderr}`);
}
