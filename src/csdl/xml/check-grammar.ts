import type { Report } from "../../diagnostics/report.js";
import { attribute } from "./access.js";
import {
  annotatingElements,
  EDM_NAMESPACE,
  EDMX_NAMESPACE,
  edmRules,
  edmxRules,
  type ElementRule,
  XML_NAMESPACE,
} from "./grammar.js";
import type { XmlAttribute, XmlElement } from "./tree/xml-element.js";

/**
 * Reports the elements, attributes and texts that CSDL 4.01 does not define at their place, and required attributes that
 * are missing. The readers can then skip all of these without a diagnostic of their own.
 */
export function checkGrammar(root: XmlElement, report: Report): void {
  const rule = ruleOf(root);
  if (rule !== undefined) checkElement(root, rule, { report, foreign: new Set() });
}

interface Walk {
  readonly report: Report;
  /** The namespaces of other vocabularies that were reported. */
  readonly foreign: Set<string>;
}

function checkElement(element: XmlElement, rule: ElementRule, walk: Walk): void {
  checkAttributes(element, rule, walk);
  if (!rule.text && element.text !== "" && element.text.trim() !== "") {
    walk.report.add("unexpected-text", element.at, { element: element.name, text: element.text.trim() });
  }
  for (const child of element.children) {
    const ofChild = ruleOf(child);
    if (ofChild !== undefined && rule.children.has(child.name)) checkElement(child, ofChild, walk);
    else if (!isOData(child)) reportForeign(child, walk);
    else walk.report.add("unknown-element", child.at, { element: child.name, parent: element.name });
  }
}

function checkAttributes(element: XmlElement, rule: ElementRule, walk: Walk): void {
  for (const candidate of element.attributes) {
    if (candidate.namespace === XML_NAMESPACE) continue;
    if (candidate.namespace !== "") reportForeign(candidate, walk);
    else if (!rule.attributes.has(candidate.name)) {
      walk.report.add("unknown-attribute", candidate.at, { attribute: candidate.name, element: element.name });
    }
  }
  for (const name of rule.required) {
    if (attribute(element, name) !== undefined) continue;
    const code = annotatingElements.has(element.name) ? "incomplete-annotation" : "missing-attribute";
    walk.report.add(code, element.at, { element: element.name, attribute: name });
  }
}

function ruleOf({ name, namespace }: XmlElement): ElementRule | undefined {
  if (namespace === EDM_NAMESPACE) return edmRules.get(name);
  return namespace === EDMX_NAMESPACE ? edmxRules.get(name) : undefined;
}

function isOData({ namespace }: XmlElement): boolean {
  return namespace === EDM_NAMESPACE || namespace === EDMX_NAMESPACE;
}

function reportForeign(markup: XmlElement | XmlAttribute, { report, foreign }: Walk): void {
  const { namespace } = markup;
  if (foreign.has(namespace)) return;
  foreign.add(namespace);
  report.add("foreign-markup", markup.at, { namespace });
}
