import { isMap, isScalar, parseDocument } from "yaml";
import { at, type Source } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import type { FrontMatter, Slice } from "../page.js";

export interface FrontMatterSpan {
  readonly values: FrontMatter;
  /** Offset of the first line behind it. */
  readonly end: number;
}

const BLOCK = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^---[ \t]*(?:\r?\n|$))/m;

/** Reads the YAML between the `---` lines at the top of a page; YAML that is not valid is read line by line. */
export function readFrontMatter(source: Source, report: Report): FrontMatterSpan {
  const { text } = source;
  const match = /^\ufeff?---[ \t]*\r?\n/.test(text) ? BLOCK.exec(text) : null;
  if (match === null) return { values: new Map(), end: text.startsWith("\ufeff") ? 1 : 0 };
  const body = match[1] ?? "";
  const start = match[0].indexOf("\n") + 1;
  return { values: simpleValues(body, start) ?? valuesOfYaml(body, start, source, report), end: match[0].length };
}

/** A key with a plain scalar that no indicator starts or ends (YAML 1.2 §7.3.3), or a quoted one without escapes. */
const SIMPLE_LINE =
  /^([A-Za-z][\w.]*): +(([A-Za-z0-9(./$_](?:[^\s:]|:(?=[^\s])| +(?=[^\s#]))*)|"([^"\\\p{Cc}]*)"|'([^'\p{Cc}]*)') *\r?$/u;

/**
 * The values if every line is such a pair, as on nearly all pages; undefined otherwise. Parsing all front matter as YAML
 * makes `convert` of the Graph pages take 35 % more CPU.
 */
function simpleValues(body: string, start: number): FrontMatter | undefined {
  const values = new Map<string, Slice>();
  let offset = start;
  for (const line of body.split("\n")) {
    const [, key, written = "", plain, double, single = ""] = SIMPLE_LINE.exec(line) ?? [];
    if (key === undefined && line !== "") return undefined;
    if (key !== undefined) {
      values.set(key, { text: plain ?? double ?? single, at: offset + line.indexOf(written, key.length + 1) });
    }
    offset += line.length + 1;
  }
  return values;
}

/** The YAML parser recurses; front matter is flat, so more brackets than this are read line by line. */
const MAX_BRACKETS = 100;

function valuesOfYaml(body: string, start: number, source: Source, report: Report): FrontMatter {
  if ((body.match(/[[{]/g) ?? []).length > MAX_BRACKETS) {
    report.add("page-front-matter-faulty", at(source, start), {});
    return valuesOfLines(body, start);
  }
  const document = parseDocument(body, { logLevel: "silent", schema: "failsafe", uniqueKeys: false });
  const [fault] = document.errors;
  if (fault === undefined && isMap(document.contents)) {
    const values = new Map<string, Slice>();
    for (const { key, value } of document.contents.items) {
      if (isScalar(key) && isScalar(value)) {
        values.set(String(key.value), { text: String(value.value ?? ""), at: start + (value.range?.[0] ?? 0) });
      }
    }
    return values;
  }
  if (fault !== undefined) report.add("page-front-matter-faulty", at(source, start + fault.pos[0]), {});
  return valuesOfLines(body, start);
}

function valuesOfLines(body: string, start: number): FrontMatter {
  const values = new Map<string, Slice>();
  for (const match of body.matchAll(/^([A-Za-z][\w.]*):[ \t]*(.*?)[ \t\r]*$/gm)) {
    const [whole, key = "", value = ""] = match;
    values.set(key, {
      text: value.replace(/^(["'])(.*)\1$/, "$2"),
      at: start + match.index + whole.indexOf(value, key.length + 1),
    });
  }
  return values;
}
