import type { MemberData } from "../../../explore/data/format.js";
import { copyButton } from "../../elements/copy-button.js";
import { type Content, element } from "../../elements/element.js";
import { selectOption, selectQuery } from "./select-texts.js";

/** Boxes to tick properties, and buttons that copy the ticked ones as an option of a request. */
export interface SelectPicker {
  readonly tick: (member: MemberData) => Content;
  readonly buttons: Content;
}

export function selectPicker(): SelectPicker {
  const ticked = new Set<string>();
  const buttons = element("span", { class: "select" });
  show();
  return { tick, buttons };

  function tick({ name, kind }: MemberData): Content {
    if (kind !== "Property") return undefined;
    const box = element("input", { type: "checkbox", "aria-label": `Select ${name}`, onchange });
    return box;
    function onchange(): void {
      if (box.checked) ticked.add(name);
      else ticked.delete(name);
      show();
    }
  }

  function show(): void {
    const names = [...ticked];
    const texts = [selectQuery(names), selectOption(names)];
    const copies = texts.map((text) => [element("code", {}, text), copyButton(text, text)]);
    buttons.replaceChildren(...(names.length === 0 ? ["Tick properties to select them."] : copies.flat()));
  }
}
