/** The nearest paths from the service root to a type. */
import { groupBy } from "../../edm/grouping.js";
import type { StructuredData } from "../../explore/data/format.js";
import { allHops, type Hop } from "./hops.js";
import { basesOf, isStructuredData, type ModelIndex } from "./model-index.js";
import { once } from "./once.js";

export interface PathTo {
  /** `/users/{id}/messages` */
  readonly url: string;
  /** `client.users.byId("id").messages` */
  readonly client: string;
  /** The pattern of `--include` that takes it. */
  readonly pattern: string;
}

const MOST_PATHS = 8;
const MOST_HOPS = 5;
/** A hop outweighs all references of a path; of equally many hops, contained entities come before references. */
const HOP = 16;
const REFERENCE = 1;
const TOO_FAR = (MOST_HOPS + 1) * HOP;

/** Breadth first, containment before reference; none for what paths of at most five segments do not reach. */
export function pathsTo(name: string, index: ModelIndex): readonly PathTo[] {
  const type = index.types.get(name);
  if (type === undefined || !isStructuredData(type)) return [];
  return pathSearch(index).to(type);
}

/** A hop with the type that the path is cast to after it. */
interface Step {
  readonly hop: Hop;
  readonly cast?: string;
}

/** The end of a path, from the last step back to a type that is still to be reached. */
interface End {
  readonly steps: readonly Step[];
  /** Absent where the path begins at the service root. */
  readonly from?: StructuredData;
  readonly cost: number;
  /** With the least that is needed to reach it. */
  readonly total: number;
}

class PathSearch {
  readonly #index: ModelIndex;
  /** Hops by the type that they lead to. */
  readonly #into: ReadonlyMap<StructuredData, readonly Hop[]>;
  readonly #from: ReadonlyMap<string, readonly Hop[]>;
  /** What it costs to come to a type. */
  readonly #distance = new Map<StructuredData, number>();
  readonly #toOwners = new Map<StructuredData, number>();
  readonly #derivedTypes = new Map<string, readonly StructuredData[]>();

  constructor(index: ModelIndex) {
    this.#index = index;
    const hops = allHops(index);
    this.#into = groupBy(hops, ({ target }) => target);
    this.#from = groupBy(hops, ({ owner = "" }) => owner);
    this.#measure();
  }

