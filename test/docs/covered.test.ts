/** Every block of every page is run, compiled or checked by a test, or is on a list that says why not. */
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Block, blocksOf, root, textOf } from "./page-blocks.js";
import { isRunHere } from "./page-run.js";
import { setups } from "./setups.js";
import { isTestedElsewhere, testedElsewhere, unrun, untested } from "./untested.js";

const pages = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].concat(
  readdirSync(`${root}docs`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
);

/** The first line of a block, by which lists name it. */
function nameOf({ code }: Block): string {
  return code.trim().split("\n")[0] ?? "";
}

function isListed(page: string, block: Block): boolean {
  return untested.some((entry) => entry.page === page && entry.block === nameOf(block));
}

describe("the code blocks of the documentation", () => {
  it.each(pages)("%s has none that no test covers", (page) => {
    const uncovered = blocksOf(textOf(page)).filter(
      (block) => !(page in setups && isRunHere(page, block)) && !isTestedElsewhere(page, block) && !isListed(page, block),
    );
    expect(uncovered.map(({ line, language, ...block }) => `${page}:${line} ${language} ${block.code}`)).toEqual([]);
  });

  it("are covered by tests that exist and name the page", () => {
    const missing = Object.entries(testedElsewhere).flatMap(([page, tests]) =>
      existsSync(`${root}${page}`) ? tests.filter(({ test }) => !existsSync(`${root}${test}`)).map(({ test }) => test) : [],
    );
    expect(missing).toEqual([]);
    const silent = Object.entries(testedElsewhere).flatMap(([page, tests]) =>
      tests.filter(({ test }) => existsSync(`${root}${test}`) && !textOf(test).includes(page.replace(/^docs\//, ""))),
    );
    expect(silent).toEqual([]);
  });

  it("leave nothing over on the lists of those that are not run", () => {
    const all = pages.filter((page) => existsSync(`${root}${page}`)).flatMap((page) => blocksOf(textOf(page)).map((block) => ({ page, block })));
    const over = untested.filter((entry) => !all.some(({ page, block }) => entry.page === page && entry.block === nameOf(block)));
    expect(over).toEqual([]);
    const commands = all.filter(({ page }) => page in setups).map(({ block }) => block.code).join("\n");
    expect(unrun.filter(({ command }) => !commands.includes(command))).toEqual([]);
  });
});
