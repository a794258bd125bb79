import type { ModelData } from "../../explore/data/format.js";

/** `service.html (1.2 MB): 3,899 types, 2,941 requests`; `bytes` is the size of the file. */
export function exploreSummary(
  path: string,
  bytes: number,
  { types, requests, findings, changes }: Pick<ModelData, "types" | "requests" | "findings" | "changes">,
): string {
  const counts = [
    number(types.length, "type"),
    ...(requests.length > 0 ? [number(requests.length, "request")] : []),
    ...(findings !== undefined ? [number(findings.length, "finding")] : []),
    ...(changes !== undefined ? [number(changes.changes.length, "change")] : []),
  ];
  return `${path} (${sizeText(bytes)}): ${counts.join(", ")}`;
}

function number(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
