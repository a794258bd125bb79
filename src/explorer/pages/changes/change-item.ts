import type { ChangeData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { shortMessage } from "./listed-changes.js";
import type { ModelIndex } from "../../model/model-index.js";

/** One change: what it is, for whom it is breaking, and the text before and after it. */
export function changeItem(change: ChangeData, { data }: ModelIndex): Content {
  const { code, before, after, breaking, similar } = change;
  return [
    element("span", { class: breaking === undefined ? "message" : "message breaking" }, shortMessage(change)),
    breaking === undefined ? undefined : element("span", { class: "badge breaking" }, `breaks ${breaking.join(", ")}`),
    " ",
    element("code", { class: "code", title: data.changes?.codes?.[code] ?? "" }, code),
    similar === undefined ? undefined : [" ", element("span", {}, `It may be ${similar} now.`)],
    line("del", before),
    line("ins", after),
  ];
}

function line(name: "del" | "ins", text: string | undefined): Content {
  return text === undefined || text === "" ? undefined : element(name, { class: "text" }, element("code", {}, text));
}
