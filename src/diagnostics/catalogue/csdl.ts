import { error, notice, warning } from "./entry.js";

/** Diagnostics of the readers of CSDL XML and CSDL JSON. */
export const csdlEntries = {
  "doctype-refused": error(
    "A document has a DOCTYPE. CSDL needs none, and its entity declarations can be used to attack XML readers.",
    () => `A DOCTYPE is not supported; remove it.`,
  ),
  "xml-malformed": error<{ problem: string }>(
    "The text is not well-formed XML.",
    ({ problem }) => `The text is not well-formed XML: ${problem}; repair the file or fetch it again.`,
  ),
  "json-malformed": error<{ problem: string }>(
    "The text is not valid JSON.",
    ({ problem }) => `The text is not valid JSON: ${problem}; repair the file or fetch it again.`,
  ),
  "nesting-too-deep": error<{ limit: number }>(
    "A document is nested more deeply than the limit.",
    ({ limit }) => `The document is nested more than ${limit} levels deep; flatten it.`,
  ),
  "not-csdl": error<{ root: string }>(
    "The root of a document is not CSDL.",
    ({ root }) => `The document is ${root}, not CSDL; pass a $metadata document instead.`,
  ),
  "frame-outside-edmx": warning<{ namespace: string; version: string }>(
    "An Edmx of version 4 is in the XML namespace of OData 2.0 and 3.0; it is read as OData 4.",
    ({ namespace, version }) =>
      `This Edmx of version ${quoted(version)} is in the XML namespace ${quoted(namespace)} of earlier versions, and is read as OData 4; write xmlns="http://docs.oasis-open.org/odata/ns/edmx".`,
  ),
  "schema-outside-edm": warning<{ namespace: string }>(
    "A Schema is not in the XML namespace of CSDL; it is read as if it were.",
    ({ namespace }) =>
      `This Schema is in ${namespace === "" ? "no XML namespace" : `the XML namespace ${quoted(namespace)}`}, and is read as CSDL; add xmlns="http://docs.oasis-open.org/odata/ns/edm".`,
  ),
  "unsupported-version": error<{ version: string }>(
    "A document is of no version of OData that is supported, or in an XML namespace of none.",
    ({ version }) =>
      `The document is ${version}, but only OData 2.0, 3.0, 4.0 and 4.01 are supported; fetch the metadata of the service again, or correct the version or namespace.`,
  ),
  "newer-version": warning<{ version: string }>(
    "A document is of a later 4.x version than is supported.",
    ({ version }) => `OData ${version} is read as 4.01; check whether the document uses features of the later version.`,
  ),
  "illegal-name": error<{ what: string; name: string }>(
    "A name has quotes, brackets or invisible characters, is too long, or refers to an element with such a name (CSDL 4.01 §15).",
    ({ what, name }) =>
      `${quoted(name)} is not a legal name for ${what}; use at most 128 letters, digits and underscores, and no digit at the start.`,
  ),
  "name-nonstandard": warning<{ what: string; name: string }>(
    "A name is not an identifier (CSDL 4.01 §15.2), but services use such names; it is kept, and requests send it unchanged.",
    ({ what, name }) =>
      `${quoted(name)} is not an identifier, but is kept as the name of ${what}; use letters, digits and underscores if you can.`,
  ),
  "name-unaddressable": warning<{ what: string; name: string }>(
    "A name has a character that separates parts of a path or URL, so no request can contain it; its element is left out.",
    ({ what, name }) =>
      `No path can contain ${quoted(name)}, the name of ${what}, so it is left out; use letters, digits and underscores.`,
  ),
  "operation-left-out": warning<{ name: string }>(
    "The name of a parameter cannot be used, so the action or function is left out.",
    ({ name }) => `${name} is left out, since it would be another operation without one of its parameters.`,
  ),
  "illegal-namespace": error<{ namespace: string }>(
    "A namespace is not a dot-separated list of identifiers, or is a name of OData itself (CSDL 4.01 §5, §15.1).",
    ({ namespace }) =>
      `${quoted(namespace)} is not a legal namespace; use identifiers joined by dots, other than Edm and odata.`,
  ),
  "reserved-namespace": warning<{ namespace: string }>(
    "A namespace is reserved by CSDL 4.01 §5; it is read like any other.",
    ({ namespace }) => `The namespace "${namespace}" is reserved by CSDL; rename it if you can.`,
  ),
  "include-ignored": warning<{ namespace: string }>(
    "An Include in a document of OData 2.0 or 3.0 names what cannot be a namespace (CSDL 4.01 §15.1); it is ignored.",
    ({ namespace }) => `${quoted(namespace)} is not a legal namespace, so it is not included; correct or remove it.`,
  ),
  "namespace-missing": warning<{ read: string }>(
    "A schema of OData 2.0 or 3.0 has no namespace (MC-CSDL, Schema); one is assumed.",
    ({ read }) =>
      `This Schema has no namespace, and is read as if it were ${quoted(read)}; add the one of the service.`,
  ),
  "namespace-assumed": warning<{ name: string; full: string }>(
    "A document of OData 2.0 or 3.0 names an element of its schemas without the namespace.",
    ({ name, full }) => `${quoted(name)} has no namespace, and is read as ${quoted(full)}; write that.`,
  ),
  "illegal-alias": warning<{ alias: string }>(
    "An alias is not an identifier or is reserved (CSDL 4.01 §5.1); it is read like any other.",
    ({ alias }) => `${quoted(alias)} is not a legal alias; use letters, digits and underscores.`,
  ),
  "unqualified-name": error<{ name: string; hint: string }>(
    "A type, term or other model element is named without its namespace.",
    ({ name, hint }) => `${quoted(name)} has no namespace; write ${quoted(hint)}.`,
  ),
  "illegal-annotation-name": warning<{ name: string }>(
    "The name of a term, or of a type in an annotation, is not a qualified name (CSDL 4.01 §15.3); the annotation or expression is omitted.",
    ({ name }) =>
      `${quoted(name)} is not the name of a term or type and is omitted; write a namespace or alias, a dot and an identifier.`,
  ),
  "unknown-edm-type": error<{ name: string; isOld?: boolean; suggestion?: string | undefined }>(
    "A type of the namespace Edm does not exist in OData 4, or in 2.0 and 3.0 for their documents.",
    ({ name, isOld, suggestion }) => {
      const version = isOld === true ? "OData 2.0 or 3.0" : "OData 4";
      const all = isOld === true ? "MC-CSDL" : "CSDL 4.01 §3.3";
      return `${quoted(name)} is not a type of ${version}; ${suggestion === undefined ? `use one of those in ${all}.` : `did you mean ${suggestion}?`}`;
    },
  ),
  "edm-type-of-4": warning<{ name: string }>(
    "A document of OData 2.0 or 3.0 uses a type that only OData 4 has; its values are taken as in OData 4.",
    ({ name }) =>
      `${quoted(name)} is a type of OData 4, whose values are expected as there; write Edm.DateTime or Edm.Time if that is what the service sends.`,
  ),
  "unknown-namespace": warning<{ prefix: string; name: string }>(
    "A name uses a namespace or alias that the document neither defines nor includes.",
    ({ prefix, name }) =>
      `${quoted(prefix)} in ${quoted(name)} is neither a namespace nor an alias of this document; define it or add a Reference that includes it.`,
  ),
  "duplicate-alias": error<{ alias: string; first: string; second: string }>(
    "An alias is declared for two namespaces (CSDL 4.01 §5.1).",
    ({ alias, first, second }) =>
      `The alias "${alias}" is declared for both "${first}" and "${second}"; rename one of them.`,
  ),
  "duplicate-name": error<{ what: string; name: string; owner: string }>(
    "Two elements that must have different names have the same one, and their declarations differ.",
    ({ what, name, owner }) => `${what} "${name}" is declared twice in ${owner}; rename or remove one.`,
  ),
  "declaration-repeated": warning<{ what: string; name: string; owner: string }>(
    "An element is declared twice, with equal declarations; one of them is ignored.",
    ({ what, name, owner }) =>
      `${what} "${name}" is declared in ${owner} a second time, in the same way, which is ignored; remove one.`,
  ),
  "shared-name": warning<{ name: string; kind: string; other: string }>(
    "An action or function has the name of another element of its schema. CSDL 4.01 §12 forbids that, but services do it.",
    ({ name, kind, other }) =>
      `The ${kind} "${name}" has the same name as an element of kind ${other}; both are kept, but rename one if you can.`,
  ),
  "illegal-qualifier": warning<{ qualifier: string }>(
    "The qualifier of an annotation is not an identifier (CSDL 4.01 §14.2.1); it is kept unchanged.",
    ({ qualifier }) => `The qualifier ${quoted(qualifier)} is not an identifier; use letters, digits and underscores.`,
  ),
  "duplicate-annotation": warning<{ term: string }>(
    "One element has two values for the same term and qualifier (CSDL 4.01 §14.2.1).",
    ({ term }) =>
      `The term "${term}" is applied twice here with the same qualifier; give one of them another qualifier or remove it.`,
  ),
  "missing-attribute": error<{ element: string; attribute: string }>(
    "A required attribute or member is missing.",
    ({ element, attribute }) => `${element} requires ${attribute}; add it.`,
  ),
  "incomplete-annotation": warning<{ element: string; attribute: string }>(
    "An annotation or one of its expressions lacks a required attribute; it is omitted.",
    ({ element, attribute }) =>
      `${element} requires ${attribute} and is omitted without it; add it or remove the element.`,
  ),
  "edmx-without-schema": error<{ lacks: string }>(
    "A document has the frame of metadata, but no schema: it describes no data.",
    ({ lacks }) =>
      `The document describes no data: it has ${lacks}; fetch the $metadata of the service again, with credentials that may see its data, or use another file.`,
  ),
  "missing-element": error<{ element: string; child: string }>(
    "A required child element is missing.",
    ({ element, child }) => `${element} requires ${child}; add it.`,
  ),
  "missing-value": warning<{ element: string; expected: string }>(
    "An annotation expression has the wrong number of operands (CSDL 4.01 §14.4).",
    ({ element, expected }) => `${element} requires ${expected}; add the missing operands or remove the others.`,
  ),
  "conflicting-values": warning<{ element: string }>(
    "An annotation has more than one value; the first one is used.",
    ({ element }) => `${element} has more than one value, of which the first is used; remove the others.`,
  ),
  "illegal-value": error<{ name: string; value: string; expected: string }>(
    "The value of an attribute or member is not valid for its type.",
    ({ name, value, expected }) => `${name} is ${quoted(value)}; it must be ${expected}.`,
  ),
  "loose-value": warning<{ name: string; value: string; read: string }>(
    "A Boolean is written with capital letters, which CSDL does not allow; it is accepted.",
    ({ name, value, read }) => `${name} is ${quoted(value)}, which is read as "${read}"; write it in lower case.`,
  ),
  "illegal-constant": warning<{ type: string; value: string }>(
    "A constant in an annotation is not valid for its type; it is kept unchanged.",
    ({ type, value }) => `${quoted(value)} is not a valid ${type}; correct the value or use another kind of constant.`,
  ),
  "illegal-enum-value": error<{ member: string; value: string; type: string }>(
    "The value of an enum member is not an integer, or is outside the range of the underlying type (CSDL 4.01 §10.3).",
    ({ member, value, type }) =>
      `The value ${quoted(value)} of "${member}" is not a valid ${type}; write an integer in its range.`,
  ),
  "unknown-element": warning<{ element: string; parent: string; language?: string }>(
    "CSDL does not define this element at this place; it is ignored.",
    ({ element, parent, language = "CSDL 4.01" }) =>
      `${parent} has no child element ${quoted(element)} in ${language}, so it is ignored; check its spelling and place.`,
  ),
  "unknown-attribute": warning<{ attribute: string; element: string; language?: string }>(
    "CSDL does not define this attribute or member at this place; it is ignored.",
    ({ attribute, element, language = "CSDL 4.01" }) =>
      `${element} has no ${quoted(attribute)} in ${language}, so it is ignored; check its spelling and place.`,
  ),
  "unexpected-text": warning<{ element: string; text: string }>(
    "An element that may contain only elements has text; the text is ignored.",
    ({ element, text }) =>
      `${element} contains the text ${quoted(text)}, which has no meaning there and is ignored; remove it.`,
  ),
  "association-unresolved": error<{ property: string; problem: string }>(
    "A navigation property of OData 2.0 or 3.0 has no type: its association, or the end that it leads to, does not exist (MC-CSDL).",
    ({ property, problem }) =>
      `The navigation property ${quoted(property)} has no type, since ${problem}; correct the name or add the association.`,
  ),
  "association-set-unresolved": warning<{ name: string; problem: string }>(
    "An association set names an association, end or entity set that does not exist (MC-CSDL); it is ignored.",
    ({ name, problem }) =>
      `The association set ${quoted(name)} is ignored, since ${problem}; correct the name or remove the set.`,
  ),
  "binding-ignored": notice<{ path: string; set: string; target: string; stands: string }>(
    "Association sets lead from one navigation property of an entity set to several sets; the first one stands.",
    ({ path, set, target, stands }) =>
      `${quoted(path)} of ${set} leads to ${stands} by another association set, so that to ${target} is ignored in this direction; split the association if the sets differ in more than their name.`,
  ),
  "constraint-unresolved": warning<{ association: string; problem: string }>(
    "A referential constraint of an association is incomplete or names no end of it (MC-CSDL); it is ignored as far as it is.",
    ({ association, problem }) =>
      `The referential constraint of ${quoted(association)} cannot be used, since ${problem}; complete or remove it.`,
  ),
  "http-method-assumed": notice<{ name: string; method: string }>(
    "A function import of OData 2.0 has no `m:HttpMethod`: one with a result is called by GET, any other by POST.",
    ({ name, method }) =>
      `${quoted(name)} has no m:HttpMethod, so it is called by ${method}; state the method to be sure.`,
  ),
  "return-type-ignored": warning<{ name: string }>(
    "A function import has several return types; the first one is used.",
    ({ name }) => `${quoted(name)} has several return types, of which the first is used; remove the others.`,
  ),
  "parameter-mode": warning<{ name: string; mode: string }>(
    "A parameter of a function import is not of mode In, which OData does not support; it is sent like any other.",
    ({ name, mode }) =>
      `The parameter ${quoted(name)} is of mode ${quoted(mode)}, but OData sends parameters only to the service; it is read as "In".`,
  ),
  "foreign-markup": notice<{ namespace: string }>(
    "A document has elements or attributes of another XML namespace; they are ignored. Reported once for each namespace.",
    ({ namespace }) =>
      `Elements and attributes of "${namespace}" are ignored here and below, since CSDL does not define them; remove them if they were meant as CSDL.`,
  ),
};

/** Quotes text of a document in a message: shortened, on one line, with control and format characters escaped. */
function quoted(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return JSON.stringify(short).replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}
