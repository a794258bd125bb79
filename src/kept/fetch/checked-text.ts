import { Report } from "../../diagnostics/report.js";
import type { Sources } from "../../diagnostics/position.js";
import { type Kind, recognize } from "../../read/recognize.js";
import { read } from "../../read/read.js";
import type { Document } from "../../edm/document.js";
import type { Io } from "../../sources/io.js";
import type { LoadedSource } from "../../sources/load-sources.js";
import { textOf } from "../../sources/read-input.js";
import { reportUnread } from "../../sources/report-unread.js";

/** The file extensions of copies by their kind. */
const extensions: Readonly<Record<Kind, string>> = {
  "csdl-xml": "xml",
  "csdl-json": "json",
  page: "md",
  include: "md",
};

/**
 * The file extension for what a URL answered. Reports why it is not the text of an input, and returns undefined: an HTML
 * page, an error, a document that is cut off, and whatever else no reader takes.
 */
export async function checkedText(
  { url, bytes }: { readonly url: string; readonly bytes: Uint8Array },
  io: Io,
  sources: Sources,
  report: Report,
): Promise<string | undefined> {
  const received = textOf(bytes);
  const kind = received.state === "text" ? recognize(received.text, url) : undefined;
  if (kind === undefined || received.state !== "text") {
    await reportUnread({ name: url, kind: "url", service: undefined }, received, sources, report);
    return undefined;
  }
  const own = new Report();
  await documentOf({ source: sources.add(url, received.text), kind, url }, io, sources, own);
  // Warnings are for the commands that use the text.
  const errors = own.diagnostics.filter(({ severity }) => severity === "error");
  report.include(errors);
  return errors.length === 0 ? extensions[kind] : undefined;
}

/** The document of a text, without those that it refers to. */
export async function documentOf(
  loaded: LoadedSource<Kind>,
  io: Io,
  sources: Sources,
  report: Report,
): Promise<Document | undefined> {
  const { documents } = await read({ loaded: [loaded], sources, report }, io, { keepSingle: true });
  return documents[0];
}
