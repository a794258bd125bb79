import type { MemberData } from "../../../explore/data/format.js";

/** What a member is in a value that is read, and in a body that creates or updates an entity. */
export interface AccessWords {
  readonly read: "present" | "optional";
  readonly create: "required" | "optional" | "refused";
  readonly update: "optional" | "refused";
}

export function accessWords({ present, required, create, update }: MemberData): AccessWords {
  return {
    read: present ? "present" : "optional",
    create: create === null ? "refused" : required ? "required" : "optional",
    update: update === null ? "refused" : "optional",
  };
}
