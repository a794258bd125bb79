/** What is counted of the pages against the CSDL, and what it must reach. */
export interface Score {
  readonly what: string;
  readonly right: number;
  readonly of: number;
  /** Per cent of `of` that `right` must be at least. */
  readonly floor: number;
  /** Why the rest is not right: how many for each cause, by name. */
  readonly causes: ReadonlyMap<string, number>;
}

/** One score over several versions. */
export function total(scores: readonly [Score, ...Score[]]): Score {
  const causes = new Map<string, number>();
  for (const score of scores)
    for (const [cause, count] of score.causes) causes.set(cause, (causes.get(cause) ?? 0) + count);
  const sum = (field: "right" | "of") => scores.reduce((all, score) => all + score[field], 0);
  return { ...scores[0], right: sum("right"), of: sum("of"), causes };
}

export function shareOf({ right, of }: Score): number {
  return of === 0 ? 0 : (100 * right) / of;
}

export function scoreTable(scores: readonly Score[]): string {
  const rows = scores.map(
    (score) => `| ${score.what} | ${score.right} of ${score.of} | ${shareOf(score).toFixed(2)} % | ${score.floor} % |`,
  );
  return ["| What | Right | Share | Floor |", "|:--|--:|--:|--:|", ...rows].join("\n");
}

/** For each score a table of what is not right, by cause. */
export function tablesOfCauses(scores: readonly Score[]): string {
  return scores
    .map(({ what, causes }) => {
      const rows = [...causes]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .map(([cause, count]) => `| ${cause} | ${count} |`);
      return [`### ${what[0]?.toUpperCase()}${what.slice(1)}`, "", "| Cause | Count |", "|:--|--:|", ...rows].join(
        "\n",
      );
    })
    .join("\n\n");
}
