import { request } from "node:http";
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

it("gives the handler requests of any method, and answers 500 for what it throws", async () => {
  const served = await serve(0, () =>
    Promise.resolve(({ method }) => {
      if (method === "PUT") return Promise.reject(new TypeError("fetch failed", { cause: dropped }));
      if (method === "POST") return Promise.reject(new Error("no answer"));
      return Promise.resolve(new Response(method, { status: 405 }));
    }),
  );
  const dropped = Object.assign(new Error(), { name: "Dropped" });
  expect(await sent("TRACE", served.origin)).toEqual({ status: 405, text: "TRACE" });
  const error = { error: { code: "InternalServerError", message: "no answer" } };
  expect(await sent("POST", served.origin)).toEqual({ status: 500, text: JSON.stringify(error) });
  await expect(sent("PUT", served.origin)).rejects.toThrow("socket hang up");
  await served.close();
});

function sent(method: string, url: string): Promise<{ readonly status: number | undefined; readonly text: string }> {
  return new Promise((done, failed) => {
    const asked = request(url, { method }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => done({ status: response.statusCode, text }));
    });
    asked.on("error", failed).end();
  });
}
