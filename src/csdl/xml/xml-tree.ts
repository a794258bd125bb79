import { EntityDecoder } from "@nodable/entities";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { at, type Source } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import { XML_NAMESPACE } from "./grammar.js";
import {
  badReference,
  doctype,
  forbiddenCharacter,
  outsideRoot,
  type Problem,
  tooDeep,
  unterminatedSection,
} from "./well-formed.js";
import { type ExpandedName, findAttribute, XmlAttribute, XmlElement } from "./xml-element.js";

/** The deepest real document has 18 levels. */
const MAX_DEPTH = 100;

/**
 * The elements of an XML text, or undefined and one error when it is not well-formed. This is the only file
 * that knows the XML parser; nothing of it leaves here.
 */
export function readXml(source: Source, report: Report): XmlElement | undefined {
  const { text } = source;
  const forbidden = doctype(text);
  if (forbidden !== undefined) {
    report.add("doctype-refused", at(source, forbidden), {});
    return undefined;
  }
  const problem = forbiddenCharacter(text) ?? validate(text) ?? badReference(text);
  if (problem !== undefined) return refuse(problem, source, report);
  const nodes = parse(source, report);
  const root = nodes?.find((node) => isElement(tagOf(node)));
  if (nodes === undefined || root === undefined) return undefined;
  const outside = outsideRoot(text, { start: startOf(root), end: root[META]?.endIndex ?? text.length });
  return outside === undefined ? new Adapter(source, report).root(root) : refuse(outside, source, report);
}

function refuse({ offset, problem }: Problem, source: Source, report: Report): undefined {
  report.add("xml-malformed", at(source, offset), { problem });
}

// XMLValidator also finds what the parser lets pass: end tags that do not match, missing ones, repeated attributes.
function validate(text: string): Problem | undefined {
  const result = XMLValidator.validate(text);
  if (result === true) return undefined;
  const { line, col, msg } = result.err;
  const open = /^Invalid '(\[.*\])' found\.$/s.exec(msg)?.[1];
  if (open !== undefined || msg.startsWith("Unclosed tag")) {
    const section = unterminatedSection(text);
    if (section !== undefined) return section;
  }
  const problem =
    open === undefined ? sentence(msg) : `the tags ${(JSON.parse(open) as string[]).join(", ")} are never closed`;
  return { offset: Math.min(offsetOf(text, line, col), text.length), problem };
}

/** The end of a sentence that goes on; a word in capitals stays as it is. */
function sentence(message: string): string {
  const start = /^[A-Z][A-Z]/.test(message) ? message.slice(0, 1) : message.slice(0, 1).toLowerCase();
  return start + message.slice(1).replace(/\.$/, "");
}

// The validator counts lines by LF and columns from 1, a byte order mark not counted. Of the text as a whole it
// gives no column, whatever its types say.
function offsetOf(text: string, line: number, column: number | undefined): number {
  let start = text.startsWith("\ufeff") ? 1 : 0;
  for (let i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
  return start + Math.max(column ?? 1, 1) - 1;
}

// A type of the parser's own would be `any`: with `preserveOrder` a node is an object with its tag name, or "#text",
// as the only key besides ":@" (its attributes) and this symbol.
declare const META_SYMBOL: unique symbol;
const META: typeof META_SYMBOL = XMLParser.getMetaDataSymbol() as unknown as typeof META_SYMBOL;
interface Node {
  readonly [tag: string]: unknown;
  readonly ":@"?: Readonly<Record<string, string>>;
  readonly [META_SYMBOL]?: { readonly startIndex?: number; readonly endIndex?: number };
}

function parse(source: Source, report: Report): readonly Node[] | undefined {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    // Without a prefix an attribute called `__proto__` would throw.
    attributeNamePrefix: "@",
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    captureMetaData: true,
    // Else the parser spells out the path of every element, for callbacks that are not there.
    jPath: false,
    maxNestedTags: MAX_DEPTH,
    // The parser's own decoder leaves numeric references as they are, or decodes names of HTML too.
    entityDecoder: new EntityDecoder(),
    processEntities: { enabled: true, maxEntityCount: 1 },
  });
  try {
    // The shape that `preserveOrder` gives.
    return parser.parse(source.text) as readonly Node[];
  } catch (problem) {
    reportParserError(problem, source, report);
    return undefined;
  }
}

function reportParserError(problem: unknown, source: Source, report: Report): void {
  const deep = tooDeep(source.text, MAX_DEPTH);
  if (deep !== undefined) {
    report.add("nesting-too-deep", at(source, deep), { limit: MAX_DEPTH });
    return;
  }
  const message = problem instanceof Error ? problem.message : String(problem);
  // The parser refuses names that would change its own objects; they are legal XML, and nothing in CSDL has them.
  const name = /^\[SECURITY\] Invalid name: "([^"]+)"/.exec(message)?.[1];
  const offset = name === undefined ? 0 : Math.max(source.text.indexOf(`<${name}`), 0);
  refuse(
    { offset, problem: name === undefined ? sentence(message) : `no element may be called "${name}"` },
    source,
    report,
  );
}

function tagOf(node: Node): string {
  for (const key in node) if (key !== ":@") return key;
  return "#text";
}

