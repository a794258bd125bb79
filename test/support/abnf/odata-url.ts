/** Whether URLs follow the grammar of OData 4.01. */
import { Grammar, type Matches } from "./grammar.js";
import { odataRules } from "./odata-grammar.js";

/** Rules for what may stand behind a collection in the place of a key. */
const rulesBehindCollections = [
  "action",
  "entityFunction",
  "entityColFunction",
  "complexFunction",
  "complexColFunction",
  "primitiveFunction",
  "primitiveColFunction",
  "entityTypeName",
] as const;

/** Rules for the names that a service declares. */
const nameRules = [
  ...rulesBehindCollections,
  "entitySetName",
  "singletonEntity",
  "actionImport",
  "entityFunctionImport",
  "entityColFunctionImport",
  "complexFunctionImport",
  "complexColFunctionImport",
  "primitiveFunctionImport",
  "primitiveColFunctionImport",
  "entityNavigationProperty",
  "entityColNavigationProperty",
  "primitiveKeyProperty",
  "primitiveNonKeyProperty",
  "primitiveColProperty",
  "complexProperty",
  "complexColProperty",
  "streamProperty",
  "parameterName",
  "complexTypeName",
  "enumerationTypeName",
  "namespacePart",
  "customAggregate",
  "expressionAlias",
] as const;

/** The names that a service declares, by the rule of the grammar that they match; rules without names match nothing. */
export type ServiceNames = Readonly<Partial<Record<(typeof nameRules)[number], readonly string[]>>>;

/** What the grammar of OData does not have and services do, as text that is left out of the URL before it is parsed. */
const exceptions: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: /:\/[^?:]*(?::(?=[/?]|$)|(?=\?|$))/,
    reason: "Graph addresses files and sites by their path: root:/a/b.txt:",
  },
];

/** What is changed in the grammar, each in one place. */
const amendments: readonly { readonly from: string; readonly to: string; readonly reason: string }[] = [
  {
    from: 'keyPathSegments  = 1*( "/" keyPathLiteral )',
    to: 'keyPathSegments  = "/" keyPathLiteral',
    reason: "The client writes keys of several properties in parentheses, so a key is one segment.",
  },
  {
    from: 'pct-encoded-no-SQUOTE = "%" ( "0" / "1" /   "3" / "4" / "5" / "6" /',
    to: 'pct-encoded-no-SQUOTE = "%" ( "0" / "1" /   "3" / "4" / "5" / "6" / "7" /',
    reason: "The grammar forbids %7B to %7D, the braces and the bar, in strings; it has them in other texts.",
  },
  {
    from: "positionLiteral  = doubleValue SP doubleValue [ SP doubleValue ] [ SP doubleValue ]",
    to: "positionLiteral  = doubleValue RWS doubleValue [ RWS doubleValue ] [ RWS doubleValue ]",
    reason: "The grammar has spaces between coordinates, which cannot stand in a URL as they are.",
  },
];

/** Reads the URLs of a service. */
export class OdataUrls {
  static #grammar: Grammar | undefined;
  readonly #names: NameSets;

  constructor(names: ServiceNames) {
    this.#names = nameSets(names);
  }

  /**
   * A URL below the service root with ⟂ where its fault lies, or earlier; undefined when it is right. `path` has the
   * names that may stand in the path of this URL; without it, all do.
   */
  fault(url: string, root: string, path?: ServiceNames): string | undefined {
    if (url === root || url === `${root}/`) return undefined;
    if (!url.startsWith(`${root}/`)) return `${url} is not below ${root}`;
    const relative = normalized(url.slice(root.length + 1));
    const matches = matchesOf(this.#names, path === undefined ? this.#names : nameSets(path));
    const { accepted, matched } = OdataUrls.#parser().parse("odataRelativeUri", relative, matches);
    return accepted ? undefined : `${relative.slice(0, matched)}⟂${relative.slice(matched)}`;
  }

  static #parser(): Grammar {
    if (OdataUrls.#grammar !== undefined) return OdataUrls.#grammar;
    let rules = odataRules();
    for (const { from, to } of amendments) {
      if (!rules.includes(from)) throw new Error(`The grammar does not have ${from}`);
      rules = rules.replace(from, to);
    }
    return (OdataUrls.#grammar = new Grammar(rules));
  }
}

type NameSets = ReadonlyMap<(typeof nameRules)[number], ReadonlySet<string>>;

function nameSets(names: ServiceNames): NameSets {
  return new Map(nameRules.map((rule) => [rule, new Set(names[rule])]));
}

function matchesOf(query: NameSets, path: NameSets): Matches {
  const names = nameRules.map(
    (rule) =>
      [rule, (text: string, before: string) => (inQuery(before) ? query : path).get(rule)?.has(text) === true] as const,
  );
  return {
    ...Object.fromEntries(names),
    // An option of the service that is named like a parameter is none: the client writes parameters with `@`.
    parameterName: (text, before) => !/[?&]$/.test(before) && query.get("parameterName")?.has(text) === true,
    keyPathLiteral: (text, before) => !inQuery(before) && isKey(text, path),
  };
}

function inQuery(before: string): boolean {
  return before.includes("?");
}

/** A segment behind a collection is a key unless it names something else (URL Conventions 4.01 §4.3.6). */
function isKey(segment: string, names: NameSets): boolean {
  const name = /^(?:\w+\.)*(\w+)(?:\(|$)/.exec(segment)?.[1] ?? segment;
  const isName = rulesBehindCollections.some((rule) => names.get(rule)?.has(name) === true);
  return segment !== "" && !segment.startsWith("$") && !isName;
}

/** Without needless percent-encoding (RFC 3986 §6.2.2.2), as the grammar requires, and without the exceptions to it. */
function normalized(url: string): string {
  const decoded = url.replace(/%[2-7][\dA-F]/gi, (code) => {
    const character = decodeURIComponent(code);
    return /[\w.~-]/.test(character) ? character : code;
  });
  return exceptions.reduce((text, { pattern }) => text.replace(pattern, ""), decoded);
}
