import type { Sources } from "./diagnostics/position.js";
import type { Report } from "./diagnostics/report.js";
import { assumptionsOf, type WantedAssumptions } from "./facts/assumptions.js";
import { factsOf } from "./facts/facts.js";
import type { Model } from "./edm/model.js";
import { nameAll } from "./naming/names.js";
import { select } from "./select/select.js";
import { loadModel, type ModelRequest } from "./load-model.js";
import type { RunOptions } from "./read/read.js";
import type { Io } from "./sources/io.js";
import { type RemoteInput, withoutCredentials } from "./sources/remote/remote-input.js";
import { reportFailure } from "./sources/remote/report-failure.js";
import { openService, type ServiceRequests } from "./sources/remote/service-requests.js";
import { mockService } from "./views/mock/mock-service.js";
import { viewContext } from "./views/view-context.js";
import { ValueChecker } from "./values/check-value.js";
import { type Finding, Findings } from "./verify/finding.js";
import { KnownEntities } from "./verify/known-entities.js";
import { runRequests } from "./verify/run-requests.js";
import { Sender } from "./verify/sender.js";
import type { Verification } from "./verify/verification.js";
import { type WriteData, WriteLog } from "./verify/writes/write-data.js";

/** A service that runs, and the metadata that it is held against. */
export interface VerifyRequest extends ModelRequest, Pick<WantedAssumptions, "nonNull"> {
  /** The root of the service, with the headers of its requests. */
  readonly root: RemoteInput;
  /** Default: 200. What was created is deleted beyond it. */
  readonly maxRequests?: number | undefined;
  /** Between requests, in milliseconds. Default: 0. */
  readonly pause?: number | undefined;
  /** Whether an entity is created in each set, changed and deleted. Default: false, and nothing is written. */
  readonly write?: boolean | undefined;
}

export interface VerifyOptions extends RunOptions {
  readonly progress?: (sent: number, most: number) => void;
  /** Waits, in milliseconds. Default: by a timer. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Ends the run before the next request. What was created is deleted. */
  readonly stop?: AbortSignal;
  /** Numbers what is created. Default: by the clock. */
  readonly position?: number;
}

export interface VerifyResult {
  readonly findings: readonly Finding[];
  /** How many requests were sent. */
  readonly requests: number;
  /** Whether all requests were sent. */
  readonly complete: boolean;
  /** Requests that the service does not allow this user, with the status. */
  readonly refused: ReadonlyMap<string, number>;
  /** What was written; absent where nothing was to be. */
  readonly written?: WriteLog;
  readonly report: Report;
  readonly sources: Sources;
}

/** Sends requests of a model to a service, and gives what it does that its metadata denies. It writes if it is told to. */
export async function verifyService(
  request: VerifyRequest,
  io: Io,
  options: VerifyOptions = {},
): Promise<VerifyResult> {
  const { root, allowRemote = [], write = false } = request;
  const { model, report, sources } = await loadModel(request, io, options);
  const nothing = { findings: [], requests: 0, complete: false, refused: new Map<string, number>(), report, sources };
  const data = !report.failed && write ? writeData(model, { report, sources }, request, options) : undefined;
  if (report.failed) return nothing;
  const opened = await openService({ ...root, ...(io.env !== undefined && { env: io.env }) }, allowRemote);
  const place = { input: withoutCredentials(root.url) };
  if ("state" in opened) {
    reportFailure(opened, place, report);
    return nothing;
  }
  const verification = verificationOf(model, senderTo(opened, request, options), request);
  const writes = data && { data, log: new WriteLog() };
  const ending = await runRequests(verification, writes).finally(() => opened.close());
  if (ending.state === "failed") reportFailure(ending.failure, place, report);
  const { findings, refused, sender } = verification;
  return {
    ...nothing,
    findings: findings.sorted(),
    requests: sender.sent,
    complete: ending.state === "done",
    refused,
    ...(writes && { written: writes.log }),
  };
}

function senderTo(
  service: ServiceRequests,
  { root: { url }, maxRequests = 200, pause = 0 }: VerifyRequest,
  { progress, stop, wait = waitByTimer }: VerifyOptions,
): Sender {
  const root = new URL(url.replace(/\/*$/, "/"));
  const ending = { ...(progress !== undefined && { progress }), ...(stop !== undefined && { signal: stop }) };
  return new Sender(service, { root, maxRequests, pause, wait, ...ending });
}

function verificationOf(model: Model, sender: Sender, request: VerifyRequest): Verification {
  const facts = factsOf(model, assumptionsOf(model, request));
  const checker = new ValueChecker(model, facts);
  return { model, facts, checker, sender, findings: new Findings(), known: new KnownEntities(), refused: new Map() };
}

/** The table that the mock of the service has: what is created is made by the same code. */
function writeData(
  model: Model,
  inputs: { readonly report: Report; readonly sources: Sources },
  request: VerifyRequest,
  { position = newPosition() }: VerifyOptions,
): WriteData {
  const { report } = inputs;
  const selection = select(model, {}, report);
  const facts = factsOf(selection.types, assumptionsOf(model, request));
  const stages = { model, names: nameAll(model, {}, report), selection, facts };
  const options = {
    emit: ["types", "mock"],
    runtime: "inline",
    importExtension: "js",
    nonNull: request.nonNull,
  } as const;
  return { service: mockService(viewContext(stages, options, inputs)), position };
}

/** Another one in each second of some hours. Dates are as many days after 2020, so that it must not be large. */
function newPosition(): number {
  return 10_000 + (Math.floor(Date.now() / 1000) % 30_000);
}

function waitByTimer(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
