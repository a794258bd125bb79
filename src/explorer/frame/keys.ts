import { showHelp } from "../pages/help.js";
import type { SearchBox } from "../search/search-box.js";

/** Listens for the two keys that work everywhere on the page but in fields that take text. */
export function listenForKeys(box: SearchBox): void {
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || takesText(target) || document.querySelector("dialog[open]") !== null) return;
    if (key !== "/" && key !== "?") return;
    event.preventDefault();
    if (key === "/") box.focus();
    else showHelp();
  });
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
