/** Each page beside `documents/*.json` is read into exactly that: all facts with their places, and what is reported. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { read } from "./read.js";

const folder = fileURLToPath(new URL("documents/", import.meta.url));
const pages = readdirSync(folder).filter((name) => !name.endsWith(".json"));

it.each(pages)("%s", async (name) => {
  const { document, reported, place } = read(readFileSync(`${folder}${name}`, "utf8"), name);
  const shown = (key: string, value: unknown) => {
    if (key === "source") return undefined;
    if (typeof value === "bigint") return String(value);
    return key === "at" && typeof value === "number" ? place(value) : value;
  };
  const text = JSON.stringify({ reported, ...document }, shown, 1);
  await expect(`${text}\n`).toMatchFileSnapshot(`${folder}${name}.json`);
});
