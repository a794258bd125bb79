/** One request of a batch, in any of the two forms. */
import type { Answer, Incoming } from "../web.js";

/** Answers one request of a batch. */
export type Answering = (request: Incoming) => Promise<Answer>;

export interface BatchItem {
  /** Of a batch as `multipart/mixed` made up, where a part has no Content-ID. */
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly atomicityGroup: string | undefined;
  readonly dependsOn: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** The answers so far, by the identifiers of their requests. */
export type Answers = ReadonlyMap<string, Answer>;

/** A form of batches. */
export interface BatchForm {
  readonly items: readonly BatchItem[];
  /** Whether a failure ends the batch, unless the request says otherwise. */
  readonly stops: boolean;
  readonly answer: (answers: Answers) => Answer;
}

export const FAILED_DEPENDENCY: Answer = {
  status: 424,
  body: { error: { code: "FailedDependency", message: "A request that this one depends on has failed." } },
};
