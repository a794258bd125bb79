import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import type { CsdlDocument, Document, PageDocument } from "../../src/edm/document.js";
import type { Model } from "../../src/edm/model.js";
import { readCsdlXml } from "../../src/csdl/read-xml.js";
import { merge } from "../../src/merge/merge.js";
import { type ResolvedPage, resolvePages } from "../../src/merge/names/resolve-names.js";
import { readPage } from "../../src/pages/read-page.js";
import { corpus } from "../support/corpus.js";

/** The reference pages of one version of Graph, and the CSDL of the same day. */
export interface Version {
  readonly name: "beta" | "v1.0";
  readonly sources: Sources;
  readonly pages: readonly PageDocument[];
  /** The same with full names. */
  readonly resolved: readonly ResolvedPage[];
  readonly csdlDocument: CsdlDocument;
  /** What the CSDL alone says. */
  readonly csdl: Model;
  /** What the pages alone say. */
  readonly alone: Model;
  /** What pages and CSDL say together. */
  readonly both: Model;
  readonly report: Report;
}

/** Reads both versions whole: about 11,000 pages. */
export function readVersions(): readonly Version[] {
  return (["beta", "v1.0"] as const).map(readVersion);
}

function readVersion(name: Version["name"]): Version {
  const sources = new Sources();
  const report = new Report();
  const folder = `docs/api-reference/${name}`;
  const pages: PageDocument[] = [];
  for (const kind of ["api", "resources"]) {
    for (const file of readdirSync(join(corpus, folder, kind)).sort()) {
      const path = `${folder}/${kind}/${file}`;
      const page = readPage(sources.add(path, readFileSync(join(corpus, path), "utf8")), report);
      if (page !== undefined) pages.push(page);
    }
  }
  const path = `graph/${name}-2021-07.csdl`;
  const csdl = readCsdlXml(sources.add(path, readFileSync(join(corpus, path), "utf8")), new Report());
  if (csdl === undefined) throw new Error(`${path} is not CSDL`);
  const documents: readonly Document[] = [csdl, ...pages];
  return {
    name,
    sources,
    pages,
    resolved: resolvePages(pages).pages,
    csdlDocument: csdl,
    csdl: merge([csdl], new Report()),
    alone: merge(pages, new Report()),
    both: merge(documents, report),
    report,
  };
}
