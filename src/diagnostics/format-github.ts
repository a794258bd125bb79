import { isAbsolute, relative, resolve } from "node:path";
import type { DiagnosticData, PlaceData } from "./format-json.js";
import { printable } from "./format-text.js";
import { withSlashes } from "./path-name.js";

/** What a diagnostic has for GitHub; the code is also that of a failure of the tool. */
export type Annotated = Omit<DiagnosticData, "code"> & { readonly code: string };

/** The folders that paths of annotations are resolved in. */
export interface Checkout {
  /** The folder that the paths of diagnostics start from. */
  readonly cwd: string;
  /** The folder of the repository, which annotations start from. */
  readonly root: string;
}

/**
 * Formats a diagnostic as a command for the runner of GitHub Actions, which shows it beside the line of the file.
 * Related places follow in the message. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(diagnostic: Annotated, checkout: Checkout): string {
  const { code, severity, message, line, column, related } = diagnostic;
  const file = annotatedFile(diagnostic.path, checkout);
  const places = {
    ...(file !== undefined && { file }),
    ...(file !== undefined && line !== undefined && { line: String(line), col: String(column) }),
    title: code,
  };
  const properties = Object.entries(places).map(([name, value]) => `${name}=${escapedProperty(printable(value))}`);
  const lines = [
    ...(file === undefined ? [`${diagnostic.path}: ${message}`] : [message]),
    ...related.map((one) => `${placeText(one)} - ${one.message}`),
  ];
  return `::${severity} ${properties.join(",")}::${escapedData(lines.map(printable).join("\n"))}`;
}

/** The path in the repository; undefined for what is no file there, such as a URL, `<command line>` or an option. */
function annotatedFile(path: string, { cwd, root }: Checkout): string | undefined {
  if (/^(?:<|--)/.test(path) || /^https?:/i.test(path)) return undefined;
  const fromRoot = withSlashes(relative(root, resolve(cwd, path)));
  return fromRoot.startsWith("../") || isAbsolute(fromRoot) ? undefined : fromRoot;
}

function placeText({ path, line, column }: PlaceData): string {
  return line === undefined ? path : `${path}:${line}:${column}`;
}

/** The runner ends a command at a line break, and takes `%` for the begin of an escape. */
function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** In a property, `:` and `,` are separators, too. */
function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
