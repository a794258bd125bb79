import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "../corpus.js";

const folder = join(corpus, "abnf");
/** Whether the corpus has the grammar. */
export const hasGrammar = existsSync(folder);

/** The construction rules of OData 4.01, and those that the Data Aggregation extension adds to them. */
export function odataRules(): string {
  return ["odata-abnf-construction-rules.txt", "odata-aggregation-abnf.txt"].map(abnfFile).join("\n");
}

export function abnfFile(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}
