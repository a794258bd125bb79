import { printable } from "../diagnostics/format-text.js";
import type { Environment } from "./terminal.js";

/** What is said when the tool itself fails; the stack is for those who look for the fault. */
export function internalError(failure: unknown, env: Environment): string {
  const { message, stack } = failure instanceof Error ? failure : new Error(String(failure));
  const line = `internal error: ${printable(message)}; this is a bug of odata-codegen, please report it in the issues of its repository\n`;
  const debug = (env["ODATA_CODEGEN_DEBUG"] ?? "") !== "";
  return debug ? `${line}${stack ?? ""}\n` : line;
}
