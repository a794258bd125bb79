import { groupBy } from "../../../edm/grouping.js";
import type { VerifyResult } from "../../../verify-service.js";
import { causes, type Finding } from "../../../verify/finding.js";
import { counted, paint } from "../style.js";

type Verified = Pick<VerifyResult, "findings" | "requests" | "complete" | "refused">;

/** The findings by cause, each with a request and the answer to it. */
export function verifyText(result: Verified, color: boolean): string {
  const groups = [...groupBy(result.findings, ({ cause }) => cause)];
  const blocks = groups.map(([cause, findings]) =>
    [`${paint("bold", cause, color)}: ${causes[cause]}`, ...findings.flatMap((one) => lines(one, color))].join("\n"),
  );
  return [...blocks, `${totals(result)}\n`].join("\n\n");
}

function lines({ subject, message, count, exchange }: Finding, color: boolean): readonly string[] {
  const { request, status, answer } = exchange;
  const times = count > 1 ? ` (${count} times)` : "";
  const gray = (text: string): string => paint("gray", text, color);
  const shown = [`    ${request} → ${status}`, ...(answer === "" ? [] : [`    ${answer}`])];
  return [`  ${subject}: ${message}${times}`, ...shown.map(gray)];
}

/** `3 findings in 27 requests. 2 reads are not allowed: GET /makers?$top=5 (403).` */
export function totals({ findings, requests, refused }: Verified): string {
  const reads = [...refused].slice(0, 5).map(([request, status]) => `${request} (${status})`);
  const shown = reads.length < refused.size ? [...reads, "…"] : reads;
  const are = refused.size === 1 ? "is" : "are";
  const notAllowed =
    refused.size === 0 ? "" : ` ${counted(refused.size, "read")} ${are} not allowed: ${shown.join(", ")}.`;
  return `${counted(findings.length, "finding")} in ${counted(requests, "request")}.${notAllowed}`;
}

export function verifyJson({ findings, requests, complete, refused }: Verified): string {
  const notAllowed = [...refused].map(([request, status]) => ({ request, status }));
  return `${JSON.stringify({ version: 1, findings, requests, complete, notAllowed }, undefined, 2)}\n`;
}