function isElement(tag: string): boolean {
  return tag !== "#text" && !tag.startsWith("?");
}

function startOf(node: Node): number {
  return node[META]?.startIndex ?? 0;
}

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/** What prefixes mean inside one element, with the names that were expanded before. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly elements: Map<string, ExpandedName>;
  readonly attributes: Map<string, ExpandedName>;
}

/** Makes our tree of the parser's nodes, checking on the way what needs namespaces or the raw text of attributes. */
class Adapter {
  readonly #source: Source;
  readonly #report: Report;
  readonly #decoder = new EntityDecoder();
  #sound = true;

  constructor(source: Source, report: Report) {
    this.#source = source;
    this.#report = report;
  }

  root(node: Node): XmlElement | undefined {
    const root = this.#element(node, scopeOf(new Map([["xml", XML_NAMESPACE]])), 1);
    return this.#sound ? root : undefined;
  }

  #element(node: Node, outer: Scope, depth: number): XmlElement {
    const tag = tagOf(node);
    const offset = startOf(node);
    const raw = node[":@"];
    const scope = raw === undefined ? outer : innerScope(raw, outer);
    // The parser stops two levels later.
    if (depth === MAX_DEPTH + 1) this.#tooDeep(offset);
    const children: XmlElement[] = [];
    let text = "";
    // The parser gives every element the list of what is in it.
    for (const child of node[tag] as readonly Node[]) {
      const childTag = tagOf(child);
      if (childTag === "#text") text += child["#text"] as string;
      else if (isElement(childTag)) children.push(this.#element(child, scope, depth + 1));
    }
    const attributes = raw === undefined ? NO_ATTRIBUTES : this.#attributes(raw, scope, offset);
    // Between elements blanks are layout; not to keep them saves a tenth of the memory.
    if (children.length > 0 && text.trim() === "") text = "";
    const expanded = scope.elements.get(tag) ?? this.#expand(tag, scope, offset, "element");
    return new XmlElement(this.#source, offset, expanded, { attributes, children, text });
  }

  #attributes(raw: Readonly<Record<string, string>>, scope: Scope, offset: number): readonly XmlAttribute[] {
    const attributes: XmlAttribute[] = [];
    for (const key in raw) {
      const rawName = key.slice(1);
      if (rawName === "xmlns" || rawName.startsWith("xmlns:")) continue;
      const expanded = scope.attributes.get(rawName) ?? this.#expand(rawName, scope, offset, "attribute");
      const value = this.#value(raw[key] ?? "", rawName, offset);
      attributes.push(new XmlAttribute(this.#source, offset, expanded, value));
    }
    return attributes;
  }

  /** XML 1.0 §3.3.3: a raw line break or tab is a blank, a reference to one is not; and a raw `<` is not allowed. */
  #value(value: string, rawName: string, offset: number): string {
    if (!/[\t\n\r<]/.test(value)) return value;
    const { raw, rawStart } = findAttribute(this.#source.text, offset, rawName);
    const less = raw.indexOf("<");
    if (less >= 0) this.#malformed(rawStart + less, `a raw "<" in an attribute must be written "&lt;"`);
    return this.#decoder.decode(raw.replaceAll(/\r\n|[\t\n\r]/g, " "));
  }

  /** Namespaces in XML 1.0 §6.2: the default namespace holds for elements only. */
  #expand(rawName: string, scope: Scope, offset: number, kind: "element" | "attribute"): ExpandedName {
    const colon = rawName.indexOf(":");
    const prefix = colon < 0 ? "" : rawName.slice(0, colon);
    const namespace = colon < 0 && kind === "attribute" ? "" : scope.prefixes.get(prefix);
    const place = kind === "element" ? offset : findAttribute(this.#source.text, offset, rawName).start;
    if (namespace === undefined && colon >= 0) this.#malformed(place, `the prefix "${prefix}" is not declared`);
    const expanded = { rawName, name: rawName.slice(colon + 1), namespace: namespace ?? "" };
    (kind === "element" ? scope.elements : scope.attributes).set(rawName, expanded);
    return expanded;
  }

  #tooDeep(offset: number): void {
    this.#sound = false;
    this.#report.add("nesting-too-deep", at(this.#source, offset), { limit: MAX_DEPTH });
  }

  #malformed(offset: number, problem: string): void {
    this.#sound = false;
    refuse({ offset, problem }, this.#source, this.#report);
  }
}

function scopeOf(prefixes: ReadonlyMap<string, string>): Scope {
  return { prefixes, elements: new Map(), attributes: new Map() };
}

function innerScope(raw: Readonly<Record<string, string>>, outer: Scope): Scope {
  let prefixes: Map<string, string> | undefined;
  for (const key in raw) {
    if (!key.startsWith("@xmlns")) continue;
    const prefix = key === "@xmlns" ? "" : key.startsWith("@xmlns:") ? key.slice("@xmlns:".length) : undefined;
    if (prefix === undefined) continue;
    prefixes ??= new Map(outer.prefixes);
    prefixes.set(prefix, raw[key] ?? "");
  }
  return prefixes === undefined ? outer : scopeOf(prefixes);
}
