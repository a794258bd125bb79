import { SaxesParser } from "saxes";
import { at, type Source } from "../../../diagnostics/position.js";
import type { Report } from "../../../diagnostics/report.js";
import { XML_NAMESPACE } from "../grammar.js";
import { doctype, type Problem } from "./well-formed.js";
import { type ExpandedName, findAttribute, XmlAttribute, XmlElement } from "./xml-element.js";
import { faultOf } from "./xml-fault.js";

/** The deepest real document has 18 levels. */
const MAX_DEPTH = 100;

/**
 * The elements of an XML text, or undefined and one error when it is not well-formed. This is the only file
 * that knows the XML parser: saxes checks well-formedness as strictly as XML 1.0 asks, in the one pass that
 * builds the elements, and leaves namespaces to its user where that is told (which is twice as fast).
 */
export function readXml(source: Source, report: Report): XmlElement | undefined {
  const forbidden = doctype(source.text);
  if (forbidden !== undefined) {
    report.add("doctype-refused", at(source, forbidden), {});
    return undefined;
  }
  return new TreeBuilder(source, report).build();
}

/** What prefixes mean inside one element, with the names that were expanded before. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly elements: Map<string, ExpandedName>;
  readonly attributes: Map<string, ExpandedName>;
}

/** An element that is not closed yet. */
interface Open {
  readonly rawName: string;
  readonly offset: number;
  readonly scope: Scope;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  text: string;
}

/** Ends the parser's run: what follows the first fault says nothing reliable. */
class Refused extends Error {}

class TreeBuilder {
  readonly #source: Source;
  readonly #report: Report;
  readonly #parser = new SaxesParser({ position: false });
  readonly #open: Open[] = [];
  readonly #outermost = scopeOf(new Map([["xml", XML_NAMESPACE]]));
  /** Names and values of the start tag that is being read. */
  #pairs: string[] = [];
  #tagStart = 0;
  #root: XmlElement | undefined;
  /** The name of the element that was closed last. */
  #closed: string | undefined;
  #sound = true;

  constructor(source: Source, report: Report) {
    this.#source = source;
    this.#report = report;
    this.#parser.on("opentagstart", () => this.#startTag());
    this.#parser.on("attribute", ({ name, value }) => this.#pairs.push(name, value));
    this.#parser.on("opentag", ({ name }) => this.#openElement(name));
    this.#parser.on("text", (text) => this.#addText(text));
    this.#parser.on("cdata", (text) => this.#addText(text));
    this.#parser.on("closetag", () => this.#closeElement());
    this.#parser.on("error", ({ message }) => this.#refuse(message));
  }

  build(): XmlElement | undefined {
    try {
      this.#parser.write(this.#source.text).close();
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      return undefined;
    }
    return this.#sound ? this.#root : undefined;
  }

  #startTag(): void {
    // The parser stands behind the name and what ended it, neither of which holds a "<".
    this.#tagStart = this.#source.text.lastIndexOf("<", this.#parser.position - 1);
    this.#pairs = [];
    if (this.#open.length < MAX_DEPTH) return;
    this.#report.add("nesting-too-deep", at(this.#source, this.#tagStart), { limit: MAX_DEPTH });
    throw new Refused();
  }

  #openElement(rawName: string): void {
    const outer = this.#open.at(-1)?.scope ?? this.#outermost;
    const scope = innerScope(this.#pairs, outer);
    const attributes = this.#attributes(scope, scope !== outer);
    this.#open.push({ rawName, offset: this.#tagStart, scope, attributes, children: [], text: "" });
  }

  #addText(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
  }

  #closeElement(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const { rawName, offset, scope, attributes, children, text } = closed;
    this.#closed = rawName;
    const name = scope.elements.get(rawName) ?? this.#expand(rawName, scope, offset, "element");
    // Between elements blanks are layout; not to keep them saves a tenth of the memory.
    const kept = children.length > 0 && text.trim() === "" ? "" : text;
    const element = new XmlElement(this.#source, offset, name, { attributes, children, text: kept });
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
  }

  #attributes(scope: Scope, isDeclaring: boolean): readonly XmlAttribute[] {
    const attributes: XmlAttribute[] = [];
    const pairs = this.#pairs;
    for (let i = 0; i < pairs.length; i += 2) {
      const rawName = pairs[i] ?? "";
      const value = pairs[i + 1] ?? "";
      if (isDeclaring && declaredPrefix(rawName) !== undefined) continue;
      const expanded = scope.attributes.get(rawName) ?? this.#expand(rawName, scope, this.#tagStart, "attribute");
      attributes.push(new XmlAttribute(this.#source, this.#tagStart, expanded, value));
    }
    return attributes;
  }

  /** Namespaces in XML 1.0 §6.2: the default namespace holds for elements only. */
  #expand(rawName: string, scope: Scope, offset: number, kind: "element" | "attribute"): ExpandedName {
    const colon = rawName.indexOf(":");
    const prefix = colon < 0 ? "" : rawName.slice(0, colon);
    const namespace = colon < 0 && kind === "attribute" ? "" : scope.prefixes.get(prefix);
    if (namespace === undefined && colon >= 0) {
      const place = kind === "element" ? offset : findAttribute(this.#source.text, offset, rawName).start;
      this.#malformed({ offset: place, problem: `the prefix "${prefix}" is not declared` });
    }
    const expanded = { rawName, name: rawName.slice(colon + 1), namespace: namespace ?? "" };
    (kind === "element" ? scope.elements : scope.attributes).set(rawName, expanded);
    return expanded;
  }

  #refuse(message: string): never {
    const fault = faultOf(message, {
      text: this.#source.text,
      position: this.#parser.position,
      open: this.#open,
      closed: this.#closed,
      tag: this.#tagStart,
    });
    this.#malformed(fault);
    throw new Refused();
  }

  #malformed({ offset, problem }: Problem): void {
    this.#sound = false;
    this.#report.add("xml-malformed", at(this.#source, offset), { problem });
  }
}

function scopeOf(prefixes: ReadonlyMap<string, string>): Scope {
  return { prefixes, elements: new Map(), attributes: new Map() };
}

function innerScope(pairs: readonly string[], outer: Scope): Scope {
  let prefixes: Map<string, string> | undefined;
  for (let i = 0; i < pairs.length; i += 2) {
    const prefix = declaredPrefix(pairs[i] ?? "");
    if (prefix === undefined) continue;
    prefixes ??= new Map(outer.prefixes);
    prefixes.set(prefix, pairs[i + 1] ?? "");
  }
  return prefixes === undefined ? outer : scopeOf(prefixes);
}

/** The prefix that an attribute declares, "" for the default namespace; undefined when it declares none. */
function declaredPrefix(rawName: string): string | undefined {
  if (!rawName.startsWith("xmlns")) return undefined;
  if (rawName.length === 5) return "";
  return rawName[5] === ":" ? rawName.slice(6) : undefined;
}
