import { paint } from "./text/style.js";

/** `✔ wrote odata-codegen.config.json`, or `added to package.json`. */
export function writtenLine(path: string, { color, isNew = true }: { color: boolean; isNew?: boolean }): string {
  return `${paint("green", "✔", color)} ${isNew ? "wrote" : "added to"} ${path}`;
}
