// Loads the generated mock of Graph, and gives requests to it. Prints the CPU seconds of the start and of one request.
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const REQUESTS = 2000;
const WARM = 500;

const [folder] = process.argv.slice(2);
const file = join(folder, "mock.js");
if (!existsSync(file)) throw new Error(`${file} is not there`);
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const before = cpu();
const { createMock } = await import(pathToFileURL(file).href);
const mock = createMock();
const { status } = await mock.fetch(`${mock.baseUrl}/users/1`);
const start = cpu() - before;
if (status >= 500) throw new Error(`the first request is answered with ${status}`);
const url = `${mock.baseUrl}/users?$filter=startswith(displayName,'d')&$select=id,displayName&$top=5`;
const send = async (count) => {
  for (let at = 0; at < count; at++) {
    const response = await mock.fetch(url);
    if (response.status !== 200) throw new Error(`a request is answered with ${response.status}`);
    await response.text();
  }
};
await send(WARM);
const started = cpu();
await send(REQUESTS);
process.stdout.write(JSON.stringify({ start, request: (cpu() - started) / REQUESTS }));
