import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextOf, faultOf, holds, shop, shopContext } from "./shop-service.js";

const repeat = (text: string, times = 20_000): string => text.repeat(times);

describe("hostile queries", () => {
  it.each([
    ["parentheses", `$filter=${repeat("(", 100_000)}`],
    ["parentheses that end", `$filter=${repeat("(", 45_000)}true${repeat(")", 45_000)}`],
    ["negations", `$filter=${repeat("not ")}true`],
    ["signs", `$filter=1 eq ${repeat("- ")}number`],
    ["arrays", `$filter=tags eq ${repeat("[")}`],
    ["objects", `$filter=address eq ${repeat('{"a":')}`],
    ["operators", `$filter=true${repeat(" and true", 9_000)}`],
    ["sums", `$filter=1${repeat(" add 1", 9_000)} eq 1`],
    ["segments", `$filter=unlisted${repeat("/a")} eq 1`],
    ["lambdas", `$filter=${[1, 2, 3, 4, 5, 6].map((n) => `items/any(x${n}:`).join("")}true))))))`],
    ["functions", `$filter=${repeat("trim(", 9_000)}`],
    ["expansions", `$expand=${repeat("customer($expand=", 5_000)}`],
    ["items to expand", `$expand=items${repeat(",items")}`],
    ["search", `$search=${repeat("(")}a`],
    ["negated search", `$search=${repeat("NOT ")}a`],
    ["words", `$search=a${repeat(" a")}`],
    ["a million characters", `$filter=title eq '${repeat("a", 1_000_000)}'`],
    ["a string without end", `$filter=title eq '${repeat("a''", 30_000)}`],
    ["digits", `$filter=number eq ${repeat("9")}`],
    ["an exponent", "$filter=number eq 1e999999999 and total"],
    ["aliases in a circle", "$filter=@a&@a=@b and @b&@b=@a and @a"],
    [
      "aliases that double",
      `$filter=@a0&${Array.from({ length: 40 }, (_, n) => `@a${n}=@a${n + 1} and @a${n + 1}`).join("&")}`,
    ],
    ["a name of Object", "$filter=__proto__ eq 1"],
    ["another name of Object", "$filter=constructor/name eq 'Object'"],
    ["an option named so", "$__proto__=1"],
    ["a function named so", "$filter=constructor(title) eq 'a'"],
    ["a type named so", "$filter=__proto__/title eq 'a'"],
    ["an enumeration named so", "$filter=color eq toString'a'"],
    ["a member named so", "$filter=color eq 'constructor'"],
    ["a percent sign", "$filter=title eq '%'"],
    ["half of a character", "$filter=title eq '%C3'"],
    ["a fragment", "$filter=title eq '#'"],
  ])("with %s get 400", (_, query) => {
    expect(faultOf(query)).toMatch(/^400 /);
  });

  it("with names of Object as options of the service and aliases have them as their own", () => {
    expect(faultOf("__proto__=1&@__proto__=2&constructor=3")).toBeUndefined();
    expect(holds("unlisted/__proto__ eq null and unlisted/toString eq null", { unlisted: {} })).toBe(true);
  });

  it.each(["(a+)+$", "(a|a)*$", "(a|b|ab)*c", "a*a*a*a*a*c", "(?:a?){20}a{20}", "(.*)\\1", "a{1,9}{1,9}{1,9}"])(
    "with the pattern %s do not run it where it takes long",
    (pattern) => {
      const order = { title: "a".repeat(200) };
      expect(() => holds(`matchesPattern(title,'${pattern}')`, order)).toThrow("could take too long");
    },
  );

  it("with a pattern that is none get 400", () => {
    expect(() => holds("matchesPattern(title,'[')", { title: "a" })).toThrow("no regular expression");
  });

  const words = fc.constantFrom(
    ...(
      "$filter= $expand= $select= $orderby= $search= $top= $skip= $count= @p= & ; , ( ) ' [ ] { } : / $it eq and not in " +
      'title items any x + 5 null shop.Color - "a" $count * %27 @p 😀 has'
    ).split(" "),
  );

  it("of whatever words and signs parse or have a fault, in every protocol", () => {
    const unit = fc.integer({ min: 0, max: 0xff_ff }).map((code) => String.fromCharCode(code));
    const texts = fc.oneof(
      fc.string({ unit }),
      fc.array(words, { maxLength: 30 }).map((all) => all.join("")),
    );
    const protocols = ["4.0", "3.0", "2.0"] as const;
    const contexts = protocols.map((protocol) => contextOf({ ...shop, protocol }));
    fc.assert(
      fc.property(texts, fc.constantFrom(...contexts), (text, context) => {
        const fault = faultOf(text, { type: "shop.Order", collection: true }, context);
        return fault === undefined || /^(400|415|501) ./.test(fault);
      }),
      { numRuns: 400 },
    );
    expect(shopContext.service).toBe(shop);
  });
});
