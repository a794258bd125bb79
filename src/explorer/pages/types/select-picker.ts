import type { MemberData } from "../../../explore/data/format.js";
import { copyButton } from "../../elements/copy-button.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { selectTexts } from "./select-texts.js";

/** Boxes to tick properties, and buttons that copy the ticked ones as an option of a request. */
export class SelectPicker {
  readonly buttons = element("span.select");
  readonly #ticked = new Set<string>();

  constructor() {
    this.#show();
  }

  tick({ name, kind }: MemberData): Content {
    const onchange = () => {
      if (!this.#ticked.delete(name)) this.#ticked.add(name);
      this.#show();
    };
    return kind === "Property" && element("input", { type: "checkbox", "aria-label": `Select ${name}`, onchange });
  }

  #show(): void {
    const copies = selectTexts([...this.#ticked]).flatMap((text) => [inCode(text), copyButton(text, text)]);
    this.buttons.replaceChildren(...(copies.length === 0 ? ["Tick properties to select them."] : copies));
  }
}
