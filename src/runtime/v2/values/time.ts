import { quoted } from "../../http/literal.js";
import { checked, type ValueKind } from "./kind.js";

/** A time of day, as a duration since midnight. */
export const edmTime: ValueKind = {
  literal: (text) => `time${quoted(timeText(text))}`,
  read: (value) => value,
  write: timeText,
};

const TIME = /^PT(?=\d)(?:(\d\d?)H)?(?:(\d\d?)M)?(?:(\d\d?)(\.\d+)?S)?$/;

/** With two digits for each part, which some services insist on. */
function timeText(text: string): string {
  const [, hours, minutes, seconds, fraction = ""] = TIME.exec(checked(text, TIME, "Time")) ?? [];
  return `PT${twoDigits(hours)}H${twoDigits(minutes)}M${twoDigits(seconds)}${fraction}S`;
}

function twoDigits(part = ""): string {
  return part.padStart(2, "0");
}
