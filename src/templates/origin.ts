import { toolVersion } from "../installation/package.js";
import { contentHash } from "../output/content-hash.js";

/** The built-in template that a file was ejected from, as its second line says. */
export interface Origin {
  /** The version of the tool. */
  readonly version: string;
  /** Of the text of the built-in template. */
  readonly hash: string;
  /** The template without that line. */
  readonly text: string;
}

const ORIGIN = /^\{\{!-- original: odata-codegen (\S+), ([0-9a-f]{12}) --\}\}\n/m;
const FIRST_LINE = /^(?:\{\{!-- view: .* --\}\}\n)?/;

/** The text of a file that `templates eject` writes: the template, and a comment below its first one. */
export function ejectedText(builtIn: string): string {
  const origin = `{{!-- original: odata-codegen ${toolVersion}, ${hashOf(builtIn)} --}}\n`;
  return builtIn.replace(FIRST_LINE, (first) => `${first}${origin}`);
}

/** Undefined for a template that was not ejected. */
export function originOf(template: string): Origin | undefined {
  const unix = withUnixLineEnds(template);
  const [line, version, hash] = ORIGIN.exec(unix) ?? [];
  return line === undefined || version === undefined || hash === undefined
    ? undefined
    : { version, hash, text: unix.replace(line, "") };
}

/** Whether an ejected template is as it was written. */
export function isUnedited({ hash, text }: Origin): boolean {
  return hashOf(text) === hash;
}

export function hashOf(text: string): string {
  return contentHash(text).slice(0, 12);
}

export function withUnixLineEnds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
