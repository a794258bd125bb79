import type { FetchHeaders, FetchResponse } from "./platform.js";

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
   * The error code of the service, or the HTTP status when the body has none. Codes of this client: `network`,
   * `noToken`, `outsideService`, `foreignLink`, `endlessPages`, `notACollection`,
   * `notJson`, `alreadySent`.
   */
  readonly code: string;
  readonly message: string;
  readonly target?: string | undefined;
  readonly details?: readonly ErrorDetail[] | undefined;
  readonly innerError?: Readonly<Record<string, unknown>> | undefined;
  readonly requestId?: string | undefined;
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers?: FetchHeaders | undefined;
  readonly cause?: unknown;
}

/**
 * A failed request: an error response of the service (OData JSON Format 4.01 §21), a failure of the network, or a check
 * of the client that failed.
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
  /** The method of the request. */
  declare readonly method?: string | undefined;
  /** The URL of the request without its query, which may be secret. */
  declare readonly url?: string | undefined;
  /** The headers of the response. */
  declare readonly headers?: FetchHeaders | undefined;

  constructor(failure: Failure) {
    super(failure.message);
    Object.assign(this, failure, { name: "ODataError", details: failure.details ?? [], [brand]: true });
    // Those of Error are left out of JSON.
    Object.defineProperty(this, "message", { enumerable: true });
  }

  /** Like `instanceof`, but also true for errors of another copy of this module. */
  static is(error: unknown): error is ODataError {
    return typeof error === "object" && error !== null && brand in error;
  }

  /** Seconds to wait before the request is sent again, from the header `Retry-After` (RFC 9110 §10.2.3). */
  get retryAfter(): number | undefined {
    return retryAfterOf(this.headers);
  }
}

/** The header `Retry-After` in seconds; it has them or a date (RFC 9110 §10.2.3). */
export function retryAfterOf(headers: FetchHeaders | undefined): number | undefined {
  const header = headers?.get("retry-after");
  if (!header) return undefined;
  const seconds = Number.isNaN(+header) ? (Date.parse(header) - Date.now()) / 1000 : +header;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** An error raised by the client, not by the service. */
export function failure(code: string, message: string, rest?: Partial<Failure>): ODataError {
  return new ODataError({ status: 0, code, message, ...rest });
}

/** The request of an error. */
export interface Failed {
  readonly method: string;
  readonly url: string;
}

/** The method and URL of a request, as errors have them: options of a query may grant access. */
export function failedOf({ method, url }: Failed): Failed {
  return { method, url: url.replace(/\?.*/, "") };
}

/** The `error` object of a response body. Services omit any of its properties. */
type ServiceError = Partial<Omit<Failure, "message">> & {
  readonly innererror?: Failure["innerError"];
  /** OData 2.0 has the text in `value`. */
  readonly message?: string | { readonly value?: string };
};

/** Bodies of errors: those of OData, of OAuth (RFC 6749 §5.2), and problem details (RFC 9457 §3.1). */
interface ErrorBody {
  readonly error?: ServiceError | string;
  readonly error_description?: string;
  readonly detail?: string;
  readonly title?: string;
  readonly message?: string;
}

/**
 * Reads the error from an unsuccessful response. A body in no known format gives its text, without the token: proxies
 * repeat the headers of the request.
 */
export async function errorOf(response: FetchResponse, request: Failed, token = ""): Promise<ODataError> {
  const { status, headers } = response;
  const text = (await response.text().catch(() => "")).replaceAll(token || "\0", "…");
  const body = errorBody(text);
  // A string as object has none of the properties.
  const error = Object(body.error) as ServiceError;
  const { code, target, details, innererror, innerError = innererror } = error;
  const { "request-id": id } = Object(innerError) as { readonly "request-id"?: string };
  return new ODataError({
    status,
    code: String(code ?? (typeof body.error === "string" ? body.error : status)),
    message: messageOf(error, body) || `The service answered with status ${status}.`,
    target,
    details,
    innerError,
    requestId: headers.get("request-id") ?? headers.get("x-ms-request-id") ?? id,
    headers,
    ...failedOf(request),
  });
}

function messageOf({ message }: ServiceError, body: ErrorBody): string {
  const text =
    (Object(message) as { readonly value?: string }).value ?? message ?? body.error_description ?? body.detail;
  return String(text ?? body.title ?? body.message ?? "");
}

/** The body as JSON. Unchecked: every property of any other JSON value than an object is undefined. */
function errorBody(text: string): ErrorBody {
  try {
    return Object(JSON.parse(text)) as ErrorBody;
  } catch {
    return { message: plainText(text) };
  }
}

/** The title of a page of HTML, or the start of a text without markup. */
function plainText(text: string): string {
  return /<title>([^<]+)/i.exec(text)?.[1] ?? text.replace(/<[^>]*>/g, " ").slice(0, 300);
}
