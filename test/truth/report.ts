/** The table of `docs/reference-pages.md` on the model of pages alone, and its floors. */
import type { Judgment, Truth } from "./scores.js";

export type Truths = Readonly<Record<"v1.0" | "beta", Truth>>;

interface Row {
  readonly title: string;
  /** The least share in per cent, or the least number where `counted`. */
  readonly floor: Readonly<Record<keyof Truths, number>>;
  readonly counted?: true;
}

export const rows: Readonly<Record<keyof Truth, Row>> = {
  names: { title: "property names that the CSDL has", floor: { "v1.0": 98.8, beta: 98.7 } },
  types: { title: "types of properties", floor: { "v1.0": 96.1, beta: 96.2 } },
  found: { title: "properties of the CSDL, found", floor: { "v1.0": 97.8, beta: 97 } },
  bases: { title: "base types", floor: { "v1.0": 88, beta: 90.3 } },
  children: { title: "sets and singletons", floor: { "v1.0": 46, beta: 70 }, counted: true },
  places: { title: "requests at the right place", floor: { "v1.0": 98.1, beta: 96.8 } },
};

const versions = ["v1.0", "beta"] as const;
const keys = Object.keys(rows) as readonly (keyof Truth)[]; // its keys

function rightOf(judgments: readonly Judgment[]): number {
  return judgments.filter(({ cause }) => cause === undefined).length;
}

function shareOf(judgments: readonly Judgment[]): number {
  return judgments.length === 0 ? 0 : (100 * rightOf(judgments)) / judgments.length;
}

/** The names of the figures that are below their floor. */
export function belowFloors(truth: Truth, version: keyof Truths): readonly string[] {
  return keys.flatMap((key) => {
    const { floor, counted } = rows[key];
    const reached = counted === true ? rightOf(truth[key]) : shareOf(truth[key]);
    return reached < floor[version] ? [`${rows[key].title}: ${reached}`] : [];
  });
}

export function truthTable(truths: Truths): string {
  const lines = keys.map((key) => {
    const { title, floor, counted } = rows[key];
    const cells = versions.flatMap((version) => {
      const judgments = truths[version][key];
      const unit = counted === true ? "" : " %";
      return [
        `${rightOf(judgments)} of ${judgments.length}`,
        `${shareOf(judgments).toFixed(2)} %`,
        `${floor[version]}${unit}`,
      ];
    });
    return `| ${[title, ...cells].join(" | ")} |`;
  });
  return ["| What | v1.0 | Share | Floor | beta | Share | Floor |", "|:--|--:|--:|--:|--:|--:|--:|", ...lines].join(
    "\n",
  );
}

/** The section of the page, with the causes of what is left. */
export function truthSection(truths: Truths): string {
  return `${INTRODUCTION}\n${truthTable(truths)}\n\n${keys.map((key) => causesOf(key, truths)).join("\n\n")}`;
}

function causesOf(key: keyof Truth, truths: Truths): string {
  const counts = new Map<string, number[]>();
  for (const [index, version] of versions.entries())
    for (const { cause } of truths[version][key]) {
      if (cause === undefined) continue;
      const counted = counts.get(cause) ?? versions.map(() => 0);
      counted[index] = (counted[index] ?? 0) + 1;
      counts.set(cause, counted);
    }
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const lines = [...counts]
    .sort(([a, x], [b, y]) => total(y) - total(x) || (a < b ? -1 : 1))
    .map(([cause, numbers]) => `| ${cause} | ${numbers.join(" | ")} |`);
  const title = rows[key].title;
  return [
    `### ${title.slice(0, 1).toUpperCase()}${title.slice(1)}`,
    "",
    "| Cause | v1.0 | beta |",
    "|:--|--:|--:|",
    ...lines,
  ].join("\n");
}

const INTRODUCTION = `## How right the model is

The figures above count rows as they are read. These count what comes out: the model that is merged of the pages alone, against the CSDL of the same day, which is read a second time by a reader of the tests.

- **property names that the CSDL has**: of the properties that the types of the model declare, those that the CSDL has on the same type or on a base of it.
- **types of properties**: of the same properties, those with the right type, including whether it is a collection. Letter case and other names of primitive types are ignored.
- **properties of the CSDL, found**: of the properties that the CSDL declares on types that the model has, those that the model has there or on a base.
- **base types**: of the types that have a page, and in the CSDL a base type other than \`microsoft.graph.entity\`, those with the right one.
- **sets and singletons**: of the children of the container that both have, those with the right type.
- **requests at the right place**: of the requests whose path the CSDL has, those that lead to the same type, property or operation.

A property that only an example or a table of an api page shows is left out, with the warning \`property-without-row\`, where the page of the type has rows: of such properties three in four are not in the CSDL.

The permissions of each page are held against a second reading of its tables by \`npx vitest run test/truth\`, with a floor of 99.7 %: they are the same sets of scopes for 2,010 of 2,011 pages of v1.0 and for all 4,792 of beta. On the page that is left, \`group-post-members\`, a list ends with "and" that another row of the table has with commas alone.
`;
