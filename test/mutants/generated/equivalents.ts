/** Faults that no value shows, each with the reason. */
const equivalents: readonly (readonly [place: RegExp, reason: string])[] = [];

export function equivalentReason(place: string): string | undefined {
  return equivalents.find(([pattern]) => pattern.test(place))?.[1];
}
