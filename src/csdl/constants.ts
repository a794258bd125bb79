import { isConstant, type ConstantKind } from "../edm/annotations.js";
import type { At } from "../diagnostics/position.js";
import type { Reading } from "./reading.js";

/**
 * "Unknown or invalid annotations should never result in an error" (CSDL 4.01 §14): a warning, and the text is kept.
 */
export function checkConstant(type: ConstantKind, value: string, at: () => At, { report }: Reading): void {
  if (!isConstant(type, value)) report.add("illegal-constant", at(), { type, value });
}
