import { expect, it } from "vitest";
import { parse } from "yaml";
import { describeWithCorpus } from "../corpus.js";
import { Grammar, type Matches } from "./grammar.js";
import { abnfFile, odataRules } from "./odata-grammar.js";

interface TestSuite {
  /** The texts that rules may match. */
  readonly Constraints: Readonly<Record<string, readonly string[]>>;
  readonly TestCases: readonly {
    readonly Name: string;
    readonly Rule: string;
    readonly Input: string;
    /** The offset of the first wrong character; absent: the input is right. */
    readonly FailAt?: number;
  }[];
}

describeWithCorpus("the parser of the OData grammar", () => {
  it.each([
    ["odata-abnf-testcases.yaml", 594],
    ["odata-aggregation-testcases.yaml", 201],
  ])("passes the published test cases of %s", (file, count) => {
    const { Constraints, TestCases } = parse(abnfFile(file)) as TestSuite;
    const matches: Matches = Object.fromEntries(
      Object.entries(Constraints).map(([rule, texts]) => [rule, (text: string) => texts.includes(text)]),
    );
    const grammar = new Grammar(odataRules());
    const failed = TestCases.filter(({ Rule, Input, FailAt }) => {
      const { accepted, matched } = grammar.parse(Rule, Input, matches);
      return FailAt === undefined ? !accepted : accepted || matched !== FailAt;
    });
    expect(failed).toEqual([]);
    expect(TestCases).toHaveLength(count);
  });
});
