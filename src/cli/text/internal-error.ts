import { printable } from "../../diagnostics/format-text.js";
import type { Environment } from "../terminal.js";

/** The message for a bug in the tool, with the stack if ODATA_CODEGEN_DEBUG is set. */
export interface InternalError {
  /** One line without a line break. */
  readonly message: string;
  /** Lines as they are printed. */
  readonly text: string;
}

export function internalError(failure: unknown, env: Environment): InternalError {
  const { message: reason, stack } = failure instanceof Error ? failure : new Error(String(failure));
  const message = `internal error: ${printable(reason)}; this is a bug of odata-codegen, please report it in the issues of its repository`;
  const debug = (env["ODATA_CODEGEN_DEBUG"] ?? "") !== "";
  return { message, text: debug ? `${message}\n${stack ?? ""}\n` : `${message}\n` };
}
