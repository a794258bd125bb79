import { at, type Sources } from "../../diagnostics/position.js";
import type { Place, Report } from "../../diagnostics/report.js";
import { binaryOf } from "./binary.js";
import type { Foreign } from "./foreign.js";
import { foreignOf } from "./recognize-foreign.js";

/**
 * Reports what a text is that no reader takes, with what to use in its place, at its position; the text becomes one of
 * the sources. `input` is its path or URL for messages.
 */
export function reportUnrecognized(input: string, text: string, sources: Sources, report: Report): void {
  const place = { path: input };
  if (!/\S/.test(text)) return report.add("empty-input", place, { input });
  const foreign = foreignOf(text);
  if (foreign === undefined) return report.add("unknown-kind", place, { input });
  reportForeign(foreign, at(sources.add(input, text), foreign.offset), input, report);
}

/** Reports bytes that are no text in any encoding. `guess` is `guessedText` of them. */
export function reportBinary(input: string, guess: string, report: Report): boolean {
  const binary = binaryOf(guess);
  if (binary === undefined) return false;
  report.add(binary.isPacked ? "packed-input" : "binary-input", { path: input }, { input, format: binary.name });
  return true;
}

function reportForeign(foreign: Foreign, place: Place, input: string, report: Report): void {
  switch (foreign.kind) {
    case "html":
      return report.add("html-page", place, { input, title: foreign.title, isLogin: foreign.isLogin });
    case "error":
      return report.add("service-error", place, { input, message: foreign.message });
    case "serviceDocument":
      return report.add("service-document", place, { input, metadata: metadataUrl(foreign.metadata, input, true) });
    case "payload":
      return report.add("data-not-metadata", place, { input, metadata: metadataUrl(foreign.metadata, input, false) });
    case "feed":
      return report.add("feed-document", place, { input, format: foreign.format });
    case "openapi":
      return report.add("openapi-document", place, { input, version: foreign.version });
    case "schema":
      return report.add("schema-document", place, { input, language: foreign.language });
    case "wsdl":
      return report.add("wsdl-document", place, { input });
  }
}

/** The URL of the metadata: the one that the text refers to, or below the URL of the input if that is the service's. */
function metadataUrl(given: string | undefined, input: string, isRoot: boolean): string | undefined {
  const base = URL.canParse(input) ? new URL(input) : undefined;
  if (given !== undefined && URL.canParse(given, base?.href)) {
    const { origin, pathname } = new URL(given, base?.href);
    return `${origin}${pathname}`;
  }
  return isRoot && base !== undefined ? `${base.origin}${base.pathname.replace(/\/$/, "")}/$metadata` : undefined;
}
