import { describe, expect, it } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import { loadSources } from "../../src/sources/load-sources.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { recognize } from "./recognize.js";
import { serve } from "./server.js";

const edmx = '<edmx:Edmx Version="4.0"/>';

async function load(input: string, allowRemote: readonly string[]) {
  const report = new Report();
  const { loaded } = await loadSources([input], nodeIo(temporaryFolder()), report, { recognize, allowRemote });
  return {
    names: loaded.map(({ source }) => source.name),
    messages: report.diagnostics.map(({ code, message }) => `${code}: ${message}`),
  };
}

describe("loading URLs", () => {
  it("fetches from a host that is allowed", async () => {
    const { host } = await serve((_, response) => response.end(edmx));
    expect(await load(`http://${host}/$metadata`, [host])).toEqual({
      names: [`http://${host}/$metadata`],
      messages: [],
    });
  });

  it("asks for English: services are known that fail at the language `*`", async () => {
    const languages: unknown[] = [];
    const { host } = await serve(({ headers }, response) => {
      languages.push(headers["accept-language"]);
      response.end(edmx);
    });
    await load(`http://${host}/$metadata`, [host]);
    expect(languages).toEqual(["en"]);
  });

  it("sends nothing to a host that is not", async () => {
    const { host, asked } = await serve((_, response) => response.end(edmx));
    const { names, messages } = await load(`http://${host}/$metadata`, ["example.org", "127.0.0.1"]);
    expect(names).toEqual([]);
    expect(messages).toEqual([
      expect.stringContaining(
        `remote-not-allowed: "http://${host}/$metadata" would be fetched from the host "${host}"`,
      ),
    ]);
    expect(asked).toEqual([]);
  });

  it("follows a redirect within the host and none beyond it", async () => {
    const other = await serve((_, response) => response.end(edmx));
    const { host, asked } = await serve((request, response) => {
      if (request.url === "/moved") response.writeHead(302, { location: "/here" }).end();
      else if (request.url === "/away") response.writeHead(302, { location: `http://${other.host}/secret` }).end();
      else if (request.url === "/file") response.writeHead(302, { location: "file:///etc/hostname" }).end();
      else if (request.url === "/round") response.writeHead(302, { location: "/round" }).end();
      else response.end(edmx);
    });
    expect((await load(`http://${host}/moved`, [host])).names).toEqual([`http://${host}/moved`]);
    expect(asked).toEqual(["/moved", "/here"]);
    expect((await load(`http://${host}/away`, [host])).messages).toEqual([
      expect.stringContaining(
        `"http://${host}/away" redirects to "http://${other.host}/secret", which would be fetched from the host "${other.host}"`,
      ),
    ]);
    expect(other.asked).toEqual([]);
    expect((await load(`http://${host}/file`, [host])).messages).toEqual([
      expect.stringContaining('redirects to a "file:" URL'),
    ]);
    expect((await load(`http://${host}/round`, [host])).messages).toEqual([
      expect.stringContaining("more than 5 redirects"),
    ]);
  });

  it("says what went wrong", async () => {
    const { host } = await serve((_, response) => response.writeHead(404).end("gone"));
    expect((await load(`http://${host}/x`, [host])).messages).toEqual([
      expect.stringMatching(/^remote-failed: .*HTTP 404/),
    ]);
    expect((await load("http://127.0.0.1:1/x", ["127.0.0.1:1"])).messages).toEqual([
      expect.stringContaining("remote-failed"),
    ]);
  });

  it("neither sends nor repeats a password", async () => {
    const { host, asked } = await serve((_, response) => response.end(edmx));
    const { messages } = await load(`http://me:hush@${host}/x`, [host]);
    expect(messages).toEqual([expect.stringContaining(`"http://${host}/x" could not be fetched`)]);
    expect(messages.join("")).not.toContain("hush");
    expect(asked).toEqual([]);
  });
});
