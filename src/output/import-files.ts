import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Imports one of several modules, from a temporary folder that is removed afterwards. */
export async function importFiles(
  files: readonly { readonly path: string; readonly text: string }[],
  entry: string,
): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "odata-codegen-"));
  try {
    await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await import(pathToFileURL(join(folder, entry)).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
