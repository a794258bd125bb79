// Where there is no GNU time, every Node process of a measured tree is started with this file and adds a line of its own.
import { appendFileSync } from "node:fs";
import process from "node:process";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  appendFileSync(process.env.ODATA_CODEGEN_BENCH_USAGE, `${userCPUTime / 1e6} ${systemCPUTime / 1e6} ${maxRSS}\n`);
});
