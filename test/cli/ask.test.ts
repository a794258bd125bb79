import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { askDetails, Cancelled } from "../../src/cli/init/ask.js";

const service = { name: "people", inputs: ["people.xml"], headers: {}, what: "CSDL" };

/** Streams of a terminal. Each key is pressed when a question is shown anew. */
function terminal(keys: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const left = [...keys];
  let asked = "";
  output.on("data", (text: Buffer) => {
    const before = asked.split("◆").length;
    asked += text.toString();
    if (asked.split("◆").length > before && left.length > 0) setImmediate(() => input.write(left.shift()));
  });
  return { streams: { input: input as unknown as NodeJS.ReadStream, output }, shown: () => asked };
}

it("takes the defaults with Enter", async () => {
  const { streams, shown } = terminal(["\r", "\r", "\r"]);
  expect(await askDetails(service, (name) => `src/${name}`, streams)).toEqual({
    name: "people",
    output: "src/people",
    emit: ["types", "validators", "client"],
  });
  expect(shown()).toContain("Name of the service (people.xml)");
});

it("ends with Ctrl-C", async () => {
  const { streams, shown } = terminal(["\r", "\u0003"]);
  await expect(askDetails(service, (name) => `src/${name}`, streams)).rejects.toThrow(Cancelled);
  expect(shown()).toContain("Nothing was written.");
});
