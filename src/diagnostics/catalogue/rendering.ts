import { error } from "./entry.js";

/** Diagnostics of output as JavaScript, and of type-checking the output. */
export const renderingEntries = {
  "transformer-missing": error<{ reason: string }>(
    "`--emit-format js` needs the package oxc-transform, which is not installed.",
    ({ reason }) =>
      `--emit-format js needs the package oxc-transform, which cannot be loaded (${reason}); run npm install --save-dev oxc-transform.`,
  ),
  "import-extension-ts": error(
    "`--import-extension ts` is used with `--emit-format js`.",
    () => "JavaScript cannot import files with the extension .ts; omit --import-extension, or use js or none.",
  ),
  "verify-failed": error<{ code: number; problem: string }>(
    "The output does not compile, which is a bug of odata-codegen; nothing is written.",
    ({ code, problem }) =>
      `The generated code does not compile (TS${code}: ${problem}); this is a bug of odata-codegen, please report it in its repository.`,
  ),
};
