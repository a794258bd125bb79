import { groupBy } from "../../../edm/grouping.js";
import type { VerifyResult } from "../../../verify-service.js";
import { causes, type Finding } from "../../../verify/finding.js";
import type { WriteLog } from "../../../verify/writes/write-data.js";
import { counted, paint } from "../style.js";

export type Verified = Pick<VerifyResult, "findings" | "requests" | "complete" | "refused" | "written">;

/** The findings by cause, each with a request and the answer to it. */
export function verifyText(result: Verified, color: boolean): string {
  const groups = [...groupBy(result.findings, ({ cause }) => cause)];
  const blocks = groups.map(([cause, findings]) =>
    [`${paint("bold", cause, color)}: ${causes[cause]}`, ...findings.flatMap((one) => lines(one, color))].join("\n"),
  );
  return [...blocks, `${totals(result)}\n`].join("\n\n");
}

function lines({ subject, message, count, exchange }: Finding, color: boolean): readonly string[] {
  const { request, sent, status, answer } = exchange;
  const times = count > 1 ? ` (${count} times)` : "";
  const gray = (text: string): string => paint("gray", text, color);
  const body = sent === undefined ? [] : [`    ${sent}`];
  const shown = [`    ${request} → ${status}`, ...body, ...(answer === "" ? [] : [`    ${answer}`])];
  return [`  ${subject}: ${message}${times}`, ...shown.map(gray)];
}

/** `3 findings in 27 requests. 2 requests are not allowed: GET /makers?$top=5 (403).` */
export function totals({ findings, requests, refused, written }: Verified): string {
  const listed = [...refused].map(([request, status]) => `${request} (${status})`);
  const are = refused.size === 1 ? "is" : "are";
  const notAllowed =
    refused.size === 0 ? "" : ` ${counted(refused.size, "request")} ${are} not allowed: ${beginning(listed)}.`;
  const found = `${counted(findings.length, "finding")} in ${counted(requests, "request")}.`;
  return found + notAllowed + (written === undefined ? "" : ` ${writes(written)}`);
}

/** `Created 3 entities, and deleted them. Not written: Logs (its entities are made of media).` */
function writes({ created, left, skipped }: WriteLog): string {
  const deleted = left.length === 0 ? "deleted them" : `did not delete ${beginning(left.map(({ entity }) => entity))}`;
  const what =
    created === 0 && left.length === 0
      ? "Created nothing."
      : `Created ${created === 1 ? "one entity" : `${created} entities`}, and ${deleted}.`;
  const others = [...skipped].map(([set, reason]) => `${set} (${reason})`);
  return others.length === 0 ? what : `${what} Not written: ${others.join(", ")}.`;
}

function beginning(texts: readonly string[]): string {
  return (texts.length > 5 ? [...texts.slice(0, 5), "…"] : texts).join(", ");
}

export function verifyJson({ findings, requests, complete, refused, written }: Verified): string {
  const notAllowed = [...refused].map(([request, status]) => ({ request, status }));
  const log = written && {
    created: written.created,
    left: written.left,
    skipped: [...written.skipped].map(([set, reason]) => ({ set, reason })),
  };
  const data = { version: 1, findings, requests, complete, notAllowed, ...(log && { written: log }) };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
