/** What an element can contain: text is never markup, and what is false or undefined is left out. */
export type Content = Node | string | false | undefined | readonly Content[];

/** Attributes by name, and listeners (`onclick`). Those that are false or undefined are left out. */
type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void) | undefined>>;

type Part = Content | Attributes;

/** Makes an element of a name with classes, such as `p.quiet`. Its attributes stand before its content. */
export function element<K extends keyof HTMLElementTagNameMap>(
  selector: K | `${K}.${string}`,
  ...parts: readonly Part[]
): HTMLElementTagNameMap[K] {
  const [name, ...classes] = selector.split(".");
  const made = document.createElement(name as K); // what stands before the classes
  return filled(made, classes, parts);
}

/** A text as it stands in a program or a document. */
export function inCode(...content: readonly Content[]): HTMLElement {
  return element("code", content);
}

/** An element of a picture. */
export function svgElement(selector: string, ...parts: readonly Part[]): SVGElement {
  const [name = "", ...classes] = selector.split(".");
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), classes, parts);
}

function filled<E extends Element>(made: E, classes: readonly string[], parts: readonly Part[]): E {
  made.classList.add(...classes);
  fill(made, parts);
  return made;
}

function fill(made: Element, parts: readonly Part[]): void {
  for (const part of parts) {
    if (part === undefined || part === false || part === "") continue;
    if (typeof part === "string" || part instanceof Node) made.append(part);
    else if (isList(part)) fill(made, part);
    else for (const [name, value] of Object.entries(part)) setAttribute(made, name, value);
  }
}

function isList(part: object): part is readonly Content[] {
  return Array.isArray(part);
}

function setAttribute(made: Element, name: string, value: Attributes[string]): void {
  if (typeof value === "function") made.addEventListener(name.slice("on".length), value);
  else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : `${value}`);
}
