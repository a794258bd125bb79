import type { Answer } from "../web.js";

/** A detail of an error (OData JSON Format 4.01 §21.1). */
export interface FaultDetail {
  readonly code: string;
  readonly message: string;
  readonly target?: string;
}

/** What a request is refused with; thrown where it is found. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly status: number;
  readonly code: string;
  readonly details: readonly FaultDetail[] | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { readonly details?: readonly FaultDetail[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = more.details;
    this.headers = more.headers;
  }
}

/** What the metadata lacks and the documentation may have: a path, a method, or a name where the metadata has keys. */
export class Lacking extends Fault {
  /** What is no key of an entity. */
  key?: string;
}

export function unknownPath(message: string): Fault {
  return new Lacking(404, "ResourceNotFound", message);
}

export function wrongMethod(message: string, allowed?: readonly string[]): Fault {
  const more = allowed && { headers: { allow: allowed.join(", ") } };
  return new Lacking(405, "MethodNotAllowed", message, more);
}

export function unknownKey(key: string, message: string): Fault {
  return Object.assign(new Lacking(404, "ResourceNotFound", message), { key });
}

export function notFound(message: string): Fault {
  return new Fault(404, "ResourceNotFound", message);
}

export function badRequest(message: string, details?: readonly FaultDetail[]): Fault {
  return new Fault(400, "BadRequest", message, details && { details });
}

/** The answer with the error of OData for what was thrown: a fault, or what a stub threw. */
export function answerOfError(error: unknown, id: string): Answer {
  const { status, code, message, details, target, headers } = partsOf(error);
  return {
    status,
    headers: { "request-id": id, ...headers },
    body: {
      error: {
        code,
        message,
        ...(target !== undefined && { target }),
        ...(details !== undefined && { details }),
        innererror: { "request-id": id },
      },
    },
  };
}

interface ErrorParts {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly target?: string | undefined;
  readonly details?: readonly FaultDetail[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Faults of queries and what stubs throw have a status, too; any other error is one of the stub. */
function partsOf(error: unknown): ErrorParts {
  const parts: Partial<ErrorParts> = typeof error === "object" && error !== null ? error : { message: String(error) };
  const { status = 500, code = "InternalServerError", message = "The mock failed.", target, details, headers } = parts;
  return { status, code, message, target, details, headers };
}
