import { counted, numeral } from "../../explore/file/counted.js";
import type { Route } from "../routes/route.js";
import { kindNames, type Named, type Row } from "./entry.js";
import type { Results } from "./search.js";

/** What the list of results shows, one below the other. */
export interface Option {
  /** What it is: one of several of a name, a name that is folded or open, or the way to all results. */
  readonly state?: "inside" | "folded" | "open" | "all";
  /** Absent for the ways to more. */
  readonly kind?: string;
  readonly name: string;
  readonly owner?: string;
  /** Where it leads; a name of several opens instead. */
  readonly route?: Route;
  /** The name that it stands for, alone or with others. */
  readonly named?: Named;
}

/** An open name lists no more than this. */
const INSIDE_LIMIT = 50;

export function optionsOf({ rows, total }: Results, opened: ReadonlySet<Named>, words: string): readonly Option[] {
  const all = { state: "all", name: `All ${counted(total, "result")} as a page`, route: ["search", words] } as const;
  return total === 0 ? [] : [...rows.flatMap((row) => optionsOfRow(row, opened.has(row.named))), all];
}

function optionsOfRow({ named, entries }: Row, isOpen: boolean): readonly Option[] {
  const { length } = entries;
  const listed = entries.slice(0, INSIDE_LIMIT).map(({ kind, name, owner, route }): Option => ({
    ...(length > 1 && { state: "inside" }),
    kind: kindNames[kind],
    name,
    owner,
    route,
    named,
  }));
  if (length === 1) return listed;
  const { name } = named;
  const owner = `· ${counted(length, "type")}`;
  const group = { state: isOpen ? "open" : "folded", kind: kindNames[entries[0].kind], name, owner, named } as const;
  const more = { state: "inside", name: `and ${numeral(length - INSIDE_LIMIT)} more`, named } as const;
  if (!isOpen) return [group];
  return [
    group,
    ...listed,
    ...(length > INSIDE_LIMIT ? [{ ...more, route: ["search", `prop:${name}`] as const }] : []),
  ];
}
