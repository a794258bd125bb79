import { styleText } from "node:util";
import type { Severity } from "./catalogue/entry.js";
import type { Sources } from "./position.js";
import type { Diagnostic, Place } from "./report.js";
import { spotOf } from "./sort-diagnostics.js";

export interface TextFormat {
  readonly color: boolean;
}

const severityColors = { error: "red", warning: "yellow", notice: "cyan" } as const satisfies Record<Severity, string>;

type Style = "red" | "yellow" | "cyan" | "gray";

/**
 * One diagnostic as people read it, `path:line:col - severity code: message`, without a line break at its end.
 * Related places follow, one a line, indented.
 */
export function formatDiagnostic(diagnostic: Diagnostic, sources: Sources, { color }: TextFormat): string {
  const { severity, code, message, place, related } = diagnostic;
  const label = `${paint(severityColors[severity], severity, color)} ${paint("gray", `${code}:`, color)}`;
  const head = `${formatPlace(place, sources)} - ${label} ${printable(message)}`;
  return [head, ...related.map((one) => `  ${formatPlace(one.place, sources)} - ${printable(one.message)}`)].join("\n");
}

function formatPlace(place: Place, sources: Sources): string {
  const { source, line, column } = spotOf(place, sources);
  return line === undefined ? printable(source) : `${printable(source)}:${line}:${column}`;
}

/** Whether there is a terminal is the caller's to decide, so styleText is told not to look at one. */
function paint(style: Style, text: string, color: boolean): string {
  return color ? styleText(style, text, { validateStream: false }) : text;
}

/**
 * Names come from the inputs: control and format characters (line breaks, terminal escapes, bidirectional
 * overrides) are shown as escapes, so that no input can forge a line or drive the terminal.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
