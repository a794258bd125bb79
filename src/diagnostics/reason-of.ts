/** What went wrong, for a message that names the path itself: of `EACCES: permission denied, open '…'` what precedes the comma. */
export function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  return failure.message.split(/, [a-z]+(?: '|$)/, 1)[0] ?? failure.message;
}
