import type { FetchResponse } from "../../http/platform.js";

/** A text, alone or with its language; some services nest that once more. */
type LegacyMessage = string | { readonly value?: LegacyMessage } | undefined;

/** An `error` object of OData 2.0 and 3.0, as services write it. */
interface LegacyError {
  readonly message?: LegacyMessage;
  readonly details?: unknown;
  readonly innererror?: { readonly errordetails?: readonly LegacyDetail[]; readonly transactionid?: string };
}

/** An item of `errordetails`, which SAP Gateway writes. */
interface LegacyDetail {
  readonly message?: LegacyMessage;
  readonly target?: string;
  readonly propertyref?: string;
}

interface LegacyBody {
  readonly error?: LegacyError;
  readonly "odata.error"?: LegacyError;
}

/**
 * An error response in the form of OData 4.0: the text of `message.value` as message, `errordetails` of SAP as details
 * (OData 2.0 JSON Format §15, OData 3.0 JSON Light §17). Of XML, the message alone is left, and any other text stays
 * as it is.
 */
export function modernError(response: FetchResponse): FetchResponse {
  const { ok, status, headers } = response;
  return { ok, status, headers, text: async () => modernText(await response.text()) };
}

function modernText(text: string): string {
  try {
    const { error: verbose, "odata.error": error = verbose } = JSON.parse(text) as LegacyBody;
    const { message, innererror: inner } = error as LegacyError;
    const details = inner?.errordetails?.map((detail) => ({
      ...detail,
      message: textIn(detail.message),
      target: detail.target || detail.propertyref,
    }));
    const innererror = inner && { "request-id": inner.transactionid, ...inner };
    return JSON.stringify({ error: { details, ...error, message: textIn(message), innererror } });
  } catch {
    // Services that may answer with any type write XML.
    return /<(?:\w+:)?message\b[^>]*>([^<]+)/.exec(text)?.[1] ?? text;
  }
}

function textIn(message: LegacyMessage): string | undefined {
  return typeof message === "object" ? textIn(message.value) : message;
}
