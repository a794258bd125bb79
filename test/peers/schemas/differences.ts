/** Where a form cannot say what validators check. docs/zod-and-json-schema.md shows the list. */
import type { ErrorObject } from "ajv/dist/2020.js";
import type { Issue } from "../../validators/support/generated.js";

export interface Case {
  readonly value: unknown;
  /** Those of the validators. */
  readonly issues: readonly Issue[];
  /** Those of ajv. */
  readonly errors: readonly ErrorObject[];
}

export interface Difference {
  readonly form: "zod" | "JSON schema";
  readonly what: string;
  readonly why: string;
  /** Whether it passes there, or is refused, other than by validators. */
  readonly verdict: "passes" | "is refused";
  /** Of a property `p`, with what stands in its element, or the whole type. */
  readonly example: { readonly attributes: string; readonly content?: string; readonly value: unknown };
  /** Whether an issue that the form does not have is of this kind. */
  readonly isIssue?: (issue: Issue) => boolean;
  /** Whether the form refuses a value for this reason. */
  readonly isRefusal?: (one: Case) => boolean;
}

const isText = ({ received }: Issue) => received.startsWith('"');
const limit = /^(?:at least|more than|at most|less than|a multiple of) /;
const validation = (term: string, value: string) => `<Annotation Term="Org.OData.Validation.V1.${term}" ${value}/>`;

export const differences: readonly Difference[] = [
  {
    form: "zod",
    what: "the property `__proto__`",
    why: "zod leaves it out of objects, since it would set their prototype.",
    verdict: "passes",
    example: { attributes: 'Type="Edm.String"', value: JSON.parse('{ "__proto__": 1 }') as unknown },
    isIssue: ({ path }) => path.includes("__proto__"),
  },
  {
    form: "JSON schema",
    what: "the property `__proto__`",
    why: "ajv takes it for undeclared, since generated code could not read it safely.",
    verdict: "is refused",
    example: { attributes: 'Type="Edm.String"', value: JSON.parse('{ "__proto__": "x" }') as unknown },
    isIssue: ({ path }) => path.includes("__proto__"),
    isRefusal: ({ errors }) => errors.some(({ params }) => Object.values(params).includes("__proto__")),
  },
  {
    form: "JSON schema",
    what: "limits of numbers that are texts, and of dates, times and durations",
    why: "`minimum` and its like compare numbers alone.",
    verdict: "passes",
    example: {
      attributes: 'Type="Edm.Date"',
      content: validation("Minimum", 'Date="2024-01-01"'),
      value: { p: "2023-12-31" },
    },
    isIssue: (issue) => isText(issue) && (limit.test(issue.expected) || issue.code === "member"),
  },
  {
    form: "JSON schema",
    what: "steps that are no integers",
    why: "Validators divide in binary floating point, by which 0.3 is no multiple of 0.1.",
    verdict: "passes",
    example: {
      attributes: 'Type="Edm.Double"',
      content: validation("MultipleOf", 'Decimal="0.5"'),
      value: { p: 0.25 },
    },
    isIssue: ({ expected }) => expected.startsWith("a multiple of "),
  },
  {
    form: "JSON schema",
    what: "the decimal places of a decimal that is a number, or has an exponent",
    why: "`multipleOf` divides in binary floating point, and a pattern cannot move the point.",
    verdict: "passes",
    example: { attributes: 'Type="Edm.Decimal" Precision="5" Scale="2"', value: { p: 1.234 } },
    isIssue: (issue) => /^a number (?:of|with) at most /.test(issue.expected) && !isPlain(issue),
  },
  {
    form: "JSON schema",
    what: "a member of an enumeration with `IsFlags` that stands twice",
    why: "A pattern would need a reference back, which many engines do not have.",
    verdict: "passes",
    example: { attributes: 'Type="probe.Flags"', value: { p: "red,red" } },
    isIssue: (issue) => issue.code === "member" && /^"[^"]*,/.test(issue.received),
  },
  {
    form: "JSON schema",
    what: "whether the ring of a polygon is closed",
    why: "No keyword compares two places of a value.",
    verdict: "passes",
    example: {
      attributes: 'Type="Edm.GeographyPolygon"',
      value: {
        p: {
          type: "Polygon",
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
            ],
          ],
        },
      },
    },
    isIssue: ({ expected }) => expected.endsWith("the last equal to the first"),
  },
  {
    form: "JSON schema",
    what: "patterns that JavaScript takes without the flag `u` alone",
    why: "The specification recommends expressions with it.",
    verdict: "passes",
    example: {
      attributes: 'Type="Edm.String"',
      content: validation("Pattern", 'String="^[a-z\\-\\_]+$"'),
      value: { p: "A" },
    },
    isIssue: ({ expected }) => /^a text(?: of .*)? that matches /.test(expected),
  },
  {
    form: "JSON schema",
    what: "two different names of its type in one value, by `@odata.type` and `@type`",
    why: "Only the first counts for validators, which would double each schema.",
    verdict: "is refused",
    example: {
      attributes: 'Type="Edm.String"',
      value: { "@odata.type": "#probe.Thing", "@type": "#probe.Other" },
    },
    isRefusal: ({ value }) => namesTwo(value),
  },
];

function isPlain(issue: Issue): boolean {
  return isText(issue) && !/[eE]|\.\.\.$/.test(issue.received);
}

function namesTwo(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return ("@odata.type" in value && "@type" in value) || Object.values(value).some(namesTwo);
}

/** What a difference between the verdicts is due to; an issue that no difference explains is given as text. */
export function explain(form: Difference["form"], passes: boolean, one: Case): readonly (Difference | string)[] {
  const own = differences.filter((difference) => difference.form === form);
  if (!passes)
    return [own.find(({ isRefusal }) => isRefusal?.(one)) ?? `refused: ${JSON.stringify(one.errors.slice(0, 2))}`];
  return one.issues.map(
    (issue) => own.find(({ isIssue }) => isIssue?.(issue)) ?? `passes: ${JSON.stringify(issue)}`,
  );
}
