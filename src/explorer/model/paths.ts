/** The nearest paths from the service root to a type. */
import type { StructuredData } from "../../explore/data/format.js";
import { accessText } from "../../explore/data/snippets/access.js";
import { type Hop, hopsFrom, hopsTo, isStructural, keyOf, leadsOn } from "./hops.js";
import { data, once } from "./model.js";
import { allDerivedFrom, basesOf, structuredType } from "./types.js";

export interface PathTo {
  /** `/users/{id}/messages` */
  readonly url: string;
  /** `client.users.byId("id").messages` */
  readonly client: string;
  /** The pattern of `--include` that takes it. */
  readonly pattern: string;
}

const MOST_PATHS = 8;
/** Casts count, too. */
const MOST_HOPS = 5;
/** What a hop outweighs all references of a path by: of equally many hops, contained entities come first. */
const HOP = 16;

/** A hop with the type that the path is cast to after it. */
interface Step {
  readonly hop: Hop;
  readonly cast?: string;
}

/** The end of a path, from the last step back to a type that is still to be reached; empty for the service root. */
interface End {
  readonly steps: readonly Step[];
  readonly from: string;
  readonly cost: number;
}

/** Breadth first, containment before reference; none for what paths of at most five segments do not reach. */
export function pathsTo(name: string): readonly PathTo[] {
  const found: PathTo[] = [];
  // What is needed at least never grows less on the way: a list for each cost is a queue.
  const open = Array.from({ length: (MOST_HOPS + 1) * HOP }, (): End[] => []);
  const goOn = (end: End) => {
    for (const longer of longerBy(end)) open[longer.cost + leastTo(longer.from) * HOP]?.push(longer);
  };
  goOn({ steps: [], from: name, cost: 0 });
  for (const ends of open)
    for (const end of ends) {
      if (end.from === "") found.push(pathOf(end.steps));
      else goOn(end);
      if (found.length === MOST_PATHS) return found;
    }
  return found;
}

/** An end with each hop before it. A type derived from the one that its steps begin at has the members of that, too. */
function longerBy({ steps, from, cost }: End): readonly End[] {
  const type = structuredType(from);
  if (type === undefined) return [];
  const isLast = steps.length === 0;
  const plain = [type, ...(isLast ? [] : allDerivedFrom(type))].flatMap(hopsTo).map((hop): Step => ({ hop }));
  const casts = hasCasts(type) ? basesOf(type).flatMap(hopsTo) : [];
  return [...plain, ...casts.map((hop): Step => ({ hop, cast: from }))]
    .filter(({ hop }) => (isLast || leadsOn(hop)) && steps.every((step) => step.hop !== hop))
    .map((step) => ({ steps: [step, ...steps], from: step.hop.owner, cost: cost + costOf(step) }));
}

function costOf({ hop: { member }, cast }: Step): number {
  const isReference = !isStructural(member) && member.contained !== true;
  return HOP * (cast === undefined ? 1 : 2) + (isReference ? 1 : 0);
}

/** OData 2.0 has no casts, and the client has them for entities. */
function hasCasts({ kind }: StructuredData): boolean {
  return kind === "EntityType" && data.protocol !== "2.0";
}

function leastTo(owner: string): number {
  return leastHops().get(owner) ?? Infinity;
}

/** After how many hops at least a path can go on with the members of a type. Takes longer than the paths to a type. */
export const leastHops = once((): ReadonlyMap<string, number> => {
  const least = new Map<string, number>();
  const owners: string[][] = [];
  const reach = (owner: string, count: number) => {
    if (count >= leastOf(owner)) return;
    least.set(owner, count);
    (owners[count] ??= []).push(owner);
  };
  const leastOf = (owner: string) => least.get(owner) ?? Infinity;
  reach("", 0);
  for (let count = 0; count < MOST_HOPS; count++)
    for (const owner of owners[count] ?? [])
      for (const { target } of hopsFrom(owner).filter(leadsOn)) {
        for (const { name } of [target, ...basesOf(target)]) reach(name, count + 1);
        if (hasCasts(target)) for (const { name } of allDerivedFrom(target)) reach(name, count + 2);
      }
  return least;
});

function pathOf(steps: readonly Step[]): PathTo {
  let [url, client, pattern] = ["", "client", ""];
  for (const { hop, cast } of steps) {
    const { member, target } = hop;
    const { name, segment } = member;
    const key = keyOf(hop);
    const castSegment = cast === undefined ? "" : `/${cast}`;
    url += `/${name}${key === undefined ? "" : (target.keyTemplate ?? "/{id}")}${castSegment}`;
    client += `${accessText(segment ?? name)}${key === undefined ? "" : `.${key}`}`;
    if (cast !== undefined) client += `.as(${JSON.stringify(cast)})`;
    if (!isStructural(member)) pattern += `/${name}${key === undefined ? "" : "/{id}"}${castSegment}`;
  }
  return { url, client, pattern };
}
