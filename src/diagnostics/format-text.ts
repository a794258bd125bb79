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
 * Formats one diagnostic as `path:line:col - severity code: message`. Related places follow on lines of their own,
 * indented. The text has no line break at its end.
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

/** The caller decides on color, so `styleText` must not check the terminal. */
function paint(style: Style, text: string, color: boolean): string {
  return color ? styleText(style, text, { validateStream: false }) : text;
}

/**
 * Escapes control and format characters (line breaks, terminal escapes, bidirectional overrides): text of the inputs
 * must not forge a line or control the terminal.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
