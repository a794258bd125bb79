import type { Entity } from "../query/contract.js";
import type { Rows } from "./rows.js";

/** Who an entity is from. What a client has created has neither relations nor contents but those that it was given. */
export type Origin = "made" | "given" | "created";

/** Where an entity is, and what is known of it besides its properties. */
export interface Held {
  readonly rows: Rows;
  readonly seedPath: string;
  readonly contained: Map<string, Rows>;
  /** The entities that it leads to, where this side says so. */
  readonly links: Map<string, Entity[]>;
  /** Streams that were written, by the names of their properties; `""` for that of a media entity. */
  readonly contents: Map<string, Content>;
  version: number;
  readonly origin: Origin;
}

export interface Content {
  readonly bytes: Uint8Array | string;
  readonly type: string | undefined;
}
