import { Core, isTagged, type Annotated } from "../edm/vocabulary.js";
import { membersOf, valueOf } from "./values.js";

/** What may be done with a value (Core.Permissions). Not said: everything. */
export interface Access {
  readonly read: boolean;
  readonly write: boolean;
}

const EVERYTHING: Access = { read: true, write: true };

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

/** Whether a value is never written: the service computes it, or gives no permission to. */
export function isReadOnly(element: Annotated): boolean {
  return element.annotations !== undefined && (isTagged(element, Core.Computed) || !accessOf(element).write);
}