  to(type: StructuredData): readonly PathTo[] {
    const found: PathTo[] = [];
    // What is needed at least never grows less on the way: a list for each cost is a queue.
    const open = Array.from({ length: TOO_FAR }, (): End[] => []);
    const add = (ends: readonly End[]) => ends.forEach((end) => open[end.total]?.push(end));
    add(this.#before(type, { steps: [], cost: 0 }, false));
    for (const ends of open)
      for (const end of ends) {
        if (end.from === undefined) found.push(pathOf(end.steps));
        else add(this.#before(end.from, end, true));
        if (found.length === MOST_PATHS) return found;
      }
    return found;
  }

  /** Continues an end by each hop before it. A type derived from the wanted one has its members, too. */
  #before(type: StructuredData, end: Pick<End, "steps" | "cost">, derivedToo: boolean): readonly End[] {
    const reached = derivedToo ? [type, ...this.#derived(type)] : [type];
    const plain = reached.flatMap((one) => (this.#into.get(one) ?? []).map((hop) => ({ hop })));
    const bases = this.#hasCasts(type) ? basesOf(type, this.#index) : [];
    const cast = bases.flatMap((one) => (this.#into.get(one) ?? []).map((hop) => ({ hop, cast: type.name })));
    return [...plain, ...cast].flatMap((step) => this.#continued(step, end) ?? []);
  }

  #continued(step: Step, { steps, cost: after }: Pick<End, "steps" | "cost">): End | undefined {
    const { hop } = step;
    if (steps.length > 0 && !leadsOn(hop)) return undefined;
    if (steps.some((one) => one.hop === hop)) return undefined;
    const cost = after + costOf(step);
    const from = hop.owner === undefined ? undefined : this.#index.types.get(hop.owner);
    const rest = from === undefined ? 0 : isStructuredData(from) ? this.#toOwner(from) : Infinity;
    const total = cost + rest;
    if (total >= TOO_FAR) return undefined;
    return { steps: [step, ...steps], cost, total, ...(from !== undefined && isStructuredData(from) && { from }) };
  }

  /** The least that it costs to come to a type that has the members of this one. */
  #toOwner(type: StructuredData): number {
    const known = this.#toOwners.get(type) ?? this.#measureOwner(type);
    this.#toOwners.set(type, known);
    return known;
  }

  #measureOwner(type: StructuredData): number {
    const near = [type, ...this.#derived(type)].map((one) => this.#distance.get(one) ?? Infinity);
    const bases = this.#hasCasts(type) ? basesOf(type, this.#index) : [];
    return Math.min(...near, ...bases.map((base) => (this.#distance.get(base) ?? Infinity) + HOP));
  }

  /** Measures all types from the service root, nearest first (Dijkstra, with a list for each cost). */
  #measure(): void {
    const queue: { type: StructuredData; cost: number }[][] = [];
    const push = (hop: Hop, before: number) => {
      const cost = before + costOf({ hop });
      if (cost >= TOO_FAR || cost >= (this.#distance.get(hop.target) ?? Infinity)) return;
      this.#distance.set(hop.target, cost);
      if (leadsOn(hop)) (queue[cost] ??= []).push({ type: hop.target, cost });
    };
    for (const hop of this.#from.get("") ?? []) push(hop, 0);
    for (let at = 0; at < TOO_FAR; at++)
      for (const { type, cost } of queue[at] ?? [])
        for (const [owner, extra] of this.#ownersAt(type))
          for (const hop of this.#from.get(owner.name) ?? []) push(hop, cost + extra);
  }

  /** The types whose members lead on from one, and what a cast to them costs. */
  #ownersAt(type: StructuredData): readonly (readonly [StructuredData, number])[] {
    const own = [type, ...basesOf(type, this.#index)].map((one) => [one, 0] as const);
    const casts = this.#hasCasts(type) ? this.#derived(type).map((one) => [one, HOP] as const) : [];
    return [...own, ...casts];
  }

  #derived({ name }: StructuredData): readonly StructuredData[] {
    const known = this.#derivedTypes.get(name);
    if (known !== undefined) return known;
    const found = [...(this.#index.derived.get(name) ?? [])];
    // The list grows while it is walked.
    for (const type of found) found.push(...(this.#index.derived.get(type.name) ?? []));
    this.#derivedTypes.set(name, found);
    return found;
  }

  /** OData 2.0 has no casts, and the client has them for entities. */
  #hasCasts({ kind }: StructuredData): boolean {
    return kind === "EntityType" && this.#index.data.protocol !== "2.0";
  }
}

/** Measures the service once, which takes longer than the paths to a type. */
export const pathSearch = once((index) => new PathSearch(index));

/** Whether a path goes on after a hop: a collection needs the key of an item. */
function leadsOn({ collection, target }: Hop): boolean {
  return !collection || target.byKey !== undefined;
}

function costOf({ hop, cast }: Step): number {
  return HOP + (cast === undefined ? 0 : HOP) + (hop.contained || hop.structural ? 0 : REFERENCE);
}

function pathOf(steps: readonly Step[]): PathTo {
  let [url, client, pattern] = ["", "client", ""];
  for (const { hop, cast } of steps) {
    const { name, access, collection, structural, target } = hop;
    const { byKey, keyTemplate = "/{id}" } = target;
    const keyed = collection && byKey !== undefined;
    url += `/${name}${keyed ? keyTemplate : ""}${cast === undefined ? "" : `/${cast}`}`;
    client += `${access}${keyed ? `.${byKey}` : ""}${cast === undefined ? "" : `.as(${JSON.stringify(cast)})`}`;
    if (!structural) pattern += `/${name}${keyed ? "/{id}" : ""}${cast === undefined ? "" : `/${cast}`}`;
  }
  return { url, client, pattern };
}
