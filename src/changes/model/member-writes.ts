/** Whether a member is there when it is read, and taken, needed or refused when it is written. */
import type { MemberFacts } from "../../facts/member-facts.js";
import type { Change } from "../change.js";
import { changeOf } from "../change-of.js";
import type { ChangeCode } from "../codes.js";
import { compatibleIf, effects, reasons } from "../effects.js";
import { writtenText } from "../emitted/member-text.js";
import { canWrite, readTexts, type MemberPair } from "./member-pair.js";

/** Consequences of null being allowed or not are part of that change. */
export function presenceChanges(pair: MemberPair): readonly Change[] {
  const { before, after } = pair;
  const [wrote, writes] = [canWrite(before), canWrite(after)];
  const read = readChange(pair);
  if (wrote && !writes) return [...read, written(pair, "read-only", "create", false)];
  if (!wrote && writes) return [...read, written(pair, "writable", "create", after.create !== "required")];
  return [...read, ...createChange(pair), ...updateChange(pair)];
}

function readChange(pair: MemberPair): readonly Change[] {
  const { before, after, element } = pair;
  if (before.read === after.read || before.nullable !== after.nullable || after.stream || before.stream) return [];
  const isKept = after.read === "present";
  const message = isKept ? `${element} is always there when it is read.` : `${element} may be absent when it is read.`;
  const effect = compatibleIf(isKept);
  return [
    changeOf(pair, isKept ? "property-present" : "property-optional", message, {
      effects: effects(effect, "none", effect),
      ...readTexts(pair),
    }),
  ];
}

function createChange(pair: MemberPair): readonly Change[] {
  const { before, after } = pair;
  if (before.create === after.create || isByNull(before, after)) return [];
  if (after.create === "refused") return [written(pair, "refused-on-create", "create", false)];
  if (after.create === "required") return [written(pair, "required-on-create", "create", false)];
  return [written(pair, before.create === "refused" ? "taken-on-create" : "optional-on-create", "create", true)];
}

/** Where a value has to be there, a new entity that may not have null needs one. */
function isByNull(before: MemberFacts, after: MemberFacts): boolean {
  if (before.nullable === after.nullable) return false;
  return after.nullable
    ? before.create === "required" && after.create === "optional"
    : before.create === "optional" && after.create === "required";
}

function updateChange(pair: MemberPair): readonly Change[] {
  const { before, after } = pair;
  if (before.update === after.update) return [];
  const isTaken = after.update !== "refused";
  return [written(pair, isTaken ? "taken-on-update" : "refused-on-update", "update", isTaken)];
}

const messages: Readonly<Partial<Record<ChangeCode, string>>> = {
  "read-only": "cannot be written any more",
  writable: "can be written",
  "refused-on-create": "is refused in what is created",
  "required-on-create": "is required in what is created",
  "optional-on-create": "is not required any more in what is created",
  "taken-on-create": "is taken in what is created",
  "refused-on-update": "is refused in updates",
  "taken-on-update": "is taken in updates",
};

function written(pair: MemberPair, code: ChangeCode, shape: "create" | "update", isKept: boolean): Change {
  const { before, after, element, sides } = pair;
  const effect = compatibleIf(isKept);
  return changeOf(pair, code, `${element} ${messages[code]}.`, {
    effects: effects("none", effect, effect),
    ...reasons({ writers: isKept ? undefined : "bodies that were valid are refused" }),
    before: writtenText(before, shape, sides.before),
    after: writtenText(after, shape, sides.after),
  });
}
