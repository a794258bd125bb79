import fc from "fast-check";
import { lexer, type Token, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import type { ChangeCode } from "../../src/changes/codes.js";
import type { Change, Effect } from "../../src/changes/change.js";
import { changesReport, comparisonReport } from "../../src/changes/report/changes-report.js";
import { audiences } from "../../src/changes/change.js";
import { commentLimit, changesMarkdown } from "../../src/cli/text/changes-markdown.js";
import { at, Sources } from "../../src/diagnostics/position.js";

const sources = new Sources();
const place = at(sources.add("schemas/people.xml", "text"), 0);

function change(
  element: string,
  effect: Effect,
  code: ChangeCode = "property-added",
  message = `${element} is new.`,
): Change {
  return { code, element, message, effects: { readers: effect, writers: effect, source: effect }, newAt: place };
}

function markdown(...services: readonly (readonly Change[])[]): string {
  const wanted = { for: audiences, breaking: false };
  const comparisons = services.map((changes, i) =>
    comparisonReport({ service: `service ${i}`, old: ["a.xml"], new: ["b.xml"] }, changes, sources, wanted),
  );
  return changesMarkdown(changesReport(comparisons, audiences));
}

/** Elements `ns.T0/p`, `ns.T1/p`, … */
const many = (count: number, effect: Effect, code?: ChangeCode) =>
  Array.from({ length: count }, (_, i) => change(`ns.Type${i}/property`, effect, code));

describe("changes as Markdown", () => {
  it("shows breaking changes, and folds the others", () => {
    const text = markdown([
      {
        ...change("ns.T/a", "breaking", "property-removed", "ns.T/a is gone."),
        reasons: { source: "code <T> uses it" },
      },
      change("ns.T/b", "compatible"),
      change("ns.T/c", "none", "description-changed", "The documentation of ns.T/c changed."),
    ]);
    expect(text).toMatchInlineSnapshot(`
      "# Changes of the API: major

      ## service 0

      \`a.xml\` → \`b.xml\`: 1 breaking change, 1 compatible change, 1 change without effect.

      | Code | What it is | Breaking | Compatible | No effect |
      |:--|:--|--:|--:|--:|
      | \`property-removed\` | a property is gone | 1 |  |  |
      | \`description-changed\` | the documentation of an element changed |  |  | 1 |
      | \`property-added\` | a property is new |  | 1 |  |

      **Breaking changes**

      | Change | Code | Breaks | Where |
      |:--|:--|:--|:--|
      | \`ns.T/a\` is gone. | \`property-removed\` | readers<br>writers<br>source: code \\<T\\> uses it | \`schemas/people.xml:1:1\` |

      <details><summary>2 other changes</summary>

      | Change | Code | Effect | Where |
      |:--|:--|:--|:--|
      | \`ns.T/b\` is new. | \`property-added\` | compatible | \`schemas/people.xml:1:1\` |
      | The documentation of \`ns.T/c\` changed. | \`description-changed\` | none | \`schemas/people.xml:1:1\` |

      </details>
      "
    `);
  });

  it.each([
    [0, 0, 3000],
    [3000, 0, 0],
    [200, 100, 2700],
    [2000, 500, 500],
  ])(
    "is at most a comment long with %i breaking, %i compatible and %i other changes",
    (breaking, compatible, other) => {
      const text = markdown([
        ...many(breaking, "breaking", "property-removed"),
        ...many(compatible, "compatible"),
        ...many(other, "none", "description-changed"),
      ]);
      expect(text.length).toBeLessThanOrEqual(commentLimit);
      expect(text.length).toBeGreaterThan(commentLimit * 0.95);
      const left = [...text.matchAll(/_(\d+) (breaking|other) changes? left out here/g)];
      const rows = (part: string) => part.split("\n").filter((line) => line.includes("`ns.Type")).length;
      const [shown = "", folded = ""] = text.split("<details>");
      const leftOf = (kind: string) =>
        left.filter((one) => one[2] === kind).reduce((sum, one) => sum + Number(one[1]), 0);
      expect(rows(shown) + leftOf("breaking")).toBe(breaking);
      expect(rows(folded) + leftOf("other")).toBe(compatible + other);
      // Breaking ones get room first.
      if (leftOf("breaking") > 0) expect(rows(folded)).toBe(0);
    },
  );

  it("counts breaking changes of all services before it lists those of the first", () => {
    const text = markdown(...Array.from({ length: 40 }, () => many(100, "breaking", "property-removed")));
    expect(text.length).toBeLessThanOrEqual(commentLimit);
    for (let i = 0; i < 40; i++) expect(text).toContain(`## service ${i}\n`);
  });

  it("shows text of a schema as it is: no markup, mention, link or further row comes of it", () => {
    const bad = "a|b`c`<img src=x>\n</details>@team #12 [x](https://evil.example) www.evil.example GH-1 \u202E";
    const text = markdown([change(bad, "breaking", "property-removed", `The documentation is now ${bad}, ${bad}`)]);
    expect(rowsOf(text)).toEqual([1, 1]);
    const isShown = ({ type }: Token) => type === "text" || type === "escape";
    const shown = inlineOf(text).flatMap((token) =>
      isShown(token) && "text" in token ? [String(token.text).replaceAll("&#8203;", "\u200B")] : [],
    );
    expect(shown.join("")).toContain("<img src=x>");
    expect(shown.join("")).not.toMatch(/[@#]\w|https:\/\/|www\.|GH-\d|\u202E/);
  });

  it("cuts long text, and stays one row for each change whatever an element is called", () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(..."|`\\<>[]*_\n\r&;~"),
        fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 800,
    });
    fc.assert(
      fc.property(text, text, (element, message) => {
        const shown = markdown([change(element, "breaking", "property-removed", `${message}${element} ${message}`)]);
        expect(rowsOf(shown)).toEqual([1, 1]);
        const kinds = new Set(inlineOf(shown).map(({ type, raw }) => (raw === "<br>" ? "break" : type)));
        expect([...kinds].filter((kind) => !["text", "codespan", "escape", "break"].includes(kind))).toEqual([]);
        expect(shown.length).toBeLessThan(20_000);
      }),
      { numRuns: 200 },
    );
  });
});

/** How many rows each table has, as a renderer of GitHub's Markdown reads it. */
function rowsOf(text: string): readonly number[] {
  return lexer(text).flatMap((token) => (isTable(token) ? [token.rows.length] : []));
}

/** What the cells of the tables hold. */
function inlineOf(text: string): readonly Token[] {
  return lexer(text).flatMap((token) => (isTable(token) ? token.rows.flat().flatMap(({ tokens }) => tokens) : []));
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === "table";
}
