import { perform, type Call } from "../../http/http.js";
import type { FetchResponse } from "../../http/platform.js";

/** Gives a response that came inside another one as if it had come by itself; throws the error that it may be. */
export function answered(call: Call, response: FetchResponse): Promise<FetchResponse> {
  const connection = { ...call.connection, token: async () => undefined, fetch: async () => response };
  return perform({ ...call, connection });
}
