import { failure } from "../../http/error.js";
import { globalFetch, type Fetch } from "../../http/platform.js";
import { host } from "../shared/platform.js";

/**
 * Aborts a request whose response does not begin within that many milliseconds: its promise rejects with an ODataError
 * with the code `timeout`. The time to read the body of the response is not limited, as downloads may be long.
 */
export function timeout(fetch: Fetch | undefined, milliseconds: number): Fetch {
  const send = fetch ?? globalFetch;
  return (url, init) => {
    const controller = new host.AbortController();
    const late = failure("timeout", `The service did not answer within ${milliseconds} ms.`);
    const timer = host.setTimeout(() => controller.abort(late), milliseconds);
    const signal = init.signal ? host.AbortSignal.any([init.signal, controller.signal]) : controller.signal;
    return send(url, { ...init, signal }).finally(() => host.clearTimeout(timer));
  };
}
