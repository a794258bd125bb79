import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "../../support/corpus.js";

export interface OldFile {
  /** Below the corpus. */
  readonly path: string;
  readonly text: string;
}

const OLD = /="http:\/\/schemas\.microsoft\.com\/ado\/\d{4}\/\d{2}\/edmx?"/;

/** The documents of the corpus in the XML namespaces of OData 2.0 and 3.0. */
export function oldFiles(): readonly OldFile[] {
  // Where there is no corpus the tests are skipped, but still listed.
  if (!existsSync(corpus)) return [];
  return ["csdl", "csdl-v2", "csdl-real"].flatMap((folder) =>
    readdirSync(join(corpus, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:xml|edmx|csdl|metadata|txt)$/.test(file))
      .sort()
      .map((file) => ({ path: join(folder, file), text: readFileSync(join(corpus, folder, file), "utf8") }))
      .filter(({ text }) => OLD.test(text)),
  );
}
