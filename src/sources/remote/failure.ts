import { reasonOf } from "../../diagnostics/reason-of.js";
import type { RemoteFailure } from "./remote-input.js";

/** Why a request failed before there was a response. `fetch` hides the reason as the cause of an error "fetch failed". */
export function failureOf(failure: unknown): RemoteFailure {
  const cause = failure instanceof Error ? (failure.cause ?? failure) : failure;
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
  return { state: "unreadable", reason: code ?? reasonOf(cause) };
}
