import { groupBy } from "../../../edm/grouping.js";
import { attribute } from "../access.js";
import type { XmlElement } from "../tree/xml-element.js";
import { isOldEdm, oldChildren } from "./namespaces.js";

/** One end of an association (MC-CSDL): the entities at it. */
export interface AssociationEnd {
  readonly role: string;
  /** Full name; undefined where it is missing. */
  readonly type: string | undefined;
  readonly element: XmlElement;
}

export interface Association {
  readonly element: XmlElement;
  readonly ends: readonly AssociationEnd[];
}

/** A navigation property with the full name of the type that declares it. */
export interface Navigation {
  readonly element: XmlElement;
  readonly owner: string;
}

/** What the schemas of a document declare, by full name. Names may also start with an alias. */
export class OldNames {
  readonly #namespaces = new Map<string, string>();
  readonly #associations = new Map<string, Association>();
  readonly #types = new Map<string, XmlElement>();
  readonly #bases = new Map<string, string>();
  readonly #containers = new Map<string, XmlElement>();
  readonly #taken = new Set<string>();
  readonly #navigations: ReadonlyMap<Association | undefined, readonly Navigation[]>;

  constructor(schemas: readonly XmlElement[]) {
    for (const schema of schemas) this.#declareAliases(schema);
    for (const schema of schemas) this.#declareElements(schema);
    const navigations = [...this.#types].flatMap(([owner, type]) =>
      oldChildren(type, "NavigationProperty").map((element) => ({ element, owner })),
    );
    this.#navigations = groupBy(navigations, ({ element }) => this.associationOf(element, "Relationship"));
  }

  #declareAliases(schema: XmlElement): void {
    for (const element of [schema, ...schema.children.filter(({ name }) => name === "Using")]) {
      const [namespace, alias] = [attribute(element, "Namespace"), attribute(element, "Alias")];
      if (namespace !== undefined && alias !== undefined) this.#namespaces.set(alias.value, namespace.value);
    }
  }

  #declareElements(schema: XmlElement): void {
    const namespace = attribute(schema, "Namespace")?.value ?? "";
    for (const element of schema.children) {
      const name = `${namespace}.${attribute(element, "Name")?.value}`;
      if (!isOldEdm(element)) continue;
      if (element.name === "Association") {
        this.#associations.set(name, { element, ends: this.#endsOf(element) });
        continue;
      }
      this.#taken.add(name);
      if (element.name === "EntityContainer") this.#containers.set(name, element);
      if (element.name !== "EntityType" && element.name !== "ComplexType") continue;
      this.#types.set(name, element);
      const base = this.fullName(attribute(element, "BaseType")?.value);
      if (base !== undefined) this.#bases.set(name, base);
    }
  }

  #endsOf(association: XmlElement): readonly AssociationEnd[] {
    return oldChildren(association, "End").map((element) => {
      const type = this.fullName(attribute(element, "Type")?.value);
      // Without a role the name of the type is that of the end.
      const role = attribute(element, "Role")?.value ?? type?.slice(type.lastIndexOf(".") + 1) ?? "";
      return { role, type, element };
    });
  }

  /** `Self.Book` → `my.ns.Book` */
  fullName(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    const dot = name.lastIndexOf(".");
    const namespace = this.#namespaces.get(name.slice(0, Math.max(0, dot)));
    return namespace === undefined ? name : namespace + name.slice(dot);
  }

  /** The association that an attribute names. */
  associationOf(element: XmlElement, name: string): Association | undefined {
    return this.#associations.get(this.fullName(attribute(element, name)?.value) ?? "");
  }

  get associations(): readonly Association[] {
    return [...this.#associations.values()];
  }

  navigationsOf(association: Association): readonly Navigation[] {
    return this.#navigations.get(association) ?? [];
  }

  /** Whether a type is another one, or derives from it. */
  isA(type: string | undefined, base: string | undefined): boolean {
    const seen = new Set<string>();
    for (let name = type; name !== undefined && !seen.has(name); name = this.#bases.get(name)) {
      if (name === base) return true;
      seen.add(name);
    }
    return false;
  }

  /** The containers that a container extends. */
  basesOfContainer(container: XmlElement): readonly XmlElement[] {
    const bases = new Set<XmlElement>();
    let base = this.#containerNamed(attribute(container, "Extends")?.value);
    while (base !== undefined && base !== container && !bases.has(base)) {
      bases.add(base);
      base = this.#containerNamed(attribute(base, "Extends")?.value);
    }
    return [...bases];
  }

  /** A container by its full name, or by its name alone (MC-CSDL). */
  #containerNamed(name: string | undefined): XmlElement | undefined {
    const full = this.fullName(name);
    return [...this.#containers].find(([key]) => key === full || key.endsWith(`.${full}`))?.[1];
  }

  /** Whether a schema declares a type, term or container of a name. */
  isTaken(name: string): boolean {
    return this.#taken.has(name);
  }
}
