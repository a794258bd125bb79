import { element } from "./element.js";

/** How long a button says that it copied, in milliseconds. */
const SHOWN = 1500;

/** A button that copies a text, and says so to readers of the screen, too. `what` names the text: `path`. */
export function copyButton(text: string, what: string): HTMLElement {
  const status = element("span", { role: "status", class: "copied" });
  const button = element("button", { type: "button", class: "copy", title: `Copy ${what}`, onclick }, "Copy");
  return element("span", { class: "copying" }, button, status);

  function onclick(): void {
    void copied(text).then((done) => {
      status.textContent = done ? "Copied" : "Select the text to copy it";
      setTimeout(() => status.replaceChildren(), SHOWN);
    });
  }
}

/** Pages that are opened from a disk may have no clipboard, and a browser may refuse it: a selection is copied then. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}

function copiedBySelection(text: string): boolean {
  const area = element("textarea", { readonly: true, class: "unseen", "aria-hidden": "true" });
  const before = document.activeElement;
  area.value = text;
  document.body.append(area);
  area.select();
  // Deprecated, but what there is without the clipboard of a secure context.
  const done = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
