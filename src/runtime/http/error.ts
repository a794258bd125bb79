import type { FetchResponse } from "./platform.js";

/** Shared by all copies of this file in a program. */
const brand = /* @__PURE__ */ Symbol.for("odata-codegen.ODataError");

/** One of several problems that the service reports with an error. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly target?: string | null;
}

/** What is known of a failed request. */
export interface Failure {
  /** The HTTP status; 0 when the request was not sent. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly target?: string | undefined;
  readonly details?: readonly ErrorDetail[] | undefined;
  readonly innerError?: Readonly<Record<string, unknown>> | undefined;
  readonly requestId?: string | undefined;
}

/** A request that the service refused or that could not be sent (OData JSON Format 4.01 §21). */
export class ODataError extends Error implements Failure {
  declare readonly status: number;
  declare readonly code: string;
  /** The part of the request that the error is about. */
  declare readonly target?: string | undefined;
  declare readonly details: readonly ErrorDetail[];
  declare readonly innerError?: Readonly<Record<string, unknown>> | undefined;
  /** Names the request when asking the service's operator about it. */
  declare readonly requestId?: string | undefined;

  constructor(failure: Failure) {
    super(failure.message);
    Object.assign(this, failure, { name: "ODataError", details: failure.details ?? [] });
    Object.defineProperty(this, brand, { value: true });
  }

  /** Like `instanceof`, but also for errors of another copy of the runtime. */
  static is(error: unknown): error is ODataError {
    return typeof error === "object" && error !== null && brand in error;
  }
}

/** An error of our own: the service said nothing of it. */
export function failure(code: string, message: string, status: number = 0): ODataError {
  return new ODataError({ status, code, message });
}

/** What services write in a body; none of it is sure to be there. */
type ServiceError = Partial<Failure> & { readonly innererror?: Failure["innerError"] };

/** The error that a response stands for, whatever its body is. */
export async function errorOf(response: FetchResponse): Promise<ODataError> {
  const { status, headers } = response;
  const {
    code = status,
    message = defaultMessage(status),
    target,
    details,
    innererror,
    innerError = innererror,
  } = serviceError(await response.text().catch(() => ""));
  const header = headers.get("request-id") ?? headers.get("x-ms-request-id") ?? headers.get("client-request-id");
  const requestId = header ?? innerError?.["request-id"];
  return new ODataError({
    status,
    code: String(code),
    message: String(message),
    target,
    details: Array.isArray(details) ? details : [],
    innerError,
    requestId: requestId === undefined ? undefined : String(requestId),
  });
}

function serviceError(body: string): ServiceError {
  try {
    // Of anything but the expected object, none of these properties is there.
    return (JSON.parse(body) as { error?: ServiceError } | null)?.error ?? {};
  } catch {
    return {};
  }
}

function defaultMessage(status: number): string {
  // Browsers hide the status of a redirect that was not followed.
  const redirect = status === 0 || (status >= 300 && status < 400 && status !== 304);
  // Headers of the options would go along to any host.
  return redirect ? "A redirect is not followed." : `The service answered with status ${status}.`;
}
