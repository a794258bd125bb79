import type { MockService } from "../../runtime/mock/service.js";

/** What the entities of a run are made from. */
export interface WriteData {
  /** The table of the whole service. */
  readonly service: MockService;
  /** Numbers the entities: keys and texts have it, so that they differ from those of other runs. */
  readonly position: number;
}

/** An entity that the run has created and could not delete. */
export interface LeftEntity {
  /** `Customers(1)`, or the set where the key is not known. */
  readonly entity: string;
  readonly reason: string;
}

/** What a run with writes has done besides its findings. */
export class WriteLog {
  /** How many entities were created. */
  created = 0;
  readonly left: LeftEntity[] = [];
  /** Sets that nothing was created in, with the reason. */
  readonly skipped = new Map<string, string>();
}
