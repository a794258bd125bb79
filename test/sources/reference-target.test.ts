import { expect, it } from "vitest";
import { referenceTarget } from "../../src/sources/reference-target.js";

const file = { path: "/home/a.xml" };

it.each(["ftp://host/x.xml", "FTP://host/x.xml", "Urn:x"])("%s is refused for its protocol", (uri) => {
  expect(referenceTarget(uri, file)).toEqual({
    kind: "none",
    reason: `"${uri.slice(0, uri.indexOf(":") + 1)}" is not a supported protocol`,
  });
});

it.each(["b.xml", "./b.xml?x#y", "b%2Exml"])("%s is a file beside", (uri) => {
  expect(referenceTarget(uri, file)).toEqual({ kind: "file", path: "/home/b.xml" });
});

it.each(["https://host/x.xml", "HTTPS://host/x.xml#y"])("%s is a URL", (uri) => {
  expect(referenceTarget(uri, file)).toEqual({ kind: "url", url: "https://host/x.xml" });
});
