import { at, type At } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { Document, PageDocument } from "../edm/document.js";
import { compareText } from "../edm/model.js";

type VersionName = "beta" | "v1.0";

/** Reports once that pages of beta and of v1.0 are mixed, with a page of each: they describe two services. */
export function reportVersions(documents: readonly Document[], report: Report): void {
  const pages = documents
    .filter((document) => document.kind === "page")
    .sort((a, b) => compareText(a.source.name, b.source.name));
  const beta = pages.find((page) => versionOf(page) === "beta");
  const stable = beta && pages.find((page) => versionOf(page) === "v1.0");
  if (beta === undefined || stable === undefined) return;
  const related = [{ place: startOf(stable), message: "a page of v1.0" }];
  report.add("pages-of-two-versions", startOf(beta), { beta: beta.source.name, stable: stable.source.name }, related);
}

/** The version in the path of the page, `beta/resources/…`, else in the URLs of its examples. */
function versionOf({ source, requests }: PageDocument): VersionName | undefined {
  const folder = /^(?:[^]*[/\\])?(beta|v1\.0)[/\\]/.exec(source.name)?.[1];
  return isVersion(folder) ? folder : versionOfExamples(requests);
}

function versionOfExamples(requests: PageDocument["requests"]): VersionName | undefined {
  const urls = requests.flatMap(({ examples }) => examples.flatMap(({ request }) => request?.url ?? []));
  return urls.map((url) => /^https:\/\/[^/]+\/([^/]+)\//.exec(url)?.[1]).find(isVersion);
}

function isVersion(name: string | undefined): name is VersionName {
  return name === "beta" || name === "v1.0";
}

function startOf({ source }: PageDocument): At {
  return at(source, 0);
}
