/** Reads what `explore` wrote: an HTML file, or the data as JSON. */
import { gunzipSync } from "node:zlib";
import { at, type Source } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import { MODEL_FORMAT, type ModelData } from "../data/format.js";
import { unpack } from "../file/packed.js";
import { misfit } from "./data-shape.js";

/** Bytes of unpacked data, ten times what the largest service has. */
const MAX_UNPACKED = 512 * 2 ** 20;

const DATA = /<script type="application\/gzip" id="data">([^<]*)<\/script>/;

/** Reports data that is damaged, or of another version of the format; undefined then. */
export function readModelData(source: Source, report: Report): ModelData | undefined {
  const { text } = source;
  const isJson = /^\s*\{/.test(text);
  const found = isJson ? undefined : DATA.exec(text);
  const place = at(source, found?.index ?? 0);
  const damaged = (problem: string): undefined => {
    report.add("model-data-damaged", place, { problem });
  };
  if (!isJson && found?.[1] === undefined) return damaged("it has no data");
  const json = found?.[1] === undefined ? text : unzipped(found[1]);
  if (json === undefined) return damaged("its data cannot be unpacked");
  const parsed = parsedJson(json);
  if (parsed === undefined) return damaged("its data is no JSON");
  const { format } = parsed;
  if (format !== MODEL_FORMAT) {
    report.add("model-data-format", place, { format: String(format), expected: MODEL_FORMAT });
    return undefined;
  }
  const path = misfit(parsed);
  if (path !== undefined) return damaged(`${path} is missing or of another kind`);
  const data = parsed as unknown as ModelData; // as far as it was checked
  return isJson ? data : unpack(data);
}

function unzipped(base64: string): string | undefined {
  try {
    return gunzipSync(Buffer.from(base64, "base64"), { maxOutputLength: MAX_UNPACKED }).toString();
  } catch {
    return undefined;
  }
}

function parsedJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return undefined;
    return value as Readonly<Record<string, unknown>>; // an object of JSON
  } catch {
    return undefined;
  }
}
