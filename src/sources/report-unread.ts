import type { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { Candidate } from "./find-inputs.js";
import { sizeLimitText } from "./limited-bytes.js";
import type { ReadInput } from "./read-input.js";
import { reportFailure } from "./remote/report-failure.js";

/** An input for messages. */
export interface NamedInput {
  readonly name: string;
  readonly kind: Candidate["kind"];
  /** The service of the config file that has it, of a URL. */
  readonly service: string | undefined;
}

/** Reports why an input that the user named is not loaded. A text that is recognized as something else becomes a source. */
export async function reportUnread(
  { name: input, kind, service }: NamedInput,
  read: ReadInput,
  sources: Sources,
  report: Report,
): Promise<void> {
  const place = { path: input };
  switch (read.state) {
    case "text":
      return (await foreign()).reportUnrecognized(input, read.text, sources, report);
    case "invalid":
      if ((await foreign()).reportBinary(input, read.guess, report)) return;
      return report.add("unsupported-encoding", place, { encoding: read.encoding, offset: read.offset });
    case "tooLarge":
      return report.add("input-too-large", place, { input, limit: sizeLimitText });
    default:
      return kind !== "url" && read.state === "unreadable"
        ? report.add("input-unreadable", place, { input, reason: read.reason })
        : reportFailure(read, { input, service }, report);
  }
}

/** Imported only for such a text: it needs a parser. */
function foreign() {
  return import("./foreign/report-foreign.js");
}
