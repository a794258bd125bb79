import { audiences, type Change, type Changes, type Effect } from "../../../changes/change.js";
import { changeCodes } from "../../../changes/codes.js";
import type { ChangeData, ChangesData } from "../format.js";

/** The changes since `against`, breaking ones first, each kind by element; and what their codes mean. */
export function changesData({ changes, verdict }: Changes, against: string): ChangesData {
  const data = changes.map(changeData);
  const isBreaking = ({ breaking }: ChangeData) => breaking !== undefined;
  const codes = [...new Set(changes.map(({ code }) => code))].sort();
  return {
    against,
    verdict,
    codes: Object.fromEntries(codes.map((code) => [code, changeCodes[code]])),
    changes: [...data.filter(isBreaking), ...data.filter((change) => !isBreaking(change))],
  };
}

function changeData({ code, element, message, before, after, effects, similar }: Change): ChangeData {
  const felt = (effect: Effect) => audiences.filter((audience) => effects[audience] === effect);
  const [breaking, compatible] = [felt("breaking"), felt("compatible")];
  return {
    code,
    element,
    message,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(breaking.length > 0 && { breaking }),
    ...(compatible.length > 0 && { compatible }),
    ...(similar !== undefined && { similar }),
  };
}
