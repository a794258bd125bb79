/** Refusals that are drawn to be read by a person. */
import { createHash } from "node:crypto";
import type { JudgedBody } from "./judge.js";
import type { Verdict } from "./verdicts.js";

const SEED = 20_210_717;

/** A refusal by the first issue of its body. */
export type Refusal = Pick<Verdict, "body" | "path" | "message">;

/** Those with the least hashes: where one is mended, the others stay drawn. */
export function drawn(refused: readonly JudgedBody[], count: number): readonly Refusal[] {
  return refused
    .map((body) => ({ body, weight: hashOf(body) }))
    .toSorted((a, b) => (a.weight < b.weight ? -1 : 1))
    .slice(0, count)
    .map(({ body }) => refusalOf(body));
}

function hashOf({ page, line }: JudgedBody): string {
  return createHash("sha256").update(`${SEED} ${page}:${line}`).digest("hex");
}

function refusalOf({ page, line, side, issues }: JudgedBody): Refusal {
  const [first] = issues;
  return {
    body: `${page.replace(/^.*\//, "")}:${line} ${side}`,
    path: first?.path.join("/") ?? "",
    message: first?.message ?? "",
  };
}
