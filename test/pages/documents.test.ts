/** Each page of a golden case is read into exactly `documents/*.txt`: all facts with their places, and what is reported. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { read } from "./read.js";

const pages = fileURLToPath(new URL("../golden/page-everything/", import.meta.url));
const documents = fileURLToPath(new URL("documents/", import.meta.url));

it.each(readdirSync(pages).filter((name) => name.endsWith(".md")))("%s", async (name) => {
  const { document, reported, place } = read(readFileSync(`${pages}${name}`, "utf8"), name);
  const shown = (key: string, value: unknown) => {
    if (key === "source") return undefined;
    if (typeof value === "bigint") return String(value);
    return key === "at" && typeof value === "number" ? place(value) : value;
  };
  const text = JSON.stringify({ reported, ...document }, shown, 1);
  await expect(`${text}\n`).toMatchFileSnapshot(`${documents}${name.replace(/\.md$/, ".txt")}`);
});
