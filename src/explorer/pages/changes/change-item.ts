import type { ChangeData } from "../../../explore/data/format.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { limitedList } from "../../elements/list.js";
import { data } from "../../model/model.js";
import { shortMessage } from "./listed-changes.js";

/** Changes of one owner, of which as many are shown without being opened. */
export function changeList(changes: readonly ChangeData[], limit: number): Content {
  return limitedList("change-list", changes, limit, changeItem);
}

/** One change: what it is, for whom it is breaking, and the text before and after it. */
function changeItem(change: ChangeData): Content {
  const { code, before, after, breaking, similar } = change;
  return [
    element(breaking === undefined ? "span.message" : "span.message.breaking", shortMessage(change)),
    breaking && element("span.badge.breaking", `breaks ${breaking.join(", ")}`),
    " ",
    element("code.code", { title: data.changes?.codes?.[code] ?? "" }, code),
    similar && [" ", element("span", `It may be ${similar} now.`)],
    before && element("del.text", inCode(before)),
    after && element("ins.text", inCode(after)),
  ];
}
