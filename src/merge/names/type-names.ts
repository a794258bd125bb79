import type { Authority } from "../../edm/authority.js";
import { elementsOf, type CsdlDocument, type PageDocument } from "../../edm/document.js";
import type { ShortName } from "../../edm/elements.js";
import { compareText, isType } from "../../edm/model.js";
import { namespaceOf, qualify, simpleNameOf, type QualifiedName, type SimpleName } from "../../edm/names.js";

/** The namespace of pages that state none. */
export const GRAPH_NAMESPACE = "microsoft.graph";

/** The authorities that describe a type; an api page mentions the types of other pages. */
const DESCRIBES: ReadonlySet<Authority> = new Set(["enumPage", "resourcePage", "valuesTable"]);

/**
 * The names of all declared types. Names that differ in letter case alone are one name, spelled as in CSDL, else as on
 * the page that describes the type.
 */
export class TypeNames {
  readonly #declared: ReadonlySet<QualifiedName>;
  readonly #spellings = new Map<string, QualifiedName>();
  readonly #byShort = new Map<string, Set<QualifiedName>>();
  readonly #byFile = new Map<string, QualifiedName[]>();
  /** The structured types that a resource page describes, by its file name. */
  readonly #structuredIn = new Map<string, Set<QualifiedName>>();

  constructor(csdl: readonly CsdlDocument[], pages: readonly PageDocument[]) {
    const declared = new Set(
      csdl.flatMap(({ schemas }) => elementsOf(schemas).flatMap((element) => (isType(element) ? [element.name] : []))),
    );
    this.#declared = declared;
    const described = new Set<QualifiedName>();
    const others = new Set<QualifiedName>();
    for (const { source, types } of pages) {
      const file = fileKeyOf(source.name);
      for (const { name, by, kind } of types) {
        if (typeof name !== "string") continue;
        if (DESCRIBES.has(by)) this.#describe(file, name);
        if (by === "resourcePage" && kind !== "EnumType")
          this.#structuredIn.set(file, (this.#structuredIn.get(file) ?? new Set()).add(name));
        (DESCRIBES.has(by) ? described : others).add(name);
      }
    }
    // Sorted: the order of the inputs does not matter.
    for (const names of this.#byFile.values()) names.sort(compareText);
    for (const names of [declared, described]) for (const name of [...names].sort(compareText)) this.#know(name);
    for (const name of [...others].sort(compareText)) this.#know(this.#known(name) ?? withSmallLetter(name));
  }

  #describe(file: string, name: QualifiedName): void {
    const names = this.#byFile.get(file);
    if (names === undefined) this.#byFile.set(file, [name]);
    else names.push(name);
  }

  #know(name: QualifiedName): void {
    const key = name.toLowerCase();
    if (!this.#spellings.has(key)) this.#spellings.set(key, name);
    const short = simpleNameOf(name).toLowerCase();
    this.#byShort.set(short, (this.#byShort.get(short) ?? new Set()).add(this.spelled(name)));
  }

  /** The name in the letter case of its declaration. */
  spelled(name: QualifiedName): QualifiedName {
    return this.#known(name) ?? name;
  }

  #known(name: QualifiedName): QualifiedName | undefined {
    return this.#declared.has(name) ? name : this.#spellings.get(name.toLowerCase());
  }

  /**
   * A short name means, in this order: the type that the linked page describes, the type of that
   * name in the page's own namespace, in `microsoft.graph`, the only type that the linked page describes
   * (`[Range](range.md)` for a workbookRange), the only type of that name anywhere, the same of its singular
   * (`[vendors](vendor.md)`). Where none is known it is taken to stand in the page's namespace, and to begin with a small
   * letter, as the names of types do.
   */
  meant({ short, link, near: namespace }: ShortName): QualifiedName {
    const wanted = short.toLowerCase();
    const linked = link === undefined ? undefined : this.#byFile.get(fileKeyOf(link));
    const described = linked?.find((type) => simpleNameOf(type).toLowerCase() === wanted);
    if (described !== undefined) return this.spelled(described);
    const near = qualify(namespace ?? GRAPH_NAMESPACE, short);
    const known = this.#known(near) ?? this.#known(qualify(GRAPH_NAMESPACE, short));
    if (known !== undefined) return known;
    const [about, ...more] = this.#structuredIn.get(fileKeyOf(link ?? "")) ?? [];
    if (about !== undefined && more.length === 0 && isPartOf(short, simpleNameOf(about))) return this.spelled(about);
    return this.#only(wanted) ?? this.#only(singularOf(wanted)) ?? withSmallLetter(near);
  }

  /** The only type of that name, in lower case, anywhere. */
  #only(wanted: string): QualifiedName | undefined {
    const [only, ...others] = this.#byShort.get(wanted) ?? [];
    return others.length === 0 ? only : undefined;
  }
}

function withSmallLetter(name: QualifiedName): QualifiedName {
  const simple = simpleNameOf(name);
  return qualify(namespaceOf(name), `${simple.slice(0, 1).toLowerCase()}${simple.slice(1)}` as SimpleName);
}

/** Whether a word, or its singular, is the first or last part of a name: `Range` of workbookRange. */
function isPartOf(word: string, name: string): boolean {
  const whole = name.toLowerCase();
  return [word, singularOf(word)].some((part) => {
    const wanted = part.toLowerCase();
    return whole.startsWith(wanted) || whole.endsWith(wanted);
  });
}

/** `../resources/intune-enrollment-platform.md#x` and `…/intune-enrollment-platform.md` are one page. */
function fileKeyOf(path: string): string {
  return (path.split("#", 1)[0] ?? "")
    .replace(/^.*\//, "")
    .replace(/\.(md|txt)$/, "")
    .toLowerCase();
}

/** `identities` → `identity`, `boxes` → `box`, `users` → `user`. */
export function singularOf(plural: string): string {
  if (plural.endsWith("ies")) return `${plural.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(plural)) return plural.slice(0, -2);
  return plural.endsWith("s") ? plural.slice(0, -1) : plural;
}
