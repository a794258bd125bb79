import { Core, FIELD_CONTROL, isOnlyDescribed, isTagged, type Annotated } from "../edm/vocabulary.js";
import { membersOf, valueOf } from "./values.js";

/** What clients may do with a value (Core.Permissions); everything unless stated. */
export interface Access {
  readonly read: boolean;
  readonly write: boolean;
}

/** How the value of a member comes about (Core.Computed, .Immutable, .ComputedDefaultValue; SAP's Common.FieldControl). */
export interface MemberAccess extends Access {
  readonly computed: boolean;
  readonly immutable: boolean;
  readonly computedDefault: boolean;
  /** Whether clients have to give it a value, or never give it one. */
  readonly control?: FieldControl;
}

export type FieldControl = "mandatory" | "readOnly";

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
  if (isOnlyDescribed(member)) return UNRESTRICTED;
  const control = fieldControlOf(member);
  return {
    ...accessOf(member),
    computed: isTagged(member, Core.Computed),
    immutable: isTagged(member, Core.Immutable),
    computedDefault: isTagged(member, Core.ComputedDefaultValue),
    ...(control !== undefined && { control }),
  };
}

/** The members of FieldControlType that have an effect, with their numbers. */
const controls: ReadonlyMap<string, FieldControl> = new Map([
  ["Mandatory", "mandatory"],
  ["7", "mandatory"],
  ["ReadOnly", "readOnly"],
  ["1", "readOnly"],
]);

/** Undefined for any other member, and for a path: then it depends on the instance. */
export function fieldControlOf(element: Annotated): FieldControl | undefined {
  const [member, ...others] = membersOf(valueOf(element, FIELD_CONTROL)) ?? [];
  return member === undefined || others.length > 0 ? undefined : controls.get(member);
}

/** Whether a value is never written: the service sets it, or clients have no permission to. */
export function isReadOnly({ computed, write, control }: MemberAccess): boolean {
  return computed || !write || control === "readOnly";
}

/**
 * The access to a property of a key. A new entity needs its key, so a key that can be read but not written is given on
 * create and stays, unless the service computes it.
 */
export function keyAccessOf(access: MemberAccess): MemberAccess {
  return access.read && !access.write && !access.computed ? { ...access, write: true, immutable: true } : access;
}
