import type { Report } from "../../diagnostics/report.js";
import { attribute } from "./access.js";
import { annotatingElements, type ElementRule, type Grammar, grammar as csdl4, XML_NAMESPACE } from "./grammar.js";
import type { XmlAttribute, XmlElement } from "./tree/xml-element.js";

/**
 * Reports the elements, attributes and texts that a version of CSDL, by default 4.01, does not define at their place, and
 * required attributes that are missing. The readers can then skip all of these without a diagnostic of their own.
 */
export function checkGrammar(root: XmlElement, report: Report, grammar: Grammar = csdl4): void {
  const rule = grammar.ruleOf(root);
  if (rule !== undefined) checkElement(root, rule, { report, grammar, foreign: new Set() });
}

interface Walk {
  readonly report: Report;
  readonly grammar: Grammar;
  /** The namespaces of other vocabularies that were reported. */
  readonly foreign: Set<string>;
}

function checkElement(element: XmlElement, rule: ElementRule, walk: Walk): void {
  if (rule.opaque) return;
  checkAttributes(element, rule, walk);
  if (!rule.text && element.text !== "" && element.text.trim() !== "") {
    walk.report.add("unexpected-text", element.at, { element: element.name, text: element.text.trim() });
  }
  for (const child of element.children) checkChild(child, element, rule, walk);
}

function checkChild(child: XmlElement, { name }: XmlElement, { children }: ElementRule, walk: Walk): void {
  const { grammar, report } = walk;
  const rule = grammar.ruleOf(child);
  if (rule !== undefined && children.has(child.name)) checkElement(child, rule, walk);
  else if (grammar.isOwn(child))
    report.add("unknown-element", child.at, { element: child.name, parent: name, language: grammar.language });
  else if (grammar.standingOf(child) !== "expected") reportForeign(child, walk);
}

function checkAttributes(element: XmlElement, rule: ElementRule, walk: Walk): void {
  for (const candidate of element.attributes) checkAttribute(candidate, element, rule, walk);
  for (const name of rule.required) {
    if (attribute(element, name) !== undefined) continue;
    const code = annotatingElements.has(element.name) ? "incomplete-annotation" : "missing-attribute";
    walk.report.add(code, element.at, { element: element.name, attribute: name });
  }
}

function checkAttribute(candidate: XmlAttribute, { name }: XmlElement, { attributes }: ElementRule, walk: Walk): void {
  const { grammar, report } = walk;
  if (candidate.namespace === XML_NAMESPACE) return;
  const isKnown = candidate.namespace === "" && attributes.has(candidate.name);
  const standing = candidate.namespace === "" ? "unknown" : grammar.standingOf(candidate);
  if (isKnown || standing === "expected") return;
  if (standing === "foreign") reportForeign(candidate, walk);
  else {
    const { language } = grammar;
    report.add("unknown-attribute", candidate.at, { attribute: candidate.name, element: name, language });
  }
}

function reportForeign(markup: XmlElement | XmlAttribute, { report, foreign }: Walk): void {
  const { namespace } = markup;
  if (foreign.has(namespace)) return;
  foreign.add(namespace);
  report.add("foreign-markup", markup.at, { namespace });
}
