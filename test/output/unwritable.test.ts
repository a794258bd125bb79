import type fs from "node:fs/promises";
import { expect, it, vi } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { request, write } from "./request.js";

// No folder refuses whoever may do everything, and a full disk is not at hand.
vi.mock("node:fs/promises", async (original) => ({
  ...(await original<typeof fs>()),
  mkdir: () => Promise.reject(new Error("ENOSPC: no space left on device, mkdir 'out'")),
}));

it("a folder that cannot be made is named, with the reason", async () => {
  const { said, messages } = await write(request(temporaryFolder(), { "types.ts": "" }));
  expect(said).toEqual([{ code: "output-unwritable", place: { path: "out" } }]);
  expect(messages).toEqual([
    '"out" cannot be written (ENOSPC: no space left on device); free disk space or change its permissions, then run again.',
  ]);
});
