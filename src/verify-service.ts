import type { Sources } from "./diagnostics/position.js";
import type { Report } from "./diagnostics/report.js";
import { assumptionsOf, type WantedAssumptions } from "./facts/assumptions.js";
import { factsOf } from "./facts/facts.js";
import { loadModel, type ModelRequest } from "./load-model.js";
import type { RunOptions } from "./read/read.js";
import type { Io } from "./sources/io.js";
import { type RemoteInput, withoutCredentials } from "./sources/remote/remote-input.js";
import { reportFailure } from "./sources/remote/report-failure.js";
import { openService } from "./sources/remote/service-reads.js";
import { ValueChecker } from "./values/check-value.js";
import { type Finding, Findings } from "./verify/finding.js";
import { runReads } from "./verify/run-reads.js";
import { Sender } from "./verify/sender.js";
import type { Verification } from "./verify/verification.js";

/** A service that runs, and the metadata that it is held against. */
export interface VerifyRequest extends ModelRequest, Pick<WantedAssumptions, "nonNull"> {
  /** The root of the service, with the headers of its requests. */
  readonly root: RemoteInput;
  /** Default: 200. */
  readonly maxRequests?: number | undefined;
  /** Between requests, in milliseconds. Default: 0. */
  readonly pause?: number | undefined;
}

export interface VerifyOptions extends RunOptions {
  readonly progress?: (sent: number, most: number) => void;
  /** Waits, in milliseconds. Default: by a timer. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export interface VerifyResult {
  readonly findings: readonly Finding[];
  /** How many requests were sent. */
  readonly requests: number;
  /** Whether all reads were sent. */
  readonly complete: boolean;
  /** Reads that the service does not allow this user, by their requests, with the status. */
  readonly refused: ReadonlyMap<string, number>;
  readonly report: Report;
  readonly sources: Sources;
}

/** Sends the reads of a model to a service, and gives what it does that its metadata denies. Nothing is written. */
export async function verifyService(
  request: VerifyRequest,
  io: Io,
  options: VerifyOptions = {},
): Promise<VerifyResult> {
  const { root: input, maxRequests = 200, pause = 0, allowRemote = [] } = request;
  const { model, report, sources } = await loadModel(request, io, options);
  const facts = factsOf(model, assumptionsOf(model, request));
  const findings = new Findings();
  const refused = new Map<string, number>();
  const result = { findings: [], requests: 0, complete: false, refused, report, sources };
  if (report.failed) return result;
  const opened = await openService({ ...input, ...(io.env !== undefined && { env: io.env }) }, allowRemote);
  const place = { input: withoutCredentials(input.url) };
  if ("state" in opened) {
    reportFailure(opened, place, report);
    return result;
  }
  const { progress, wait = waitByTimer } = options;
  const root = new URL(input.url.replace(/\/*$/, "/"));
  const sender = new Sender(opened, { root, maxRequests, pause, wait, ...(progress !== undefined && { progress }) });
  const verification: Verification = {
    model,
    facts,
    checker: new ValueChecker(model, facts),
    sender,
    findings,
    refused,
  };
  const ending = await runReads(verification).finally(() => opened.close());
  if (ending.state === "failed") reportFailure(ending.failure, place, report);
  const complete = ending.state === "done";
  return { ...result, findings: findings.sorted(), requests: sender.sent, complete };
}

function waitByTimer(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
