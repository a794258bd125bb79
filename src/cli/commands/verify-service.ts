import { verifyOptions } from "../../config/options/verify.js";
import { withDefaults } from "../../config/options/option.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { nodeIo } from "../../sources/node-io.js";
import { withoutCredentials } from "../../sources/remote/remote-input.js";
import { verifyService, type VerifyResult } from "../../verify-service.js";
import type { Call } from "../command.js";
import { commandLine } from "../option-values.js";
import type { Session } from "../session.js";
import { verifyMarkdown } from "../text/verify/verify-markdown.js";
import { verifyJson, verifyText } from "../text/verify/verify-text.js";

type VerifyCall = Call<typeof verifyOptions>;

/** Reads a service, and prints what it does that its metadata denies. */
export async function run(call: VerifyCall, session: Session): Promise<void> {
  const [url, ...inputs] = call.arguments;
  if (url !== undefined && isServiceUrl(url)) return verify(url, inputs, call, session);
  const report = new Report();
  report.add("usage-no-url", commandLine, { found: url === undefined ? undefined : withoutCredentials(url) });
  session.print(report, new Sources());
}

/** Paths are added to the URL, which therefore ends with one. */
function isServiceUrl(text: string): boolean {
  return /^https?:\/\/[^?#]*$/i.test(text) && URL.canParse(text);
}

async function verify(
  given: string,
  inputs: readonly string[],
  { given: options, common, cwd, env }: VerifyCall,
  session: Session,
): Promise<void> {
  const url = given.replace(/\/*(?:\$metadata)?$/, "");
  const { header, report: format, allowRemote, ...wanted } = withDefaults(verifyOptions, options);
  const root = { url, headers: header };
  session.stage("reading the metadata");
  const request = {
    ...wanted,
    root,
    inputs: inputs.length > 0 ? inputs : [`${url}/$metadata`],
    base: cwd,
    allowRemote: [...(allowRemote ?? []), new URL(url).host],
    remotes: [root],
  };
  const progress = (sent: number, most: number): void => session.stage(`request ${sent} of at most ${most}`);
  // What was created is deleted before the command ends.
  const result = await session.uninterrupted((stop) =>
    verifyService(request, nodeIo(cwd, env), { watch: session.watch, progress, stop }),
  );
  const { report, sources, requests } = result;
  reportEnding(result, { path: withoutCredentials(url) }, session);
  const chosen = format ?? (common.format === "json" ? "json" : "text");
  if (requests > 0) {
    const print = { text: verifyText, markdown: verifyMarkdown, json: verifyJson }[chosen];
    session.out.write(print(result, session.out.color));
  }
  session.print(report, sources);
}

function reportEnding(
  { findings, report, complete, requests, written }: VerifyResult,
  place: { readonly path: string },
  { isInterrupted }: Session,
): void {
  if (!report.failed && !complete && !isInterrupted) report.add("verify-incomplete", place, { requests });
  if (findings.length > 0) report.add("service-contradicts", place, { count: findings.length });
  for (const { entity, reason } of written?.left ?? []) report.add("entity-left", place, { entity, reason });
}
