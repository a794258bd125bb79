/** Tells pages of one version of a service from the CSDL of another, such as beta pages beside the CSDL of v1.0. */
import { at, sourceIndexOf } from "../diagnostics/position.js";
import { groupBy } from "../edm/grouping.js";
import type { Cause } from "./causes.js";
import type { AuditedPage, Finding } from "./finding.js";

const VERSION = String.raw`beta|v\d+(?:\.\d+)+`;
/** `graph/v1.0-2021-07.csdl`, `https://graph.microsoft.com/beta/$metadata`; not `lamp-beta-test` in a longer word. */
const IN_NAME = new RegExp(String.raw`(?<=^|[^A-Za-z0-9.])(?:${VERSION})(?=$|[^A-Za-z0-9])`, "gi");
const IN_URL = new RegExp(String.raw`^https?://[^/]+/(${VERSION})/`, "i");
/** The note at the top of beta pages, included or copied. */
const BETA_NOTE = /\[!INCLUDE \[beta-disclaimer\]|^(?:> )?APIs under the `?\/beta`? version\b/m;

/** The version that the name of a file, or a URL, has; of several the last one. */
export function versionIn(name: string): string | undefined {
  return name.match(IN_NAME)?.at(-1)?.toLowerCase();
}

/** The version that a page documents: by its folder, else by the URLs of its examples, else by its note. */
function versionOf({ document, requests }: AuditedPage): string | undefined {
  const { name, text } = document.source;
  const folder = versionIn(name.replace(/[^\\/]*$/, ""));
  if (folder !== undefined) return folder;
  const urls = requests.flatMap(({ examples }) => examples.flatMap(({ request }) => request?.url ?? []));
  const shown = new Set(urls.flatMap((url) => IN_URL.exec(url)?.[1]?.toLowerCase() ?? []));
  const [only, ...others] = shown;
  if (only !== undefined && others.length === 0) return only;
  return BETA_NOTE.test(text) ? "beta" : undefined;
}

/** What a page of another version names and the CSDL lacks. */
const LACKS: ReadonlySet<Cause> = new Set([
  "type-not-in-csdl",
  "path-unresolved",
  "property-not-in-csdl",
  "member-not-in-csdl",
  "parameter-not-in-csdl",
]);
/** Those of them that are rare on a page of the same version: on 2 % of the pages of Microsoft Graph. */
const LACKS_SUBJECT: ReadonlySet<Cause> = new Set(["type-not-in-csdl", "path-unresolved"]);
/** From this number and share of its pages on, a CSDL without a version in its name is that of another version. */
const MANY_PAGES = 3;
const LARGE_SHARE = 0.25;

/**
 * Marks the findings on pages of another version than the CSDL, and adds one finding for each such version. The version
 * of the CSDL is the one in its name. Without one, the CSDL is of another version if it lacks what many beta pages are
 * about: beta has what v1.0 has, and more.
 */
export function withVersions(
  findings: readonly Finding[],
  pages: readonly AuditedPage[],
  csdlVersion: string | undefined,
): readonly Finding[] {
  const lacking = indexesOf(findings, LACKS);
  const lackingSubject = indexesOf(findings, LACKS_SUBJECT);
  const others = [...groupBy(pages, versionOf)].filter(([version, ofVersion]) => {
    if (version === undefined || version === csdlVersion) return false;
    const among = (indexes: ReadonlySet<number>) =>
      ofVersion.filter(({ document }) => indexes.has(document.source.index)).length;
    if (csdlVersion !== undefined) return among(lacking) > 0;
    return version === "beta" && among(lackingSubject) >= Math.max(MANY_PAGES, LARGE_SHARE * ofVersion.length);
  });
  return others.reduce<readonly Finding[]>(
    (marked, [version = "", ofVersion]) => withVersion(marked, { version, pages: ofVersion, csdlVersion }),
    findings,
  );
}

function indexesOf(findings: readonly Finding[], causes: ReadonlySet<Cause>): ReadonlySet<number> {
  return new Set(
    findings.flatMap(({ cause, page }) => (page !== undefined && causes.has(cause) ? [sourceIndexOf(page)] : [])),
  );
}

interface OtherVersion {
  readonly version: string;
  readonly pages: readonly AuditedPage[];
  readonly csdlVersion: string | undefined;
}

function withVersion(findings: readonly Finding[], { version, pages, csdlVersion }: OtherVersion): readonly Finding[] {
  const indexes = new Set(pages.map(({ document }) => document.source.index));
  const isOnThem = ({ page }: Finding) => page !== undefined && indexes.has(sourceIndexOf(page));
  const [first] = pages;
  if (first === undefined) return findings;
  const count = findings.filter(isOnThem).length;
  const documented = pages.length === 1 ? `1 page documents ${version}` : `${pages.length} pages document ${version}`;
  const csdl = csdlVersion === undefined ? "seems to be of another version" : `is of ${csdlVersion}`;
  const named: Finding = {
    cause: "version-differs",
    element: version,
    message: `${documented}, and the CSDL ${csdl}; that may be the only reason of ${count === 1 ? "1 finding" : `${count} findings`} on ${pages.length === 1 ? "it" : "them"}`,
    page: at(first.document.source, 0),
  };
  return [named, ...findings.map((finding) => (isOnThem(finding) ? { ...finding, version } : finding))];
}
