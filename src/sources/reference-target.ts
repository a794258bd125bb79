import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The origin of a text: a file, a URL, or neither (standard input). */
export interface Origin {
  /** The absolute path. */
  readonly path?: string;
  readonly url?: string;
}

/** The target of a reference, resolved without accessing it. */
export type ReferenceTarget =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "none"; readonly reason: string };

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Resolves the URI of a reference against the origin of its text. Files refer to files and URLs to URLs: a document
 * from the network cannot refer to a local file.
 */
export function referenceTarget(uri: string, { path, url }: Origin): ReferenceTarget {
  if (url !== undefined || /^https?:/i.test(uri)) return remoteTarget(uri, url);
  if (uri.startsWith("//")) return none("it has a host but no protocol");
  if (SCHEME.test(uri) && !/^file:/i.test(uri)) return none(`"${SCHEME.exec(uri)?.[0]}" is not a supported protocol`);
  if (path === undefined) return none("the referring document has no folder");
  const file = SCHEME.test(uri) ? fileOfUrl(uri) : fileOfPath(uri, dirname(path));
  return file === undefined ? none("it is not a valid URI") : { kind: "file", path: file };
}

/** The URI for messages, without user name, password, query and fragment, which may contain secrets. */
export function shownUri(uri: string): string {
  const shown = uri.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i, "$1//").replace(/[?#].*$/s, "");
  return shown.length > 200 ? `${shown.slice(0, 199)}…` : shown;
}

function remoteTarget(uri: string, base: string | undefined): ReferenceTarget {
  if (!URL.canParse(uri, base)) return none("it is not a valid URI");
  const target = new URL(uri, base);
  target.hash = "";
  if (target.protocol !== "https:" && target.protocol !== "http:")
    return none(`"${target.protocol}" is not a supported protocol`);
  return { kind: "url", url: target.href };
}

function fileOfUrl(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The file path of a relative URI: percent-decoded (RFC 3986 §2.1), without query and fragment. */
function fileOfPath(uri: string, folder: string): string | undefined {
  try {
    return resolve(folder, decodeURIComponent(uri.replace(/[?#].*$/s, "")));
  } catch {
    return undefined;
  }
}

function none(reason: string): ReferenceTarget {
  return { kind: "none", reason };
}
