/** The page `docs/example-bodies.md`, made of what is measured. */
import type { Counts, Measured } from "./measured.js";
import { verdicts } from "./verdicts.js";

export function documentation(measured: readonly Measured[]): string {
  return `${INTRODUCTION}
${table(["Pages and CSDL", "Bodies", "Accepted", "Share", "Floor"], measured.map(acceptance))}

${UNCHECKED}

## Why bodies are refused

${CAUSES}

${table(["Cause", ...names(measured)], byCause(measured.map(({ causes }) => causes)))}

${readByHand()}

## Faults in accepted bodies

${FAULTS}

${table(["Pages and CSDL", "Faults", "Found at the path", "Share", "Found elsewhere", "Not found"], measured.map(faults))}

${table(["Fault", "Faults", "Found at the path", "Not found"], byKind(measured))}

Faults that are not found:

${table(["Cause", ...names(measured)], byCause(measured.map(({ survivors }) => survivors)))}
`;
}

const INTRODUCTION = `# Example bodies against the generated validators

The example bodies of the reference pages of Microsoft Graph, requests and responses, are checked by the schemas that are generated from the same pages together with the CSDL of the same day. \`npx vitest run test/graph/bodies\` measures the figures again and fails below the floors; with \`--update\` it renews this page.

Each body is checked as a user of the output does it: what is sent by the schema for creating, updating or the parameters of the action, what is received by the schema of the entity, of the page (\`collectionOf\`, \`deltaOf\`) or of the error, with derived types (\`…OrDerivedSchema\`) and expanded entities (\`withNavigation\`). Bodies that the page calls shortened may lack properties (\`partial\`), and so may those of requests with \`$select\` (\`pick\`).
`;

const UNCHECKED = `Not counted are bodies of unknown type, and single values that are no entities, such as \`{ "value": true }\`: the output has no schemas for these.

The modern pages are read with the CSDL of v1.0 of August 2026; most of them are of beta.`;

const CAUSES = `Counted by the first issue of each body. Those of v1.0 are differences between the example and the metadata: another spelling, a word in place of a value, a property that does not exist. A few of beta have other reasons: \`/directoryObjects/delta\` and \`…/rootCertificate\` lead to members that several derived types declare differently, so that the type of the body is not certain; and an action is given tags that exist by their keys alone.`;

const FAULTS = `Each accepted body is changed in one place at a time: a value of another JSON type, in another form or out of range, an unknown member, null where it is not allowed, a required property left out, an unknown or read-only property added, another \`@odata.type\`, and wrong control information; in the body itself, in the items of a page, in complex values, in values of derived types, and in related entities. The schema has to report an issue at exactly that path.`;

function readByHand(): string {
  const by = (whose: string) => verdicts.filter((verdict) => verdict.whose === whose).length;
  return `${verdicts.length} refused bodies of v1.0, drawn at random, were read at their pages: in ${by("page")} the page is wrong, ${by("truncated")} are shortened, and in ${by("ours")} the validator is wrong. \`test/graph/bodies/verdicts.ts\` has the reason for each.`;
}

function acceptance({ pair, accepted, refused }: Measured): readonly (string | number)[] {
  const all = accepted + refused;
  return [pair.name, all, accepted, percent(accepted, all), `${pair.floor} %`];
}

function faults(one: Measured): readonly (string | number)[] {
  const { found, elsewhere, survived } = faultsOf(one);
  const all = found + elsewhere + survived;
  return [one.pair.name, all, found, percent(found, all), elsewhere, survived];
}

/** All faults, whatever their kind. */
export function faultsOf(one: Measured): Readonly<Record<"found" | "elsewhere" | "survived", number>> {
  const total = { found: 0, elsewhere: 0, survived: 0 };
  for (const counts of one.faults.values()) {
    total.found += counts.found;
    total.elsewhere += counts.elsewhere;
    total.survived += counts.survived;
  }
  return total;
}

const KINDS: Readonly<Record<string, string>> = {
  type: "another JSON type",
  format: "another form",
  range: "out of range",
  member: "an unknown member",
  null: "null",
  missing: "left out",
  extra: "an unknown property",
  "read-only": "a read-only property",
  "odata-type": "another `@odata.type`",
  control: "wrong control information",
};

function byKind(measured: readonly Measured[]): readonly (readonly (string | number)[])[] {
  return Object.entries(KINDS).map(([kind, name]) => {
    const counts = measured.flatMap((one) => one.faults.get(kind) ?? []);
    const sum = (outcome: "found" | "elsewhere" | "survived") => counts.reduce((all, count) => all + count[outcome], 0);
    return [name, sum("found") + sum("elsewhere") + sum("survived"), sum("found"), sum("survived")];
  });
}

function names(measured: readonly Measured[]): readonly string[] {
  return measured.map(({ pair }) => pair.name);
}

/** The most frequent causes first. */
function byCause(counts: readonly Counts[]): readonly (readonly (string | number)[])[] {
  const causes = [...new Set(counts.flatMap((one) => [...one.keys()]))];
  const of = (cause: string) => counts.map((one) => one.get(cause) ?? 0);
  const total = (cause: string) => of(cause).reduce((all, count) => all + count, 0);
  return causes.toSorted((a, b) => total(b) - total(a) || (a < b ? -1 : 1)).map((cause) => [cause, ...of(cause)]);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const rule = `|:--|${header
    .slice(1)
    .map(() => "--:|")
    .join("")}`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}
