/** The table of the README: figures from docs/benchmarks.md, and features as the sources of the others have them. */
import { textOf } from "./page-blocks.js";

const columns = ["odata-codegen", "odata2ts", "SAP Cloud SDK", "msgraph-sdk (Kiota)", "microsoft-graph-types"];

/** Of ours, odata2ts 0.34.0, @sap-cloud-sdk/generator 4.8.0, @microsoft/msgraph-sdk preview.90 and graph-types 2.43.1. */
const features: readonly (readonly [feature: string, marks: string])[] = [
  ["OData 4", "✔ ✔ ✔ Graph Graph"],
  ["OData 2.0", "✔ ✔ ✔ – –"],
  ["CSDL in JSON, OData 3.0", "✔ – – – –"],
  ["reference pages of Microsoft Graph, permissions of each request", "✔ – – – –"],
  ["a client", "✔ ✔ ✔ ✔ –"],
  ["runs without packages", "✔ – – – ✔"],
  ["own types for what is created and updated", "✔ ✔ – – –"],
  ["`select` and `expand` narrow the type of the result", "✔ – – – –"],
  ["typed filters", "✔ ✔ ✔ – –"],
  ["unknown members of enums keep their value and are in the type", "✔ – – – –"],
  ["checks at run time", "✔ – – – –"],
  ["values become `Date` or `BigNumber`", "– ✔ ✔ ✔ –"],
  ["a part of a service is generated", "✔ – – ✔ –"],
  ["a run writes what changed, all or nothing", "✔ – – – –"],
  ["a check for CI, changes between versions", "✔ – – – –"],
  ["a mock of the service for tests, and a check of the running one", "✔ – – – –"],
  ["the service as one page, with requests and permissions", "✔ – – – –"],
];

/** Of those compared; test/peers/graph-types compares them, and these figures with its own. */
export const propertiesOfGraph = { ours: "11,932 of 11,932", theirs: "10,585 of 10,646" };

const benchmarks = textOf("docs/benchmarks.md");

/** The cells of the first row of the benchmarks that begins with these cells, without these. */
function row(...start: readonly string[]): readonly string[] {
  const found = benchmarks.split("\n").find((line) => line.startsWith(`| ${start.join(" | ")} |`));
  if (found === undefined) throw new Error(`docs/benchmarks.md has no row ${start.join(", ")}`);
  const cells = found.split("|").map((cell) => cell.trim());
  return cells.slice(start.length + 1);
}

/** The CPU of a run of a generator, or that it fails. */
function generated(input: string, generator: string): string {
  const [cpu = "", , , outcome = ""] = row(input, generator);
  return outcome.includes("fails") ? "fails" : cpu;
}

/** The CPU of the compiler over that for an empty program. */
function compiled(program: string, form: string): string {
  return row("5.9", program, form)[1] ?? "";
}

function figures(): readonly (readonly string[])[] {
  const generators = ["odata-codegen", "odata2ts", "SAP Cloud SDK"];
  const app = row("list the users' displayName")[1] ?? "";
  return [
    ["generate TripPin, a small service: CPU", ...generators.map((one) => generated("TripPin", one)), "", ""],
    ["generate Microsoft Graph v1.0: CPU", ...generators.map((one) => generated("Graph v1.0", one)), "", ""],
    [
      "`tsc` 5.9, types of Graph: CPU over none",
      compiled("types", ".ts"),
      "",
      "",
      "",
      compiled("@microsoft/microsoft-graph-types: types", ""),
    ],
    [
      "`tsc` 5.9, a client of Graph: CPU over none",
      compiled("client", ".ts"),
      "",
      "",
      compiled("@microsoft/msgraph-sdk with -users: client", ""),
      "",
    ],
    ["app that lists users of Graph, bundled: gzip", app, "", "", "", ""],
    ["properties of Graph whose types are those of its CSDL", propertiesOfGraph.ours, "", "", "", propertiesOfGraph.theirs],
  ];
}

/** The whole table, as the README has it. */
export function sideBySide(): string {
  const marks = features.map(([feature, values]) => [feature, ...values.split(" ")]);
  const rule = ["---", ...columns.map(() => ":--:")];
  const lines = [["", ...columns], rule, ...figures(), ...marks];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}
