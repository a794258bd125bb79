import type { Call } from "../../http/http.js";
import type { FetchResponse } from "../../http/platform.js";

/** A request of a batch. */
export interface Part {
  /** The identifier in the batch. Names of the caller may have characters that are not allowed there. */
  readonly id: string;
  readonly call: Call;
  answer(response: FetchResponse): void;
  fail(error: unknown): void;
  /** Identifiers of parts of the same change set that this one depends on. */
  readonly inside: string[];
}

/** What succeeds or fails together: a request or a change set. */
export interface Unit {
  readonly parts: readonly Part[];
  /** The identifier of the change set. */
  readonly group: string | undefined;
  /** What has to succeed before. */
  readonly after: Set<Unit>;
}

/** How the requests of a batch belong together. N are their names. */
export interface BatchPlan<N extends string> {
  /**
   * For a request the names of those that have to succeed before. When one of them fails, the request is not carried
   * out, and its status is 424.
   */
  readonly dependsOn?: { readonly [P in N]?: readonly N[] } | undefined;
  /** Names of the requests that either all succeed or all fail, in the order in which they are sent. */
  readonly changeSets?: readonly (readonly N[])[] | undefined;
}

/**
 * Puts the requests in an order in which each comes after those that it depends on. Throws a TypeError for names that
 * the batch does not have, names in several change sets, and circles.
 */
export function planned(parts: ReadonlyMap<string, Part>, plan: BatchPlan<string>): Unit[] {
  const units = unitsOf(parts, plan.changeSets ?? []);
  for (const [name, before] of Object.entries(plan.dependsOn ?? {})) {
    const unit = namedIn(units, name);
    for (const other of before ?? []) {
      const earlier = namedIn(units, other);
      if (earlier !== unit) unit.after.add(earlier);
      else parts.get(name)?.inside.push(parts.get(other)?.id ?? "");
    }
  }
  return inOrder(new Set(units.values()));
}

/** The unit of each name, in the order of the names. */
function unitsOf(parts: ReadonlyMap<string, Part>, changeSets: readonly (readonly string[])[]): Map<string, Unit> {
  const sets = new Map<string, Unit>();
  for (const [index, names] of changeSets.entries()) {
    const members = names.map((name) => namedIn(parts, name));
    const unit: Unit = { parts: members, group: `g${index + 1}`, after: new Set() };
    for (const name of names) {
      if (sets.has(name)) throw new TypeError(`"${name}" is in two places of the change sets.`);
      sets.set(name, unit);
    }
  }
  const alone = (part: Part): Unit => ({ parts: [part], group: undefined, after: new Set() });
  return new Map([...parts].map(([name, part]) => [name, sets.get(name) ?? alone(part)]));
}

function namedIn<V>(table: ReadonlyMap<string, V>, name: string): V {
  const value = table.get(name);
  if (value === undefined) throw new TypeError(`The batch has no request "${name}".`);
  return value;
}

function inOrder(units: ReadonlySet<Unit>): Unit[] {
  const sorted = new Set<Unit>();
  const open = new Set<Unit>();
  for (const unit of units) visit(unit);
  return [...sorted];

  function visit(unit: Unit): void {
    if (sorted.has(unit)) return;
    if (open.has(unit)) throw new TypeError("Requests of the batch depend on each other in a circle.");
    open.add(unit);
    for (const earlier of unit.after) visit(earlier);
    sorted.add(unit);
  }
}

/**
 * Divides the units so that no batch has more than `size` requests and, where a batch cannot express dependencies, no
 * request comes into one batch with those that it depends on. Throws a TypeError for a change set with more requests.
 */
export function divided(units: readonly Unit[], size: number, expressesDependencies: boolean): Unit[][] {
  const batches: Unit[][] = [];
  let batch: Unit[] = [];
  let left = 0;
  for (const unit of units) {
    const { length } = unit.parts;
    if (length > size) throw new TypeError(`A change set has more than ${size} requests.`);
    if (length > left || (!expressesDependencies && batch.some((earlier) => unit.after.has(earlier)))) {
      batches.push((batch = []));
      left = size;
    }
    batch.push(unit);
    left -= length;
  }
  return batches;
}
