import fc from "fast-check";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { helpers } from "../../src/rendering/helpers.js";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      "*",
      "/",
      "\\",
      "`",
      "$",
      "{",
      "}",
      "<",
      ">",
      '"',
      "'",
      "@",
      "#",
      "!",
      "\n",
      "\r",
      "\u2028",
      "\u2029",
      "\u202e",
      "a",
      " ",
    ),
  }),
  fc.constantFrom(
    "*/ globalThis.PWNED=1 /*",
    "/// <reference path='x'/>",
    "//# sourceMappingURL=x",
    "@ts-nocheck",
    "{@link x}",
    "</script>",
    "__proto__",
  ),
);

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile("x.ts", code, ts.ScriptTarget.Latest, true);
}

describe("text from a schema", () => {
  it("is the value of the literal", () => {
    fc.assert(
      fc.property(text, (value) => {
        const [statement, ...rest] = parse(helpers.literal(value)).statements;
        expect(rest).toEqual([]);
        const { expression } = statement as ts.ExpressionStatement;
        expect(ts.isStringLiteral(expression) ? expression.text : undefined).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is the name of the property that its key declares", () => {
    fc.assert(
      fc.property(text, (value) => {
        const evaluated = new Function(`return { ${helpers.key(value)}: 1 };`)() as object; // The test evaluates the key as an application would.
        expect(Object.getOwnPropertyNames(evaluated)).toEqual([value]);
        expect(Object.getPrototypeOf(evaluated)).toBe(Object.prototype);
      }),
      { numRuns: 2_000 },
    );
  });

  it("ends neither its link nor its comment", () => {
    fc.assert(
      fc.property(text, (value) => {
        const link = helpers.link(value);
        expect(link.slice("{@link ".length, -1)).toMatch(/^[^\s{}*@<>`"\\]*$/);
        expect(link.endsWith("}")).toBe(true);
        expect(parse(`/** @see ${link} */ let x;`).statements).toHaveLength(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it("stays in its comment on one line, and is no tag or directive", () => {
    fc.assert(
      fc.property(text, (value) => {
        const comment = `/**${helpers.comment(value)} */`;
        const file = parse(`${comment} let x;`);
        expect(file.statements).toHaveLength(1);
        expect(comment.split(/[\n\r\u2028\u2029]/)).toHaveLength(1);
        expect(comment).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        expect(
          ts.getJSDocTags((file.statements[0] as ts.VariableStatement).declarationList.declarations[0] as ts.Node),
        ).toEqual([]);
        expect((file as unknown as { readonly checkJsDirective?: unknown }).checkJsDirective).toBeUndefined();
        expect([file.referencedFiles, file.typeReferenceDirectives]).toEqual([[], []]);
      }),
      { numRuns: 2_000 },
    );
  });
});
