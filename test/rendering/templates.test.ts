import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { templateTexts, viewTypeOf } from "../../src/rendering/template-texts.js";
import { type CheckedTemplate, checkTemplates } from "../../src/templates/contract/check-templates.js";
import { viewTypes } from "../../src/templates/contract/views-program.js";

const templates = templateTexts();

/** `member-line:2:5 code: message` for each misfit of these templates beside the built-in ones. */
function misfitsIn(checked: ReadonlyMap<string, Omit<CheckedTemplate, "source">>): readonly string[] {
  const [sources, report] = [new Sources(), new Report()];
  const withSources = [...checked].map(
    ([name, one]) => [name, { ...one, source: sources.add(name, one.text) }] as const,
  );
  checkTemplates(new Map<string, CheckedTemplate>([...templates, ...withSources]), report);
  return report.diagnostics.map((one) => formatDiagnostic(one, sources, { color: false }).replace(" - error", ""));
}

describe("the templates", () => {
  it("fit their views, and escape all text from schemas", () => {
    expect(misfitsIn(templates)).toEqual([]);
  });

  it("name views whose names are those of one type each", () => {
    const { names } = viewTypes([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("name their view, unless they are constant", () => {
    const without = [...templates]
      .filter(([, { text }]) => viewTypeOf(text) === undefined && text.includes("{{"))
      .map(([name]) => name);
    expect(without).toEqual([]);
  });
});

describe("the contract of templates finds", () => {
  const misfitsOf = (text: string, view = "MemberView", given: readonly string[] = []) =>
    misfitsIn(new Map([["sample", { text: `{{!-- view: ${view} --}}\n${text}`, given }]])).map((line) =>
      line.replace("sample:", ""),
    );

  it("a typo in {{#if}}, with its place and the nearest property", () => {
    expect(misfitsOf("\n {{#if optionl}}?{{/if}}")).toEqual([
      '3:8 template-path-unknown: "optionl" is nothing that MemberView has; did you mean optional?',
    ]);
  });

  it("a typo in {{#each}}, and something that is no list", () => {
    expect(misfitsOf("{{#each liens}}{{/each}}{{#each name}}{{/each}}")).toEqual([
      '2:9 template-path-unknown: "liens" is nothing that MemberView has; use one of its properties, or reach the view around it with ../',
      '2:33 template-not-a-list: "name" is no list; use {{#with}} or {{#if}}.',
    ]);
  });

  it("text of a schema that is printed raw, in all branches", () => {
    const raw =
      'template-text-raw: "name" is text that has to be escaped; print it by the helper for its place: {{literal name}}, {{key name}}, {{comment name}}, {{markdown name}}, {{html name}}, {{json name}}, {{uri name}}.';
    expect(misfitsOf("{{name}}{{{name}}}")).toEqual([`2:3 ${raw}`, `2:12 ${raw}`]);
    expect(misfitsOf("{{#unless optional}}{{else}}{{name}}{{/unless}}")).toEqual([`2:31 ${raw}`]);
    expect(misfitsOf("{{#each links}}{{else}}{{links}}{{/each}}", 'Extract<DocView, { partial: "doc-tags" }>')).toEqual(
      ['2:26 template-value-unprintable: "links" is no text; use {{#each}}, {{#if}} or a partial.'],
    );
  });

  it("a type of its own with which raw text would pass", () => {
    expect(misfitsOf("{{name}}", "any")).toEqual([expect.stringContaining('1:1 template-view-unknown: "any" is no')]);
    expect(misfitsOf("{{name}}", "{ readonly name: any }")).toEqual([
      expect.stringContaining("2:3 template-path-unknown"),
    ]);
    expect(misfitsOf("{{name}}", "{ readonly name: Code }", ["DescribedType"])).toEqual([
      expect.stringContaining("template-view-differs"),
    ]);
  });

  it("a first line that names no view, several, or another one than the template is given", () => {
    const given = ["EntitiesView"];
    expect(misfitsIn(new Map([["sample", { text: "{{protocol}}", given }]]))).toEqual([
      "sample:1:1 template-view-missing: The first line does not name the view of this template; begin with {{!-- view: EntitiesView --}}.",
    ]);
    expect(misfitsOf("", "EntitiesVew", given)).toEqual([
      '1:1 template-view-unknown: "EntitiesVew" is no type of a view; did you mean EntitiesView?',
    ]);
    expect(misfitsOf("", "MemberView; type X = 1", given)).toEqual([expect.stringContaining("template-view-unknown")]);
    expect(misfitsOf("", "DescribedType", given)).toEqual([
      "1:1 template-view-differs: This template is given EntitiesView, not DescribedType; name that in the first line.",
    ]);
    expect(misfitsOf("{{#if protocol}}{{/if}}", "{ readonly protocol: string }", given)).toEqual([]);
  });

  it("a value that can be null, unless a block checks it", () => {
    const guarded =
      "{{#if description}}{{markdown description}}{{/if}}{{#unless base}}{{else}}{{html base}}{{/unless}}";
    expect(
      misfitsOf(`${guarded}{{#with deprecated}}{{#if ../base}}{{uri ../base}}{{/if}}{{/with}}`, "DescribedType"),
    ).toEqual([]);
    expect(misfitsOf("{{markdown description}}{{html deprecated.since}}", "DescribedType")).toEqual([
      '2:12 template-value-absent: "description" can be null; print it within {{#if description}}.',
      '2:32 template-value-absent: "deprecated.since" can be null; print it within {{#if deprecated}}.',
    ]);
  });

  it("code that would be escaped", () => {
    expect(misfitsOf("{{literal name}}", "AliasView")).toEqual([
      '2:11 template-escaped-twice: "name" is code already; print it as {{name}}.',
    ]);
  });

  it("partials that do not exist, or print another view", () => {
    expect(misfitsOf("{{> interface}}{{> interfce}}")).toEqual([
      "2:5 template-partial-misfit: interface prints InterfaceView, not MemberView; give it a view that fits.",
      "2:20 template-partial-unknown: There is no template interfce; did you mean interface?",
    ]);
  });

  it("a partial whose name is not in its view", () => {
    const places = misfitsOf(
      '{{> (choose doc) doc}}\n{{> (lookup doc "name") doc}}\n{{> (lookup this "partial") doc}}',
    );
    expect(places.filter((line) => line.includes("template-not-supported"))).toEqual(
      ["2:5", "3:5", "4:5"].map(
        (place) =>
          `${place} template-not-supported: A partial with a computed name is not for templates, which print and do not decide; write {{> (lookup view "partial") view}}.`,
      ),
    );
  });

  it("arguments that are no path of the view, and lets it reach the views around", () => {
    expect(misfitsOf('{{literal ../name}}\n{{literal "name"}}\n{{#if @first}}{{/if}}')).toEqual([
      '2:11 template-path-invalid: "../name" is no path within the view; name a property of it.',
      '3:11 template-path-invalid: ""name"" is no path within the view; name a property of it.',
      '4:7 template-path-invalid: "@first" is no path within the view; name a property of it.',
    ]);
    expect(
      misfitsOf("{{#each types}}{{#if @first}}{{@index}}{{/if}}{{json ../name}}{{/each}}", "DescribedNamespace"),
    ).toEqual([]);
  });

  it("what does not exist or decides", () => {
    expect(
      misfitsOf(
        "{{upper name}}{{jsn name}}{{json name name}}{{json}}\n{{#> member}}{{/member}}{{#each doc as |one|}}{{/each}}\n{{#custom doc}}{{/custom}}",
      ).map((line) => line.slice(0, line.indexOf(";"))),
    ).toEqual([
      "2:3 template-helper-unknown: upper is no helper",
      "2:17 template-helper-unknown: jsn is no helper",
      "2:29 template-helper-arguments: json takes one argument",
      "2:47 template-helper-arguments: json takes one argument",
      "3:1 template-not-supported: PartialBlockStatement is not for templates, which print and do not decide",
      "3:28 template-not-supported: {{#each}} with further arguments is not for templates, which print and do not decide",
      "4:4 template-not-supported: {{#custom}} is not for templates, which print and do not decide",
    ]);
  });

  it("a fault of the syntax, with its place", () => {
    expect(misfitsOf("a\n  {{#if optional}")).toEqual([
      '3:17 template-malformed: This template is not valid Handlebars: "}" is not expected here; correct it here.',
    ]);
    expect(misfitsOf("{{#if optional}}{{/each}}")).toEqual([
      "2:4 template-malformed: This template is not valid Handlebars: if doesn't match each; correct it here.",
    ]);
    expect(misfitsOf("{{#if optional}}a")).toEqual([
      "2:18 template-malformed: This template is not valid Handlebars: it ends before every tag is closed; correct it here.",
    ]);
  });
});
