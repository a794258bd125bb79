/** A command that writes deletes what it has created before Ctrl+C ends it. */
import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { bin } from "../../cli/run-cli.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { writtenService } from "../../verify/written-service.js";

it("deletes before it ends by Ctrl+C", async () => {
  const end: { now?: () => void } = {};
  const { origin, file, contents, lines } = await writtenService((request, next) => {
    if (request.method === "PATCH") end.now?.();
    return next();
  });
  const before = contents();
  const child = spawn(process.execPath, [bin, "verify-service", origin, file, "--write"], { cwd: temporaryFolder() });
  end.now = () => child.kill("SIGINT");
  const code = await new Promise((resolve) => child.once("exit", resolve));
  const writes = lines().filter((line) => !line.startsWith("GET"));
  expect({ code, isAsBefore: contents() === before, methods: writes.map((line) => line.split(" ")[0]) }).toEqual({
    code: 130,
    isAsBefore: true,
    methods: ["POST", "PATCH", "DELETE"],
  });
});
