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
    pattern: /:\/[^?:]*(?::(?=\/|$)|(?=\?|$))/,
    reason: "Graph addresses files and sites by their path: root:/a/b.txt:",
  },
];

/** Reads the URLs of a service. */
export class OdataUrls {
  static #grammar: Grammar | undefined;
  readonly #matches: Matches;

  constructor(names: ServiceNames) {
    const sets = new Map(nameRules.map((rule) => [rule, new Set(names[rule])]));
    const behindCollections = rulesBehindCollections.map((rule) => sets.get(rule));
    this.#matches = {
      ...Object.fromEntries([...sets].map(([rule, set]) => [rule, (text: string) => set.has(text)])),
      // A segment behind a collection is a key unless it names something else (URL Conventions 4.01 §4.3.6).
      keyPathLiteral: (text) => {
        const name = /^(?:\w+\.)*(\w+)(?:\(|$)/.exec(text)?.[1] ?? text;
        return text !== "" && !text.startsWith("$") && !behindCollections.some((set) => set?.has(name));
      },
    };
  }

  /** A URL below the service root with ⟂ where its fault lies, or earlier; undefined when it is right. */
  fault(url: string, root: string): string | undefined {
    if (url === root || url === `${root}/`) return undefined;
    if (!url.startsWith(`${root}/`)) return `${url} is not below ${root}`;
    const relative = normalized(url.slice(root.length + 1));
    const { accepted, matched } = OdataUrls.#parser().parse("odataRelativeUri", relative, this.#matches);
    return accepted ? undefined : `${relative.slice(0, matched)}⟂${relative.slice(matched)}`;
  }

  /** A key is one segment: the client writes keys of several properties in parentheses. */
  static #parser(): Grammar {
    const rules = odataRules().replace(
      'keyPathSegments  = 1*( "/" keyPathLiteral )',
      'keyPathSegments = "/" keyPathLiteral',
    );
    return (OdataUrls.#grammar ??= new Grammar(rules));
  }
}

/** Without needless percent-encoding (RFC 3986 §6.2.2.2), as the grammar requires, and without the exceptions to it. */
function normalized(url: string): string {
  const decoded = url.replace(/%[2-7][\dA-F]/gi, (code) => {
    const character = decodeURIComponent(code);
    return /[\w.~-]/.test(character) ? character : code;
  });
  return exceptions.reduce((text, { pattern }) => text.replace(pattern, ""), decoded);
}
