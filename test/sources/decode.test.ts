import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/sources/decode.js";

const utf16le = (text: string) => Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, "utf16le")]);
const utf16be = (text: string) => Buffer.from(utf16le(text)).swap16();

describe("decode", () => {
  it("reads what any well-formed text was encoded to, the byte order mark left out", () => {
    const text = fc.string({ unit: "binary" }).filter((text) => !text.includes("\0") && !text.startsWith("\uFEFF"));
    fc.assert(
      fc.property(text, (text) => {
        expect(decode(Buffer.from(text))).toEqual({ ok: true, text });
        expect(decode(Buffer.from(`\uFEFF${text}`))).toEqual({ ok: true, text });
        expect(decode(utf16le(text))).toEqual({ ok: true, text });
        expect(decode(utf16be(text))).toEqual({ ok: true, text });
      }),
    );
  });

  it.each([
    ["a Latin-1 letter", Buffer.from("<a>caf\u00e9</a>", "latin1"), "UTF-8", 6],
    ["an overlong slash", Buffer.of(0x61, 0xc0, 0xaf), "UTF-8", 1],
    ["a sequence cut off at the end", Buffer.from("é").subarray(0, 1), "UTF-8", 0],
    [
      "a fault after a genuine replacement character",
      Buffer.concat([Buffer.from("é\uFFFD"), Buffer.of(0xff)]),
      "UTF-8",
      5,
    ],
    ["gzip", Buffer.of(0x1f, 0x8b, 0x08), "UTF-8", 1],
    ["UTF-16 without byte order mark", Buffer.from("<a/>", "utf16le"), "UTF-8", 1],
    ["NUL", Buffer.from("ab\0"), "UTF-8", 2],
    ["half a surrogate pair", utf16le("ab\uD800c"), "UTF-16LE", 6],
    ["an odd number of bytes", Buffer.concat([utf16be("ab"), Buffer.of(0)]), "UTF-16BE", 6],
    ["a fault after a genuine replacement character in UTF-16", utf16be("\uFFFD\uDC00"), "UTF-16BE", 4],
    ["UTF-32", Buffer.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), "UTF-16LE", 2],
  ])("refuses %s and says where", (_, bytes, encoding, offset) => {
    expect(decode(bytes)).toEqual({ ok: false, encoding, offset });
  });
});
