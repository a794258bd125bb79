/**
 * The permissions that the model of pages alone has, against a second reading of their tables. Prints how many pages
 * agree, and those that don't; then of which page a request has its permissions, where several show it.
 */
import { beforeAll, expect, it } from "vitest";
import type { At } from "../../src/diagnostics/position.js";
import type { ResolvedRequest } from "../../src/edm/model.js";
import type { Request } from "../../src/edm/requests.js";
import { describeWithCorpus } from "../support/corpus.js";
import type { Text } from "../support/memory.js";
import { pageAt, pagePaths } from "../support/corpus-pages.js";
import type { Version } from "../floors/versions.js";
import { listedIn, listedOn, permissionsByPage } from "./permissions.js";

/** Pages that agree, in percent of those that list permissions. */
const FLOOR = 99.7;

/** Requests whose pages list different permissions, and get those of the page about the addressed resource, in percent. */
const FLOORS_OF_REQUESTS: Readonly<Record<string, number>> = { "v1.0": 100, beta: 98 };

const measure = (name: Version["name"], versions: () => readonly Version[]) => (): void => {
  let version: Version;
  let texts: readonly Text[];

  beforeAll(() => {
    version = versions().find((one) => one.name === name) ?? fail(name);
    texts = pagePaths()
      .filter((path) => path.startsWith(`${name}/`))
      .map(pageAt);
  }, 300_000);

  it("are those of the pages' tables", () => {
    const pages = permissionsByPage([...version.pages.flatMap(({ requests }) => requests), ...version.alone.requests]);
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
        `${name}: ${read.length - wrong.length} of ${read.length} pages with permissions agree (${share.toFixed(2)} %); ${listed.length - read.length} have no request: ${listed.flatMap(({ page, found }) => (found === undefined ? [page] : [])).join(", ")}`,
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

  it("are those of the page about the addressed resource", () => {
    const { both: model, sources } = version;
    const pageOf = ({ at }: { readonly at: At }) => /([^/]*)\.md$/.exec(sources.of(at).name)?.[1] ?? "";
    const conflicting = model.requests.flatMap((request) => {
      const [first, ...others] = model.declarations(request) as readonly [Request, ...Request[]]; // those of requests
      const listed = [first, ...others].flatMap(({ permissions }) =>
        permissions === undefined ? [] : [listedIn(permissions).join()],
      );
      return new Set(listed).size < 2
        ? []
        : [
            {
              request,
              first: pageOf(first),
              others: others.map(pageOf),
              hasThose: listedIn(request.permissions ?? []).join() === listedIn(first.permissions ?? []).join(),
            },
          ];
    });
    const wrong = conflicting.filter(
      ({ request, first, others, hasThose }) => !isAddressed(request, first, others) || !hasThose,
    );
    const share = (100 * (conflicting.length - wrong.length)) / conflicting.length;
    process.stdout.write(
      [
        `${name}: ${conflicting.length - wrong.length} of ${conflicting.length} requests whose pages list different permissions have those of the addressed resource (${share.toFixed(2)} %)`,
        ...wrong.map(({ request, first }) => `  ${request.method} ${request.template}: ${first}`),
        "",
      ].join("\n"),
    );
    expect(conflicting.length).toBeGreaterThan(100);
    expect(share).toBeGreaterThanOrEqual(FLOORS_OF_REQUESTS[name] ?? 100);
  });
};

/** Compares the permissions of both versions with the tables of their pages. */
export function describePermissions(versions: () => readonly Version[]): void {
  for (const name of ["v1.0", "beta"] as const)
    describeWithCorpus(`permissions of the model of ${name}`, measure(name, versions));
}

function fail(name: string): never {
  throw new Error(`${name} was not read`);
}

/**
 * Whether the name of the first page has that of the last segment or of its type in the CSDL, and no page outside of
 * Intune's workflows fits better; where no page has it, any may be first.
 */
function isAddressed({ template, resource }: ResolvedRequest, first: string, others: readonly string[]): boolean {
  const segment = template
    .replace(/\?.*|\([^/]*$/g, "")
    .split("/")
    .findLast((part) => !part.includes("{"));
  const type = resource?.kind === "Operation" ? resource.operation.name : resource?.type;
  const names = [segment, type].flatMap((name) => name?.split(".").at(-1)?.toLowerCase().replace(/s$/, "") ?? []);
  const fits = (page: string) => names.some((name) => page.includes(name));
  const isCore = (page: string) => fits(page) && !page.startsWith("intune-");
  if (others.some(isCore) && !isCore(first)) return false;
  return fits(first) || !others.some(fits);
}
