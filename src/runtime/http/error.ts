import type { FetchResponse } from "./platform.js";

/** Marks errors, so that {@link ODataError.is} recognizes those of other copies of this file in the same program. */
const brand = /* @__PURE__ */ Symbol.for("odata-codegen.ODataError");

/** An item of `details` in an error response (OData JSON Format 4.01 §21). */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  /** The part of the request that the detail is about, such as a property name. */
  readonly target?: string | null;
}

/** The properties of an {@link ODataError}. */
export interface Failure {
  /** The HTTP status; 0 when there is no response, or the browser hides it. */
  readonly status: number;
  /**
   * The error code of the service, or the HTTP status when the body has none. Codes of this client: `noToken`,
   * `outsideService`, `foreignLink`, `linkLoop`, `notACollection`, `notJson`.
   */
  readonly code: string;
  readonly message: string;
  readonly target?: string | undefined;
  readonly details?: readonly ErrorDetail[] | undefined;
  readonly innerError?: Readonly<Record<string, unknown>> | undefined;
  readonly requestId?: string | undefined;
}

/**
 * A failed request: an error response of the service (OData JSON Format 4.01 §21), or a check of the client that
 * failed.
 */
export class ODataError extends Error implements Failure {
  declare readonly status: number;
  declare readonly code: string;
  /** The part of the request that the error is about, such as a property name. */
  declare readonly target?: string | undefined;
  declare readonly details: readonly ErrorDetail[];
  declare readonly innerError?: Readonly<Record<string, unknown>> | undefined;
  /** The identifier of the request in the service's logs; quote it in support requests. */
  declare readonly requestId?: string | undefined;

  constructor(failure: Failure) {
    super(failure.message);
    Object.assign(this, failure, { name: "ODataError", details: failure.details ?? [] });
    Object.defineProperty(this, brand, { value: true });
  }

  /** Like `instanceof`, but also true for errors of another copy of this module. */
  static is(error: unknown): error is ODataError {
    return typeof error === "object" && error !== null && brand in error;
  }
}

/** An error raised by the client, not by the service. */
export function failure(code: string, message: string, status: number = 0): ODataError {
  return new ODataError({ status, code, message });
}

/** The `error` object of a response body. Services omit any of its properties. */
type ServiceError = Partial<Failure> & { readonly innererror?: Failure["innerError"] };

/**
 * Reads the error from an unsuccessful response. Bodies that are missing or not in OData's format give a default
 * message.
 */
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
    // Unchecked: every property of any other JSON value is undefined.
    return (JSON.parse(body) as { error?: ServiceError } | null)?.error ?? {};
  } catch {
    return {};
  }
}

function defaultMessage(status: number): string {
  // With `redirect: "manual"`, browsers report redirects with status 0.
  const redirect = status === 0 || (status >= 300 && status < 400 && status !== 304);
  // See `send` for why redirects are not followed.
  return redirect ? "A redirect is not followed." : `The service answered with status ${status}.`;
}
