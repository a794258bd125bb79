/** The message of a failure without its path: of `EACCES: permission denied, open '…'` the part before the comma. */
export function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  return failure.message.split(/, [a-z]+(?: '|$)/, 1)[0] ?? failure.message;
}
