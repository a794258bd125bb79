import { error, notice, warning } from "./entry.js";

/** Reported by the readers of CSDL XML and CSDL JSON. */
export const csdlEntries = {
  "doctype-refused": error(
    "A document has a DOCTYPE. CSDL needs none, and entity declarations can be used to attack a reader.",
    () => `A DOCTYPE is never read; remove it.`,
  ),
  "xml-malformed": error<{ problem: string }>(
    "The text is not well-formed XML.",
    ({ problem }) => `This is not well-formed XML: ${problem}; repair the file or fetch it again.`,
  ),
  "json-malformed": error<{ problem: string }>(
    "The text is not valid JSON.",
    ({ problem }) => `This is not valid JSON: ${problem}; repair the file or fetch it again.`,
  ),
  "nesting-too-deep": error<{ limit: number }>(
    "A document has more nested levels than the limit.",
    ({ limit }) => `More than ${limit} levels are nested here; flatten the document.`,
  ),
  "not-csdl": error<{ root: string }>(
    "The root element or member of a document is not that of CSDL.",
    ({ root }) => `The document is ${root}, not CSDL; name a $metadata document instead.`,
  ),
  "unsupported-version": error<{ version: string }>(
    "A document is of OData version 1 to 3.",
    ({ version }) =>
      `The document is OData ${version}, and only 4.0 and 4.01 are read; ask the service for its V4 metadata or convert the document first.`,
  ),
  "newer-version": warning<{ version: string }>(
    "A document is of a later 4.x version than the tool knows.",
    ({ version }) => `OData ${version} is read as 4.01; check what is new in it.`,
  ),
  "illegal-name": error<{ what: string; name: string }>(
    "A name is not an identifier as CSDL 4.01 §15 defines it.",
    ({ what, name }) =>
      `${quoted(name)} is no legal name for ${what}; use letters, digits and underscores, starting with no digit, 128 characters at most.`,
  ),
  "illegal-namespace": error<{ namespace: string }>(
    "A namespace is not a dot-separated list of identifiers, or is OData's own (CSDL 4.01 §5, §15.1).",
    ({ namespace }) =>
      `${quoted(namespace)} is no legal namespace; use identifiers joined by dots, and neither Edm nor odata.`,
  ),
  "reserved-namespace": warning<{ namespace: string }>(
    "A namespace is one that CSDL 4.01 §5 reserves; it is read like any other.",
    ({ namespace }) => `The namespace "${namespace}" is reserved; rename it if you can.`,
  ),
  "illegal-alias": warning<{ alias: string }>(
    "An alias is not an identifier, or is a reserved one (CSDL 4.01 §5.1); it is read like any other.",
    ({ alias }) => `${quoted(alias)} is no legal alias; use letters, digits and underscores.`,
  ),
  "unqualified-name": error<{ name: string; hint: string }>(
    "A type, term or other model element is named without its namespace.",
    ({ name, hint }) => `${quoted(name)} has no namespace; write ${quoted(hint)}.`,
  ),
  "illegal-annotation-name": warning<{ name: string }>(
    "The name of a term, or of a type in an annotation, is not qualified (CSDL 4.01 §15.3); the annotation is left out.",
    ({ name }) =>
      `${quoted(name)} names no term or type, so it is left out; write a namespace or alias, a dot and an identifier.`,
  ),
  "unknown-edm-type": error<{ name: string }>(
    "A type of the namespace Edm does not exist in OData 4.",
    ({ name }) => `${quoted(name)} is no type of OData 4; use one of CSDL 4.01 §3.3.`,
  ),
  "unknown-namespace": warning<{ prefix: string; name: string }>(
    "A name uses a namespace or alias that the document neither defines nor includes.",
    ({ prefix, name }) =>
      `${quoted(prefix)} in ${quoted(name)} is neither a namespace nor an alias of this document; define it or add a Reference that includes it.`,
  ),
  "duplicate-alias": error<{ alias: string; first: string; second: string }>(
    "One alias stands for two namespaces (CSDL 4.01 §5.1).",
    ({ alias, first, second }) => `The alias "${alias}" stands for "${first}" and "${second}"; rename one of them.`,
  ),
  "duplicate-name": error<{ what: string; name: string; owner: string }>(
    "Two elements have a name that must be unique.",
    ({ what, name, owner }) => `${what} "${name}" is declared twice in ${owner}; rename or remove one.`,
  ),
  "shared-name": warning<{ name: string; kind: string; other: string }>(
    "An action or function has the name of another element of its schema, against CSDL 4.01 §12; both are kept.",
    ({ name, kind, other }) =>
      `The ${kind} "${name}" has the name of another element of kind ${other}; both are kept, rename one if you can.`,
  ),
  "illegal-qualifier": warning<{ qualifier: string }>(
    "The qualifier of an annotation is not an identifier (CSDL 4.01 §14.2.1); it is kept as it is.",
    ({ qualifier }) => `The qualifier ${quoted(qualifier)} is no identifier; use letters, digits and underscores.`,
  ),
  "duplicate-annotation": warning<{ term: string }>(
    "One element has two values for the same term and qualifier (CSDL 4.01 §14.2.1).",
    ({ term }) =>
      `The term "${term}" is applied twice here with the same qualifier; give one of them another qualifier or remove it.`,
  ),
  "missing-attribute": error<{ element: string; attribute: string }>(
    "A required attribute or member is missing.",
    ({ element, attribute }) => `${element} needs ${attribute}; add it.`,
  ),
  "incomplete-annotation": warning<{ element: string; attribute: string }>(
    "An annotation, or a part of one, lacks a required attribute; it is left out.",
    ({ element, attribute }) =>
      `${element} needs ${attribute} and is left out without it; add it or remove the element.`,
  ),
  "missing-element": error<{ element: string; child: string }>(
    "A required child element is missing.",
    ({ element, child }) => `${element} needs ${child}; add it.`,
  ),
  "missing-value": warning<{ element: string; expected: string }>(
    "An annotation expression has fewer or more operands than it needs (CSDL 4.01 §14.4).",
    ({ element, expected }) => `${element} needs ${expected}; add what is missing or remove the rest.`,
  ),
  "conflicting-values": warning<{ element: string }>(
    "An annotation has more than one value; the first one stands.",
    ({ element }) => `${element} has more than one value, and the first one is taken; keep one.`,
  ),
  "illegal-value": error<{ name: string; value: string; expected: string }>(
    "The value of an attribute or member is not of its type.",
    ({ name, value, expected }) => `${name} is ${quoted(value)}; it must be ${expected}.`,
  ),
  "loose-value": warning<{ name: string; value: string; read: string }>(
    "A Boolean is written in another letter case than in CSDL; it is read.",
    ({ name, value, read }) => `${name} is ${quoted(value)} and read as "${read}"; write it in lower case.`,
  ),
  "illegal-constant": warning<{ type: string; value: string }>(
    "A constant of an annotation is not of its type; it is kept as it is.",
    ({ type, value }) => `${quoted(value)} is no ${type}; correct the value or use another kind of constant.`,
  ),
  "illegal-enum-value": error<{ member: string; value: string; type: string }>(
    "The value of an enum member is no integer, or not one of the underlying type (CSDL 4.01 §10.3).",
    ({ member, value, type }) =>
      `The value ${quoted(value)} of "${member}" is no ${type}; write a whole number in its range.`,
  ),
  "unknown-element": warning<{ element: string; parent: string }>(
    "CSDL has no such element there; it is ignored.",
    ({ element, parent }) =>
      `${parent} has no child element ${quoted(element)} in CSDL 4.01, so it is ignored; check its spelling and place.`,
  ),
  "unknown-attribute": warning<{ attribute: string; element: string }>(
    "CSDL has no such attribute or member there; it is ignored.",
    ({ attribute, element }) =>
      `${element} has no ${quoted(attribute)} in CSDL 4.01, so it is ignored; check its spelling and place.`,
  ),
  "unexpected-text": warning<{ element: string; text: string }>(
    "An element that holds only elements has text; the text is ignored.",
    ({ element, text }) =>
      `${element} holds the text ${quoted(text)}, which means nothing there and is ignored; remove it.`,
  ),
  "foreign-markup": notice<{ namespace: string }>(
    "A document has elements or attributes of another XML namespace; they are ignored. Reported once for each namespace.",
    ({ namespace }) =>
      `Elements and attributes of "${namespace}" are ignored, here and below; CSDL has no use for them.`,
  ),
};

/** Text of a document for a message: shortened, on one line, without characters that change how the line is displayed. */
function quoted(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return JSON.stringify(short).replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}
