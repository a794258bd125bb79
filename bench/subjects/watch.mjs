import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, watch as watchFolder, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** A property of TripPin that is in no key. */
const property = /<Property Name="(?:FirstName|Renamed\d+)"/;

/** Starts `generate --watch` in a project with the output folder `people`; resolves when it notices changes. */
export async function startWatch(tool, project) {
  const child = spawn(process.execPath, [tool, "generate", "--watch"], {
    cwd: project,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  while (!/^watching/m.test(said)) await once(child.stderr, "data");
  return {
    /** Gives a property another name; resolves with the seconds until the output has it. */
    change: (schema, name) => timeToWrite(schema, name, join(project, "people")),
    end: async () => {
      child.kill("SIGINT");
      await once(child, "exit");
    },
  };
}

async function timeToWrite(schema, name, output) {
  const text = readFileSync(schema, "utf8").replace(property, `<Property Name="${name}"`);
  const isWritten = () => readFileSync(join(output, "types.ts"), "utf8").includes(name);
  if (isWritten() || !text.includes(name)) throw new Error(`TripPin cannot be changed to have ${name}`);
  return new Promise((resolve) => {
    const start = performance.now();
    const watcher = watchFolder(output, () => {
      if (!isWritten()) return;
      watcher.close();
      resolve((performance.now() - start) / 1000);
    });
    writeFileSync(schema, text);
  });
}
