import fc from "fast-check";
import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { helpers } from "../../src/rendering/helpers.js";
import { compileTemplates } from "../../src/rendering/print-template.js";
import { readTemplates } from "../../src/rendering/read-template.js";

/** All that a template may say, in every combination of lines and blocks that changes what white space stays. */
const templates = new Map([
  ["banner", "// the same always\n"],
  ["line", "{{!-- view: a line --}}\n/**{{comment text}} */\n"],
  ["block", "/**\n{{#each lines}}\n *{{comment this}}\n{{/each}}\n */\n"],
  [
    "member",
    '{{#if doc}}\n{{> (lookup doc "partial") doc}}\n{{/if}}\n{{key name}}{{#if size}}[{{size}}]{{/if}}: {{code}};\n',
  ],
  [
    "file",
    `{{> banner}}
{{#each members}}

  {{> member}}
{{else}}
none of {{literal name}}
{{/each}}
{{#unless members}}
  {{> banner}}
{{else}}
of {{{code}}}: [{{#each members}}{{literal name}}{{#unless @last}}, {{/unless}}{{/each}}]
    {{> member first}}
{{/unless}}
{{#each texts}}{{link this}}{{#if @last}};{{else}},
{{/if}}{{/each}}
{{first.code}}{{> member first}}
`,
  ],
]);

const text = fc.oneof(fc.constantFrom("", "a", "\n", "two\nlines", "$&", "{{x}}", "<&>"), fc.string());
const doc = fc.option(
  fc.oneof(
    fc.record({ partial: fc.constant("line"), text }),
    fc.record({ partial: fc.constant("block"), lines: fc.array(text) }),
  ),
  { nil: undefined },
);
const size = fc.constantFrom(undefined, 0, 20);
const member = fc.record({ name: text, code: text, doc, size });
const view = fc.record({ name: text, code: text, members: fc.array(member), first: member, texts: fc.array(text) });

function printedByHandlebars(value: unknown): string {
  const environment = Handlebars.create();
  environment.registerHelper({ ...helpers });
  for (const [name, source] of templates)
    environment.registerPartial(name, environment.compile(source, { noEscape: true }));
  return environment.compile(templates.get("file"), { noEscape: true })(value);
}

function print(source: string, value: unknown): string | undefined {
  return compileTemplates(readTemplates(new Map([...templates, ["x", source]]))).get("x")?.(value);
}

describe("a template", () => {
  it("prints what Handlebars makes of it", () => {
    const file = compileTemplates(readTemplates(templates)).get("file");
    fc.assert(
      fc.property(view, (value) => {
        expect(file?.(value)).toBe(printedByHandlebars(value));
      }),
      { numRuns: 300 },
    );
  });

  it("has to find what it prints", () => {
    expect(() => print("\n{{code}}", {})).toThrow("x:2 has nothing to print");
    expect(() => print("{{literal name}}", {})).toThrow("x:1 has nothing to print");
    expect(() => print("{{> nowhere}}", {})).toThrow("no template is called nowhere");
  });

  it.each([
    "{{#with a}}{{/with}}",
    "{{upper a}}",
    "{{literal ../a}}",
    "{{#if @first}}{{/if}}",
    "{{> (choose a)}}",
    "{{> (other a 'b')}}",
    "{{#> line}}{{/line}}",
    '{{literal "a"}}',
  ])("is refused when it says what none may: %s", (source) => {
    expect(() => print(source, {})).toThrow(/^x:1 \w+ is not for templates that only print$/);
  });
});
