import { element } from "./element.js";

/** How long a button says that it copied, in milliseconds. */
const SHOWN = 1500;

/** A button that copies a text, and says so to readers of the screen, too. `what` names the text: `path`. */
export function copyButton(text: string, what: string): HTMLElement {
  const status = element("span.copied", { role: "status" });
  const button = element("button.copy", { type: "button", title: `Copy ${what}`, onclick: () => void copy() }, "Copy");
  return element("span.copying", button, status);

  async function copy(): Promise<void> {
    // Pages that are opened from a disk may have no clipboard, and a browser may refuse it.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    status.textContent = (done ?? false) || copiedBySelection(text, button) ? "Copied" : "Select the text to copy it";
    setTimeout(() => status.replaceChildren(), SHOWN);
  }
}

/** Selects and copies the text, and gives the focus back. */
function copiedBySelection(text: string, focused: HTMLElement): boolean {
  const area = element("textarea.unseen", { readonly: true, "aria-hidden": "true" }, text);
  document.body.append(area);
  area.select();
  // Deprecated, but what there is without the clipboard of a secure context.
  const done = document.execCommand("copy");
  area.remove();
  focused.focus();
  return done;
}
