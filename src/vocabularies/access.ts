import { Core, isTagged, type Annotated } from "../edm/vocabulary.js";
import { membersOf, valueOf } from "./values.js";

/** What clients may do with a value (Core.Permissions); everything unless stated. */
export interface Access {
  readonly read: boolean;
  readonly write: boolean;
}

/** How the value of a member comes about (Core.Computed, .Immutable, .ComputedDefaultValue). */
export interface MemberAccess extends Access {
  readonly computed: boolean;
  readonly immutable: boolean;
  readonly computedDefault: boolean;
}

const EVERYTHING: Access = { read: true, write: true };
const UNRESTRICTED: MemberAccess = { ...EVERYTHING, computed: false, immutable: false, computedDefault: false };

const READ = 1;
const WRITE = 2;

const bits: Readonly<Record<string, number>> = { None: 0, Read: READ, Write: WRITE, ReadWrite: 3, Invoke: 4 };

export function accessOf(element: Annotated): Access {
  if (element.annotations === undefined) return EVERYTHING;
  const members = membersOf(valueOf(element, Core.Permissions));
  if (members === undefined || members.length === 0) return EVERYTHING;
  const numbers = members.map((member) => (/^\d+$/.test(member) ? Number(member) : bits[member]));
  // A member that the vocabulary does not have may allow anything.
  if (numbers.includes(undefined)) return EVERYTHING;
  const all = numbers.reduce<number>((sum, number) => sum | (number ?? 0), 0);
  return { read: (all & READ) !== 0, write: (all & WRITE) !== 0 };
}

export function memberAccessOf(member: Annotated): MemberAccess {
  if (member.annotations === undefined) return UNRESTRICTED;
  return {
    ...accessOf(member),
    computed: isTagged(member, Core.Computed),
    immutable: isTagged(member, Core.Immutable),
    computedDefault: isTagged(member, Core.ComputedDefaultValue),
  };
}

/** Whether a value is never written: the service computes it, or clients have no permission to. */
export function isReadOnly({ computed, write }: MemberAccess): boolean {
  return computed || !write;
}
