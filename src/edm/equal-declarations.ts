/** Whether two declarations state the same: all their fields are equal, but for positions. */
export function isEqualDeclaration(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [left, right] = [statedIn(a), statedIn(b)];
  if (left.size !== right.size) return false;
  return [...left].every(([key, value]) => right.has(key) && isEqualDeclaration(value, right.get(key)));
}

function statedIn(declaration: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(declaration).filter(([key]) => key !== "at"));
}
