import type { Model } from "../edm/model.js";
import type { Facts } from "../facts/facts.js";
import type { ValueChecker } from "../values/check-value.js";
import type { Findings } from "./finding.js";
import type { KnownEntities } from "./known-entities.js";
import type { Sender } from "./sender.js";

/** What the requests of a run share. */
export interface Verification {
  readonly model: Model;
  readonly facts: Facts;
  readonly checker: ValueChecker;
  readonly sender: Sender;
  readonly findings: Findings;
  readonly known: KnownEntities;
  /** Requests that the service does not allow this user, as `GET /Customers`, with the status. */
  readonly refused: Map<string, number>;
}

/** Sends its requests one by one: it yields after each, so that all places have their turn. */
export type Reads = AsyncGenerator<void, void, undefined>;
