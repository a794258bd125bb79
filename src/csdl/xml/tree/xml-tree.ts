import { EntityDecoder } from "@nodable/entities";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { at, type Source } from "../../../diagnostics/position.js";
import type { Report } from "../../../diagnostics/report.js";
import { XML_NAMESPACE } from "../grammar.js";
import {
  badStartTag,
  blankInstructionQuotes,
  blankSections,
  doctype,
  findProblem,
  outsideRoot,
  type Problem,
} from "./well-formed.js";
import { type ExpandedName, ParsedAttribute, StartTag, type XmlAttribute, type XmlElement } from "./xml-element.js";
import { faultOf } from "./xml-fault.js";

/** Published documents have at most 18 levels. */
const MAX_DEPTH = 100;

/**
 * Reads an XML text into a tree of elements. Returns undefined, with an error in the report, for a text that is not
 * well-formed, has a DOCTYPE or nests deeper than 100 levels. Only this file uses fast-xml-parser: the validator finds
 * most faults, `well-formed.ts` the others, and the parser gives the nodes that the tree is built from.
 */
export function readXml(source: Source, report: Report): XmlElement | undefined {
  const { text } = source;
  const markup = blankSections(text);
  const refused = doctype(markup);
  if (refused !== undefined) {
    report.add("doctype-refused", at(source, refused), {});
    return undefined;
  }
  const problem = findProblem(text, markup) ?? validate(text);
  if (problem !== undefined) return reportMalformed(problem, source, report);
  const root = parse(text)?.find(isElement);
  // After the checks above, the parser throws only for a text that ends inside a tag.
  if (root === undefined) {
    const offset = text.lastIndexOf("<");
    return reportMalformed({ offset, problem: "the text ends inside the tag that starts here" }, source, report);
  }
  const outside = outsideRoot(text, startOf(root), root[META]?.endIndex ?? text.length);
  if (outside !== undefined) return reportMalformed(outside, source, report);
  return new TreeBuilder(source, markup, report).build(root);
}

function reportMalformed({ offset, problem }: Problem, source: Source, report: Report): undefined {
  report.add("xml-malformed", at(source, offset), { problem });
}

function validate(text: string): Problem | undefined {
  const result = XMLValidator.validate(text);
  return result === true ? undefined : faultOf(result.err, text);
}

/**
 * A node of the parser: an object with one key for the tag (an element name after "<", "#text" or "#cdata"), whose
 * value is a text or a list of nodes, a key for the attributes of an element, and a symbol for its position.
 */
interface Node {
  readonly [tag: string]: unknown;
  readonly ":@"?: Readonly<Record<string, string>>;
  readonly [META_SYMBOL]?: { readonly startIndex?: number; readonly endIndex?: number };
}
declare const META_SYMBOL: unique symbol;
const META: typeof META_SYMBOL = XMLParser.getMetaDataSymbol() as unknown as typeof META_SYMBOL;

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  ignorePiTags: true,
  trimValues: false,
  parseTagValue: false,
  cdataPropName: "#cdata",
  // The parser refuses or renames elements and attributes called like members of JavaScript objects, such as
  // `constructor`; no name that starts with "<" or "@" is one. It applies the function twice to an empty element.
  attributeNamePrefix: "@",
  transformTagName: (name) => (name.startsWith("<") ? name : `<${name}`),
  // Blanks in attributes must be normalized before references are decoded, so the tree builder does both.
  processEntities: false,
  // The parser would give no position for an element that is too deep.
  maxNestedTags: Infinity,
  // Keeps the parser from formatting the path of every element for callbacks.
  jPath: false,
});

function parse(text: string): readonly Node[] | undefined {
  try {
    // The parser pairs quotes in processing instructions; `<?x don't ?>` would swallow the text up to the next quote.
    return parser.parse(blankInstructionQuotes(text)) as readonly Node[];
  } catch {
    return undefined;
  }
}

function tagOf(node: Node): string {
  return Object.keys(node)[0] ?? "";
}

function isElement(node: Node): boolean {
  return isElementTag(tagOf(node));
}

function isElementTag(tag: string): boolean {
  return tag.startsWith("<");
}

/** The nodes inside an element or a CDATA section. */
function nodesIn(node: Node, tag: string): readonly Node[] {
  return node[tag] as readonly Node[];
}

function startOf(node: Node): number {
  return node[META]?.startIndex ?? 0;
}

/** The namespace of each prefix, with "" for the default namespace. */
type Prefixes = ReadonlyMap<string, string>;

/** An attribute by its name with the prefix, its value decoded. */
interface Pair {
  readonly rawName: string;
  readonly value: string;
}

/** Builds elements from nodes: resolves prefixes, decodes references and makes the checks that need a parsed element. */
class TreeBuilder {
  readonly #source: Source;
  readonly #markup: string;
  readonly #report: Report;
  readonly #decoder = new EntityDecoder();
  readonly #undeclared = new Set<string>();
  #isWellFormed = true;
  #isTooDeep = false;

