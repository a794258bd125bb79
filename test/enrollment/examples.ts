/** The example calls of a reference page, taken from its text by simple means of the test's own. */
export interface ExampleCall {
  readonly method: string;
  readonly url: string;
  readonly request: Json;
  readonly status: number;
  readonly response: Json;
}

export type Json = Readonly<Record<string, unknown>>;

const REQUEST = /^(GET|POST|PATCH|PUT|DELETE) (https:\S+)\n[\s\S]*?\n(\{\n[\s\S]*?\n\})/m;
const RESPONSE = /^HTTP\/1\.1 (\d+)[^\n]*\n[\s\S]*?\n(\{\n[\s\S]*?\n\})/m;

/** Undefined for a page that shows none. */
export function exampleOf(text: string): ExampleCall | undefined {
  const [, method, url, request] = REQUEST.exec(text) ?? [];
  const [, status, response] = RESPONSE.exec(text) ?? [];
  if (method === undefined || url === undefined || request === undefined || response === undefined) return undefined;
  return {
    method,
    url,
    request: JSON.parse(request) as Json,
    status: Number(status),
    response: JSON.parse(response) as Json,
  };
}
