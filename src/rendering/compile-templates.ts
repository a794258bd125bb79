import Handlebars from "handlebars";
import { reasonOf } from "../diagnostics/reason-of.js";
import { inTemplate, type Specifications } from "./engine.js";
import { helpers } from "./helpers.js";

/** Compiles templates to the JavaScript source of an object that holds the specification of each. */
export function precompile(texts: ReadonlyMap<string, string>): string {
  const options = {
    noEscape: true, // The output is code or text of any kind: the helpers escape for their place.
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  };
  const members = [...texts].map(([name, text]) => {
    const specification = inTemplate(name, () => Handlebars.precompile(text, options));
    return `${JSON.stringify(name)}: ${String(specification)}`;
  });
  return `{ ${members.join(",\n")} }`;
}

/** Evaluates what `precompile` returns. */
export function evaluate(source: string): Specifications {
  return new Function(`return ${source};`)() as Specifications;
}

/** A place in a template: the line counts from 1, the column from 0. */
export interface TemplatePlace {
  readonly line: number;
  readonly column: number;
}

export type ParsedTemplate =
  | { readonly ok: true; readonly program: hbs.AST.Program }
  | { readonly ok: false; readonly at: TemplatePlace; readonly problem: string };

/** The syntax tree of a template, or the place and the end of a sentence about the first fault. */
export function parseTemplate(text: string): ParsedTemplate {
  try {
    return { ok: true, program: Handlebars.parse(text) };
  } catch (failure) {
    return { ok: false, ...faultOf(failure) };
  }
}

/** The token at which the parser stopped; its declarations leave out the lexer. */
interface Parser {
  readonly lexer: {
    readonly yytext: string;
    readonly yylloc: { readonly first_line: number; readonly first_column: number };
  };
}

function faultOf(failure: unknown): { readonly at: TemplatePlace; readonly problem: string } {
  const { lineNumber, column } = failure as { readonly lineNumber?: number; readonly column?: number };
  if (lineNumber !== undefined)
    return { at: { line: lineNumber, column: column ?? 0 }, problem: reasonOf(failure).replace(/ - \d+:\d+$/, "") };
  const { yytext, yylloc } = (Handlebars as unknown as { readonly Parser: Parser }).Parser.lexer;
  const problem =
    yytext === "" ? "it ends before every tag is closed" : `${JSON.stringify(yytext)} is not expected here`;
  return { at: { line: yylloc.first_line, column: yylloc.first_column }, problem };
}
