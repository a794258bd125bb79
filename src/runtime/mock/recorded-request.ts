import { textIn, type Incoming } from "./web.js";

/** A request that the mock was sent. */
export interface RecordedRequest {
  readonly method: string;
  /** From the service root on, decoded: `/users/1`. */
  readonly path: string;
  /** The options of the query, decoded. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON; else the text, if there is one. */
  readonly body: unknown;
  /** Of the answer; 0 where the connection was ended. */
  readonly status: number;
}

export function recorded({ method, url, headers, bytes }: Incoming, base: string, status: number): RecordedRequest {
  const [path = "", query = ""] = url.slice(base.length).split("?", 2);
  const options = query
    .split("&")
    .filter((option) => option !== "")
    .map((option) => {
      const [name = "", ...value] = option.replaceAll("+", " ").split("=");
      return [readable(name), readable(value.join("="))] as const;
    });
  return { method, path: readable(path), query: Object.fromEntries(options), headers, body: bodyIn(bytes), status };
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The JSON; else the text, if there is one. */
function bodyIn(bytes: Uint8Array): unknown {
  const text = textIn(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text === "" ? undefined : text;
  }
}
