/** What a promise rejects with. Throws when it does not. */
export async function failureOf(promise: PromiseLike<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome) return outcome.error;
  throw new Error(`no failure, but ${JSON.stringify(outcome.value)}`);
}
