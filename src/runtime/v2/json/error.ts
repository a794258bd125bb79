import type { FetchResponse } from "../../http/platform.js";

/** An `error` object of OData 2.0 and 3.0, as services write it. */
interface LegacyError {
  readonly message?: unknown;
  readonly details?: unknown;
  readonly innererror?: { readonly errordetails?: unknown; readonly transactionid?: string };
}

/** An item of `errordetails`, which SAP Gateway writes. */
interface LegacyDetail {
  readonly message?: unknown;
  readonly target?: string;
  readonly propertyref?: string;
}

interface LegacyBody {
  readonly error?: LegacyError;
  readonly "odata.error"?: LegacyError;
}

/**
 * An error response in the form of OData 4.0: the text of `message.value` as message, `errordetails` of SAP as details
 * (OData 2.0 JSON Format §15, OData 3.0 JSON Light §17).
 */
export function modernError(response: FetchResponse): FetchResponse {
  const { ok, status, headers } = response;
  return { ok, status, headers, text: async () => modernText(await response.text()) };
}

function modernText(text: string): string {
  const { error: verbose, "odata.error": error = verbose } = bodyOf(text);
  if (Object(error) !== error || error === undefined) return text;
  const { errordetails, transactionid } = Object(error.innererror) as NonNullable<LegacyError["innererror"]>;
  return JSON.stringify({
    error: {
      ...error,
      message: messageIn(error.message),
      details: error.details ?? (Array.isArray(errordetails) ? errordetails.map(detailOf) : undefined),
      innererror: error.innererror && { "request-id": transactionid, ...error.innererror },
    },
  });
}

function detailOf(detail: LegacyDetail): object {
  return { ...detail, message: messageIn(detail.message), target: detail.target || detail.propertyref };
}

/** The text alone, or with its language; some services nest that once more. */
function messageIn(message: unknown): unknown {
  return Object(message) === message ? messageIn((message as { readonly value?: unknown }).value) : message;
}

/** The body as JSON; services that are asked for any type answer in XML. */
function bodyOf(text: string): LegacyBody {
  try {
    return Object(JSON.parse(text)) as LegacyBody;
  } catch {
    const [, code, message] = /<(?:\w+:)?code>([^<]*)<[^]*?<(?:\w+:)?message\b[^>]*>([^<]*)</.exec(text) ?? [];
    return message === undefined ? {} : { error: { code, message } as LegacyError };
  }
}
