import type { MemberData } from "../../../explore/data/format.js";

/** What a member is in a value that is read, and in a body that creates or updates an entity. */
export function accessWords({ present, required, create, update }: MemberData): readonly string[] {
  return [
    present ? "present" : "optional",
    create === null ? "refused" : required ? "required" : "optional",
    update === null ? "refused" : "optional",
  ];
}
