import { ODataError } from "../http/error.js";

/** Whether a request failed because the resource does not exist (404). */
export function isNotFound(error: unknown): error is ODataError {
  return ODataError.is(error) && error.status === 404;
}

/** Whether a request failed because the resource has changed since it was read, or without an ETag (412, 428). */
export function isPreconditionFailed(error: unknown): error is ODataError {
  return ODataError.is(error) && (error.status === 412 || error.status === 428);
}

/** Whether the service refused a request for now: 429, or 503 with `Retry-After`. */
export function isThrottled(error: unknown): error is ODataError {
  return ODataError.is(error) && (error.status === 429 || (error.status === 503 && error.retryAfter !== undefined));
}
