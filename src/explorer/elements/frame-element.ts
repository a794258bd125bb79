/** An element of the frame around pages, which the file has from the beginning. */
export function frameElement<E extends Element = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (found === null) throw new Error(selector);
  return found;
}
