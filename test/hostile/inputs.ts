/** The documents that are damaged: those that are hostile as they are, and small ones for each reader. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus } from "../support/corpus.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const own = [
  "../golden/client-everything/input.xml",
  "../golden/convert-everything-back/input.json",
  "../golden/sap-gateway/input.xml",
  "../golden/page-everything/lamp-create.md",
  "../golden/page-everything/lamp-list.md",
  "../golden/page-everything/lamp.md",
  "../golden/page-everything/mood.md",
  "../../schemas/intune-enrollment/pages/api/intune-enrollment-importeddeviceidentityresult-create.txt",
] as const;

/** Files of a folder that lies beside others; none if it does not. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:xml|md)$/.test(name) && name !== "MANIFEST.md")
    .map((name) => join(folder, name));
}

/** The bytes of each document by a name of its own. */
export function documents(): ReadonlyMap<string, Uint8Array> {
  const paths = [...filesIn(join(corpus, "hostile")), ...filesIn(join(corpus, "../cases/inputs")), ...own.map(here)];
  const named = paths.map((path) => [nameOf(path), readFileSync(path)] as const);
  return new Map(named);
}

function nameOf(path: string): string {
  const folder = basename(join(path, ".."));
  return basename(path).startsWith("input.") ? `${folder}-${basename(path)}` : basename(path);
}
