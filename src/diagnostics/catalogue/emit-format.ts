import { error } from "./entry.js";

/** Reported for output as JavaScript. */
export const emitFormatEntries = {
  "transformer-missing": error<{ reason: string }>(
    "`--emit-format js` is given, and the package that makes JavaScript is not installed.",
    ({ reason }) =>
      `JavaScript is made by the package oxc-transform, which cannot be loaded (${reason}); run npm install --save-dev oxc-transform.`,
  ),
  "import-extension-ts": error(
    "`--import-extension ts` is given with `--emit-format js`.",
    () => "JavaScript cannot import files that end in .ts; leave --import-extension out, or give js or none.",
  ),
};
