/**
 * The permissions that the model of pages alone has, against a second reading of their tables. Prints how many pages
 * agree, and those that don't.
 */
import { expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { merge } from "../../src/merge/merge.js";
import { readPage } from "../../src/pages/read-page.js";
import { describeWithCorpus } from "../support/corpus.js";
import { pageAt, pagePaths } from "../support/corpus-pages.js";
import { listedOn, permissionsByPage } from "./permissions.js";

/** Pages that agree, in percent of those that list permissions. */
const FLOOR = 99.7;

describeWithCorpus("permissions of the model", () => {
  it.each(["v1.0", "beta"])("are those of the pages' tables: %s", (version) => {
    const sources = new Sources();
    const report = new Report();
    const texts = pagePaths()
      .filter((path) => path.startsWith(`${version}/`))
      .map(pageAt);
    const documents = texts.flatMap(
      ({ name, text }) => readPage(sources.add(`api-reference/${name}`, text), report) ?? [],
    );
    const pages = permissionsByPage(merge(documents, report));
    const listed = texts.flatMap(({ name, text }) => {
      const [, page] = /\/api\/(.*)\.md$/.exec(name) ?? [];
      const wanted = page === undefined ? undefined : listedOn(text);
      return page === undefined || wanted === undefined
        ? []
        : [{ page, wanted: wanted.join("\n"), found: pages.get(page) }];
    });
    // The model has nothing of a page whose requests cannot be read.
    const read = listed.filter(({ found }) => found !== undefined);
    const wrong = read.filter(({ wanted, found = [] }) => found.some((one) => one.join("\n") !== wanted));
    const share = (100 * (read.length - wrong.length)) / read.length;
    process.stdout.write(
      [
        `${version}: ${read.length - wrong.length} of ${read.length} pages with permissions agree (${share.toFixed(2)} %); ${listed.length - read.length} have no request: ${listed.flatMap(({ page, found }) => (found === undefined ? [page] : [])).join(", ")}`,
        ...wrong.map(
          ({ page, wanted, found = [] }) =>
            `  ${page}\n    table: ${wanted.replaceAll("\n", "; ")}\n    model: ${found[0]?.join("; ")}`,
        ),
        "",
      ].join("\n"),
    );
    expect(read.length).toBeGreaterThan(1000);
    expect(share).toBeGreaterThanOrEqual(FLOOR);
  });
});
