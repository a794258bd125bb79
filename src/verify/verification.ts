import type { Model } from "../edm/model.js";
import type { Facts } from "../facts/facts.js";
import type { ValueChecker } from "../values/check-value.js";
import type { Findings } from "./finding.js";
import type { Sender } from "./sender.js";

/** What the reads of a run share. */
export interface Verification {
  readonly model: Model;
  readonly facts: Facts;
  readonly checker: ValueChecker;
  readonly sender: Sender;
  readonly findings: Findings;
  /** Reads that the service does not allow this user, as `GET /Customers`, with the status. */
  readonly refused: Map<string, number>;
}

/** Sends its requests one by one: it yields after each, so that all places have their turn. */
export type Reads = AsyncGenerator<void, void, undefined>;
