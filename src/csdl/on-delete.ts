import type { OnDelete } from "../edm/elements.js";
import type { Reading, Text } from "./reading.js";

const ACTIONS: readonly OnDelete["action"][] = ["Cascade", "None", "SetNull", "SetDefault"];

/** Reads the action of OnDelete (CSDL 4.01 §8.6). */
export function readOnDeleteAction(text: Text, name: string, { report }: Reading): OnDelete["action"] | undefined {
  const action = ACTIONS.find((candidate) => candidate === text.value);
  if (action === undefined)
    report.add("illegal-value", text.at, { name, value: text.value, expected: `one of ${ACTIONS.join(", ")}` });
  return action;
}
