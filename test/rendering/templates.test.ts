import { describe, expect, it } from "vitest";
import { templateTexts } from "../../src/rendering/template-texts.js";
import { checkTemplates, viewTypeOf } from "./template-contract.js";

const templates = templateTexts();

describe("the templates", () => {
  it("print what their views have, and nothing of a schema without a helper", () => {
    expect(checkTemplates(templates)).toEqual([]);
  });

  it("name their view, unless they print the same always", () => {
    const without = [...templates]
      .filter(([, text]) => viewTypeOf(text) === undefined && text.includes("{{"))
      .map(([name]) => name);
    expect(without).toEqual([]);
  });
});

describe("the contract of templates finds", () => {
  const misfitsOf = (text: string) =>
    checkTemplates(new Map([...templates, ["member", `{{!-- view: MemberView --}}\n${text}`]])).map(
      ({ template, line, problem }) => `${template}:${line} ${problem}`,
    );

  it("a typo in {{#if}}, with its line", () => {
    expect(misfitsOf("\n{{#if optionl}}?{{/if}}")).toEqual(['member:3 "optionl" is nothing that MemberView has']);
  });

  it("a typo in {{#each}}", () => {
    expect(misfitsOf("{{#each liens}}{{/each}}")).toEqual(['member:2 "liens" is nothing that MemberView has']);
  });

  it("schema text that is printed raw", () => {
    expect(misfitsOf("{{name}}")).toEqual(['member:2 "name" is printed raw, so it has to be Code']);
  });

  it("code that is escaped once more", () => {
    expect(misfitsOf("{{literal type}}")).toEqual(['member:2 "type" is code already']);
  });

  it("a partial that prints another view", () => {
    expect(misfitsOf("{{> alias}}")).toEqual(["member:2 alias prints AliasView, not MemberView"]);
  });

  it("a path out of the view", () => {
    expect(misfitsOf("{{#each doc}}{{../type}}{{/each}}")).toEqual(['member:2 "doc" is no array']);
    expect(misfitsOf("{{literal ../name}}")).toEqual(['member:2 "../name" leaves its view']);
  });
});
