import { describe, expect, it } from "vitest";
import { templateTexts } from "../../src/rendering/built-in-templates.js";
import { checkTemplates, viewTypeOf } from "./template-contract.js";

const templates = templateTexts();

describe("the templates", () => {
  it("fit their views, and escape all text from schemas", () => {
    expect(checkTemplates(templates)).toEqual([]);
  });

  it("name their view, unless they are constant", () => {
    const without = [...templates]
      .filter(([, text]) => viewTypeOf(text) === undefined && text.includes("{{"))
      .map(([name]) => name);
    expect(without).toEqual([]);
  });
});

describe("the contract of templates finds", () => {
  const misfitsOf = (text: string, view = "MemberView") =>
    checkTemplates(new Map([...templates, ["sample", `{{!-- view: ${view} --}}\n${text}`]])).map(
      ({ template, line, problem }) => `${template}:${line} ${problem}`,
    );

  it("a typo in {{#if}}, with its line", () => {
    expect(misfitsOf("\n{{#if optionl}}?{{/if}}")).toEqual(['sample:3 "optionl" is nothing that MemberView has']);
  });

  it("a typo in {{#each}}", () => {
    expect(misfitsOf("{{#each liens}}{{/each}}")).toEqual(['sample:2 "liens" is nothing that MemberView has']);
  });

  it("schema text that is printed raw", () => {
    const problem = '"name" is printed raw, so it has to be Code';
    expect(misfitsOf("{{name}}")).toEqual([`sample:2 ${problem}`]);
    expect(misfitsOf("{{#unless optional}}{{else}}{{name}}{{/unless}}")).toEqual([`sample:2 ${problem}`]);
  });

  it("schema text that is printed raw in the {{else}} of a list", () => {
    expect(misfitsOf("{{#each links}}{{else}}{{links}}{{/each}}", 'Extract<DocView, { partial: "doc-tags" }>')).toEqual(
      ['sample:2 "links" is printed raw, so it has to be Code'],
    );
  });

  it("code that would be escaped", () => {
    expect(misfitsOf("{{literal name}}", "AliasView")).toEqual(['sample:2 "name" is code already']);
  });

  it("a partial that prints another view", () => {
    expect(misfitsOf("{{> interface}}")).toEqual(["sample:2 interface prints InterfaceView, not MemberView"]);
  });

  it("a partial whose name is not in its view", () => {
    const problem = 'a partial is looked up in its view: {{> (lookup view "partial") view}}';
    expect(
      misfitsOf('{{> (choose doc) doc}}\n{{> (lookup doc "name") doc}}\n{{> (lookup this "partial") doc}}'),
    ).toEqual([`sample:2 ${problem}`, `sample:3 ${problem}`, `sample:4 ${problem}`]);
  });

  it("an argument that is not in the view", () => {
    const text = '{{#each doc}}{{../type}}{{/each}}\n{{literal ../name}}\n{{literal "name"}}\n{{#if @first}}{{/if}}';
    expect(misfitsOf(text)).toEqual([
      'sample:2 "doc" is no array',
      'sample:3 "../name" is no path within the view',
      'sample:4 "name" is no path within the view',
      'sample:5 "@first" is no path within the view',
    ]);
  });

  it("statements that decide", () => {
    expect(misfitsOf("{{#with doc}}{{/with}}\n{{upper name}}\n{{#> member}}{{/member}}")).toEqual([
      "sample:2 {{#with}} decides something: that is for the view",
      "sample:3 upper is no helper",
      "sample:4 PartialBlockStatement is not for templates that only print",
    ]);
  });
});
