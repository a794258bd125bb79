/** What an element can contain: text is never markup. */
export type Content = Node | string | undefined | readonly Content[];

type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>;

/** Makes an element with attributes and listeners (`onclick`). Attributes that are false or undefined are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  fill(made, attributes, content);
  return made;
}

/** The same for an element of a picture. */
export function svgElement(name: string, attributes: Attributes = {}, ...content: readonly Content[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  fill(made, attributes, content);
  return made;
}

function fill(made: Element, attributes: Attributes, content: readonly Content[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice("on".length), value);
    else if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  append(made, content);
}

function append(to: Element, content: readonly Content[]): void {
  for (const part of content) {
    if (part === undefined || part === "") continue;
    if (typeof part === "string" || part instanceof Node) to.append(part);
    else append(to, part);
  }
}
