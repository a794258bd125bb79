/** A query that the service refuses: bad syntax, names that the model lacks (400), or what the mock cannot do (501). */
export class QueryFault extends Error {
  readonly status: 400 | 415 | 501;
  /** The query option, such as `$filter`. */
  target: string | undefined;

  constructor(status: 400 | 415 | 501, message: string) {
    super(message);
    this.status = status;
  }

  get code(): string {
    return { 400: "BadRequest", 415: "UnsupportedMediaType", 501: "NotImplemented" }[this.status];
  }
}

/** `Nam is no property of ns.Person; the nearest is Name` */
export function unknownName(name: string, what: string, known: readonly string[]): QueryFault {
  const shown = name.slice(0, 100);
  const distances = known.map((one) => [distance(shown.toLowerCase(), one.toLowerCase()), one] as const);
  const [far, nearest] = distances.sort(([left], [right]) => left - right)[0] ?? [Infinity];
  const hint = far <= 1 + shown.length / 4 ? `; the nearest is ${nearest}` : "";
  return new QueryFault(400, `${shown} is no ${what}${hint}.`);
}

/** How many characters differ (Levenshtein). */
function distance(left: string, right: string): number {
  let row = Array.from(right, (_, index) => index);
  row.push(right.length);
  for (let i = 0; i < left.length; i++) {
    let before = i + 1;
    row = row.map((above, j) => {
      if (j === 0) return i + 1;
      const same = (row[j - 1] ?? 0) + (left[i] === right[j - 1] ? 0 : 1);
      return (before = Math.min(above + 1, before + 1, same));
    });
  }
  return row.at(-1) ?? 0;
}