  /** `markup` is the text of the source without its sections. */
  constructor(source: Source, markup: string, report: Report) {
    this.#source = source;
    this.#markup = markup;
    this.#report = report;
  }

  build(root: Node): XmlElement | undefined {
    const element = this.#element(root, tagOf(root), new Map([["xml", XML_NAMESPACE]]), 0);
    return this.#isWellFormed && !this.#isTooDeep ? element : undefined;
  }

  #element(node: Node, tag: string, outer: Prefixes, depth: number): XmlElement {
    const offset = startOf(node);
    const start = new StartTag(this.#source.text, offset);
    const pairs: Pair[] = [];
    const declared: (readonly [prefix: string, namespace: string])[] = [];
    for (const [key, raw] of Object.entries(node[":@"] ?? {})) {
      const pair = this.#pair(key.slice(1), raw, start);
      const prefix = declaredPrefix(pair.rawName);
      if (prefix === undefined) pairs.push(pair);
      else declared.push([prefix, pair.value]);
    }
    const prefixes = declared.length === 0 ? outer : new Map([...outer, ...declared]);
    const attributes = pairs.map((pair) => this.#attribute(pair, start, prefixes));
    const problem = badStartTag(this.#source.text, offset);
    if (problem !== undefined) this.#malformed(problem);
    const { name, namespace } = this.#expand(tag.slice(1), prefixes, prefixes.get("") ?? "", () => offset);
    const content = this.#content(node, tag, prefixes, depth);
    return { name, namespace, attributes, ...content, at: at(this.#source, offset) };
  }

  /** The elements and the character data directly inside an element. */
  #content(parent: Node, tag: string, prefixes: Prefixes, depth: number): Pick<XmlElement, "children" | "text"> {
    if (depth === MAX_DEPTH) {
      this.#tooDeep(parent);
      return { children: [], text: "" };
    }
    const children: XmlElement[] = [];
    let text = "";
    for (const node of nodesIn(parent, tag)) {
      const inner = tagOf(node);
      if (isElementTag(inner)) children.push(this.#element(node, inner, prefixes, depth + 1));
      else if (inner === "#cdata") text += String(nodesIn(node, inner)[0]?.["#text"]);
      else if (inner === "#text") text += this.#characterData(String(node["#text"]), parent);
    }
    // Blanks between elements are layout.
    const isLayout = children.length > 0 && text.trim() === "";
    return { children, text: isLayout ? "" : text };
  }

  /** XML 1.0 §3.3.3: a raw line break or tab in an attribute is a blank, a reference to one is not. */
  #pair(rawName: string, raw: string, tag: StartTag): Pair {
    if (raw.includes("<")) {
      const offset = this.#source.text.indexOf("<", tag.attribute(rawName).rawStart);
      this.#malformed({ offset, problem: `a raw "<" in an attribute must be written "&lt;"` });
    }
    return { rawName, value: this.#decoder.decode(raw.replaceAll(/[\t\n]/g, " ")) };
  }

  /** Namespaces in XML 1.0 §6.2: the default namespace does not apply to attributes. */
  #attribute({ rawName, value }: Pair, tag: StartTag, prefixes: Prefixes): XmlAttribute {
    const name = this.#expand(rawName, prefixes, "", () => tag.attribute(rawName).start);
    return new ParsedAttribute(this.#source, tag, name, value);
  }

  #characterData(raw: string, parent: Node): string {
    // XML 1.0 §2.4
    const end = raw.includes("]]>") ? this.#markup.indexOf("]]>", startOf(parent)) : -1;
    if (end >= 0) this.#malformed({ offset: end, problem: `"]]>" in a text must be written "]]&gt;"` });
    return this.#decoder.decode(raw);
  }

  #expand(rawName: string, prefixes: Prefixes, unprefixed: string, offset: () => number): ExpandedName {
    const colon = rawName.indexOf(":");
    if (colon < 0) return { rawName, name: rawName, namespace: unprefixed };
    const prefix = rawName.slice(0, colon);
    const namespace = prefixes.get(prefix);
    if (namespace === undefined && !this.#undeclared.has(prefix)) {
      this.#undeclared.add(prefix);
      this.#malformed({ offset: offset(), problem: `the prefix "${prefix}" is not declared` });
    }
    return { rawName, name: rawName.slice(colon + 1), namespace: namespace ?? "" };
  }

  #tooDeep(element: Node): void {
    // One is reported: where one element is too deep, all below its parent may be.
    if (!this.#isTooDeep)
      this.#report.add("nesting-too-deep", at(this.#source, startOf(element)), { limit: MAX_DEPTH });
    this.#isTooDeep = true;
  }

  #malformed(problem: Problem): void {
    this.#isWellFormed = false;
    reportMalformed(problem, this.#source, this.#report);
  }
}

/** The prefix that an attribute declares, "" for the default namespace; undefined for other attributes. */
function declaredPrefix(rawName: string): string | undefined {
  if (rawName === "xmlns") return "";
  return rawName.startsWith("xmlns:") ? rawName.slice("xmlns:".length) : undefined;
}
