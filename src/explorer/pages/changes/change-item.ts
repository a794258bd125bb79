import type { ChangeData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { limitedList } from "../../elements/list.js";
import { shortMessage } from "./listed-changes.js";
import type { ModelIndex } from "../../model/model-index.js";

/** Changes of one owner, of which as many are shown without being opened. */
export function changeList(changes: readonly ChangeData[], limit: number, index: ModelIndex): Content {
  return limitedList("change-list", changes, limit, (change) => changeItem(change, index));
}

/** One change: what it is, for whom it is breaking, and the text before and after it. */
function changeItem(change: ChangeData, { data }: ModelIndex): Content {
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
