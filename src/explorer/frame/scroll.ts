/** Where the window was scrolled to, by entry of its history. The browser restores that before a page is made. */
const positions = new Map<number, number>();
let entry = 0;
let last = 0;

export function watchScrolling(): void {
  history.scrollRestoration = "manual";
  arrive();
  window.addEventListener("scroll", () => positions.set(entry, window.scrollY), { passive: true });
}

/** Notes that the window shows another entry. Gives the position that this had before; undefined if it is new. */
export function arrive(): number | undefined {
  const known: unknown = history.state;
  entry = typeof known === "number" ? known : last + 1;
  last = Math.max(last, entry);
  history.replaceState(entry, "");
  return positions.get(entry);
}
