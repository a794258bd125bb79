import { error } from "./entry.js";

/** Diagnostics of output as JavaScript. */
export const emitFormatEntries = {
  "transformer-missing": error<{ reason: string }>(
    "`--emit-format js` needs the package oxc-transform, which is not installed.",
    ({ reason }) =>
      `--emit-format js needs the package oxc-transform, which cannot be loaded (${reason}); run npm install --save-dev oxc-transform.`,
  ),
  "import-extension-ts": error(
    "`--import-extension ts` is used with `--emit-format js`.",
    () => "JavaScript cannot import files with the extension .ts; omit --import-extension, or use js or none.",
  ),
};
