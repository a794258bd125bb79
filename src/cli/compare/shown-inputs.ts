import { resolve } from "node:path";
import type { LoadRequest } from "../../read/read.js";
import { isUrl } from "../../sources/find-inputs.js";
import { type Io, shownPath } from "../../sources/io.js";
import { withoutCredentials } from "../../sources/remote/remote-input.js";

/** The inputs of a version as messages show them: of a URL the kept copy, if that is read. */
export function shownInputs({ inputs, kept, base = "" }: LoadRequest, io: Io): readonly string[] {
  return inputs.map((input) => {
    const copy = kept?.get(input);
    if (copy !== undefined) return shownPath(copy, copy, io);
    if (input === "-") return "<stdin>";
    if (isUrl(input)) return withoutCredentials(input);
    return shownPath(io.locate?.(input)?.path ?? resolve(io.cwd, base, input), input, io);
  });
}
