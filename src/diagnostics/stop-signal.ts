/** What is read of an `AbortSignal`, as an interface, so that declarations need neither the library of the DOM nor that of Node. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
