/** A difference between two versions of a service, and for whom it matters. */
import type { At } from "../diagnostics/position.js";
import type { ChangeCode } from "./codes.js";

/**
 * Who is affected by a change: programs that read what the service answers, programs that send to it (both without
 * being generated again), and source that uses generated code, once that is generated again.
 */
export const audiences = ["readers", "writers", "source"] as const;

export type Audience = (typeof audiences)[number];

/** `compatible`: it is visible to them, and what worked works on. */
export type Effect = "breaking" | "compatible" | "none";

export interface Change {
  /** Stable, such as `property-removed`. */
  readonly code: ChangeCode;
  /** A type, `type/member`, an overload of an operation, a path of the container, or the emitted name. */
  readonly element: string;
  /** One sentence. */
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
  readonly effects: Readonly<Record<Audience, Effect>>;
  /** Why it has these effects, by audience, where it is not obvious. */
  readonly reasons?: Readonly<Partial<Record<Audience, string>>>;
  /** Of a type that is gone: a new one that may be the same under another name. */
  readonly similar?: string;
  /** Where the old and the new model declare the element. */
  readonly oldAt?: At;
  readonly newAt?: At;
  /** Of a member that is gone: where the new model declares its type. */
  readonly newOwnerAt?: At;
}

/** The step that semantic versioning asks of a package that publishes the generated code; `none`: nothing changed. */
export type Verdict = "major" | "minor" | "patch" | "none";

export interface Changes {
  /** By element. */
  readonly changes: readonly Change[];
  readonly verdict: Verdict;
}
