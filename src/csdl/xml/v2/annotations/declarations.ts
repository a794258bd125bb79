import { attribute } from "../../access.js";
import type { XmlElement } from "../../tree/xml-element.js";
import { isOldEdm } from "../namespaces.js";

/** The elements of the schemas of an old document, and how `Annotations` name each. */
export class Declarations {
  readonly #namespaces = new Map<string, string>();
  readonly #types = new Map<string, XmlElement>();
  readonly #owners = new Map<XmlElement, XmlElement>();
  readonly #targets = new Map<XmlElement, readonly string[]>();

  /** `references` are those of the document: their `Include` elements declare aliases, too. */
  constructor(schemas: readonly XmlElement[], references: readonly XmlElement[]) {
    for (const element of [...references, ...schemas].flatMap((one) => [one, ...one.children])) this.#addAlias(element);
    for (const schema of schemas) this.#addSchema(schema);
  }

  #addAlias(element: XmlElement): void {
    const [namespace, alias] = [attribute(element, "Namespace"), attribute(element, "Alias")];
    if (namespace !== undefined && alias !== undefined) this.#namespaces.set(alias.value, namespace.value);
  }

  #addSchema(schema: XmlElement): void {
    const namespace = attribute(schema, "Namespace")?.value;
    if (namespace === undefined) return;
    for (const element of schema.children.filter(isOldEdm)) {
      const name = `${namespace}.${nameOf(element)}`;
      this.#targets.set(element, [name]);
      if (element.name === "EntityType" || element.name === "ComplexType") this.#types.set(name, element);
      for (const child of element.children.filter(isOldEdm)) this.#addChild(child, element, { namespace, name });
    }
  }

  #addChild(child: XmlElement, owner: XmlElement, above: { readonly namespace: string; readonly name: string }): void {
    this.#owners.set(child, owner);
    const inContainer = `${above.name}/${nameOf(child)}`;
    // A function import is an operation, too.
    const targets =
      child.name === "FunctionImport" ? [inContainer, `${above.namespace}.${nameOf(child)}`] : [inContainer];
    this.#targets.set(child, targets);
    if (child.name !== "FunctionImport") return;
    for (const parameter of child.children) {
      this.#owners.set(parameter, child);
      this.#targets.set(
        parameter,
        targets.map((target) => `${target}/${nameOf(parameter)}`),
      );
    }
  }

  /** A path with full names: `Self.Container/Books` → `my.ns.Container/Books`. */
  resolve(path: string): string {
    return path.replace(/[^/()]+/g, (segment) => {
      const dot = segment.lastIndexOf(".");
      const namespace = this.#namespaces.get(segment.slice(0, Math.max(0, dot)));
      return namespace === undefined ? segment : namespace + segment.slice(dot);
    });
  }

  /** The paths by which `Annotations` may name an element. */
  targetsOf(element: XmlElement): readonly string[] {
    return this.#targets.get(element) ?? [];
  }

  /** The members that a type declares or inherits, those of its bases first. */
  membersOf(type: XmlElement): readonly XmlElement[] {
    const chain: XmlElement[] = [];
    for (let one: XmlElement | undefined = type; one !== undefined && !chain.includes(one); one = this.#baseOf(one))
      chain.unshift(one);
    return chain.flatMap(({ children }) => children.filter((child) => isOldEdm(child) && nameOf(child) !== ""));
  }

  /** The members beside a property or navigation property, and it itself. */
  membersBeside(member: XmlElement): readonly XmlElement[] {
    const owner = this.#owners.get(member);
    return owner === undefined ? [] : this.membersOf(owner);
  }

  /** The members of the entities of a set. */
  membersIn(set: XmlElement): readonly XmlElement[] {
    const type = this.#types.get(this.resolve(attribute(set, "EntityType")?.value ?? ""));
    return type === undefined ? [] : this.membersOf(type);
  }

  #baseOf(type: XmlElement): XmlElement | undefined {
    return this.#types.get(this.resolve(attribute(type, "BaseType")?.value ?? ""));
  }
}

export function nameOf(element: XmlElement): string {
  return attribute(element, "Name")?.value ?? "";
}
