import { expect, it } from "vitest";
import { PortUnusable, serve } from "../../../src/cli/mock/serve.js";

it("tells a port that cannot be used from a handler that cannot be made", async () => {
  const failure = new TypeError("no handler");
  await expect(serve(0, () => Promise.reject(failure))).rejects.toBe(failure);
  const served = await serve(0, () => Promise.resolve(() => Promise.resolve(new Response())));
  const taken = Number(new URL(served.origin).port);
  await expect(serve(taken, () => Promise.reject(failure))).rejects.toBeInstanceOf(PortUnusable);
  await expect(serve(70_000, () => Promise.reject(failure))).rejects.toEqual(
    new PortUnusable("the last port is 65535"),
  );
  await served.close();
});
