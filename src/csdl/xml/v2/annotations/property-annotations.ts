/** What attributes of a property or parameter say, in terms of vocabularies. */
import type { XmlAttribute, XmlElement } from "../../tree/xml-element.js";
import { metadataAttribute, sapAttribute } from "../namespaces.js";
import { annotation, pathsOf } from "./annotation-elements.js";
import { nameOf, type Declarations } from "./declarations.js";
import { isStated, storeAttribute } from "./markup.js";
import { terms } from "./terms.js";

/** Makes annotations of one attribute with a value. */
type Translation = (stated: XmlAttribute, element: XmlElement, declarations: Declarations) => readonly XmlElement[];

/**
 * By attribute. A value that no term stands for gives nothing: the attributes are for user interfaces, and services write
 * values of their own.
 */
const sapOfProperties: Readonly<Record<string, Translation>> = {
  "aggregation-role": oneOf({ dimension: terms.dimension, measure: terms.measure }),
  "display-format": oneOf({
    Date: terms.dateOnly,
    NonNegative: terms.isDigitSequence,
    UpperCase: terms.isUpperCase,
  }),
  "field-control": pathOf(terms.fieldControl),
  parameter: mandatoryParameter,
  semantics: oneOf({
    "currency-code": terms.isCurrency,
    email: terms.isEmailAddress,
    fiscalyear: terms.isFiscalYear,
    fiscalyearperiod: terms.isFiscalYearPeriod,
    tel: terms.isPhoneNumber,
    "unit-of-measure": terms.isUnit,
    url: terms.isUrl,
    year: terms.isCalendarYear,
    yearmonth: terms.isCalendarYearMonth,
    yearmonthday: terms.isCalendarDate,
    yearquarter: terms.isCalendarYearQuarter,
    yearweek: terms.isCalendarYearWeek,
  }),
  "super-ordinate": context,
  text: pathOf(terms.text),
  unit,
  updatable,
  "validation-regexp": ({ value, at }) => [annotation(terms.pattern, at, { String: value })],
  "value-list": oneOf({ "fixed-values": terms.valueListWithFixedValues }),
  visible: ({ value }, { at }) => (value === "false" ? [annotation(terms.hidden, at)] : []),
};

/** Those of properties and parameters. */
export function propertyAnnotations(element: XmlElement, declarations: Declarations): readonly XmlElement[] {
  const translated = Object.entries(sapOfProperties).flatMap(([name, translate]) => {
    const stated = sapAttribute(element, name);
    return stated === undefined || stated.value.trim() === "" ? [] : translate(stated, element, declarations);
  });
  return [...translated, ...otherMarkup(element)];
}

function otherMarkup(element: XmlElement): readonly XmlElement[] {
  const mediaType = metadataAttribute(element, "MimeType");
  const pattern = storeAttribute(element, "StoreGeneratedPattern")?.value;
  return [
    ...(mediaType === undefined ? [] : [annotation(terms.mediaType, mediaType.at, { String: mediaType.value })]),
    ...(pattern === "Identity" || pattern === "Computed" ? [annotation(terms.computed, element.at)] : []),
  ];
}

/** A tag for each of some values. What follows a semicolon specializes the value: `tel;type=cell`. */
function oneOf(tags: Readonly<Record<string, string>>): Translation {
  return ({ value }, { at }) => {
    const [key = ""] = value.split(";");
    const term = Object.hasOwn(tags, key) ? tags[key] : undefined;
    return term === undefined ? [] : [annotation(term, at)];
  };
}

function pathOf(term: string): Translation {
  return ({ value }, { at }) => [annotation(term, at, { Path: value })];
}

/** Properties that are parameters are in filters, which are up to the sets; a parameter of a function import is given. */
function mandatoryParameter({ value }: XmlAttribute, { name, at }: XmlElement): readonly XmlElement[] {
  if (name !== "Parameter" || value !== "mandatory") return [];
  return [annotation(terms.fieldControl, at, { EnumMember: terms.fieldControlMandatory })];
}

/**
 * A property with both is set by the service, but in SuccessFactors, where it may be in what is upserted. One that is not
 * creatable alone is left to the sets.
 */
function updatable({ value }: XmlAttribute, element: XmlElement): readonly XmlElement[] {
  if (value !== "false" || isStated(element, "upsertable", "true")) return [];
  return [annotation(isStated(element, "creatable", "false") ? terms.computed : terms.immutable, element.at)];
}

/** The property with the unit tells whether it is a currency. */
function unit({ value }: XmlAttribute, element: XmlElement, declarations: Declarations): readonly XmlElement[] {
  const holder = declarations.membersBeside(element).find((member) => nameOf(member) === value);
  const isCurrency = holder !== undefined && sapAttribute(holder, "semantics")?.value === "currency-code";
  return [annotation(isCurrency ? terms.currency : terms.unit, element.at, { Path: value })];
}

/** The properties whose values give those of a property a meaning, from the nearest on: city, region, country. */
function context({ value }: XmlAttribute, element: XmlElement, declarations: Declarations): readonly XmlElement[] {
  const byName = new Map(declarations.membersBeside(element).map((member) => [nameOf(member), member]));
  const paths: string[] = [];
  for (let path: string | undefined = value; path !== undefined && !paths.includes(path);) {
    paths.push(path);
    const next: XmlElement | undefined = byName.get(path);
    path = next && sapAttribute(next, "super-ordinate")?.value;
  }
  const items = paths.map((path) => ({ path, at: element.at }));
  return [annotation(terms.contextDefiningProperties, element.at, pathsOf("PropertyPath", items, element.at))];
}
