import { describe, expect, it } from "vitest";
import { runCli } from "../cli/run-cli.js";
import { people } from "../cli/people-service.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";

describe("a file in the place of a folder", () => {
  const files = { "people.xml": people(), taken: "" };

  it.each([
    ["convert", "people.xml", "-o", "taken/below/people.json"],
    ["explore", "people.xml", "-o", "taken/people.html"],
    ["templates", "eject", "-o", "taken"],
  ])("is named once: %s %s %s %s", async (...args) => {
    const folder = temporaryFolder(files);
    const { code, stderr } = await runCli(folder, args);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'taken - error output-in-the-way: "taken" is a file where a folder is needed; move it away, or use another output folder.\n1 error\n',
    });
    expect(Object.keys(contentOf(folder))).toEqual(Object.keys(files));
  });
});
