import type { Code } from "../../code/code.js";
import type { DocView } from "../docs/doc.js";

/** An interface of the client. */
export interface BuilderView {
  readonly doc: DocView | null;
  readonly name: Code;
  /** The one interface that it extends, on its line. */
  readonly base: Code | null;
  /** Several of them, each on a line of its own. */
  readonly bases: readonly Code[];
  readonly members: readonly BuilderMemberView[];
}

export interface BuilderMemberView {
  readonly doc: DocView | null;
  readonly name: string;
  readonly type: Code;
}
