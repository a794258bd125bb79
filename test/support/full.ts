/** Whether the tests that take minutes run too: `npm run test:full` asks for them. */
export const full = process.env["ODATA_CODEGEN_FULL"] === "1";

if (!full)
  process.stderr.write(
    "Compilers other than TypeScript 7.0 are left out of the tests of Graph and the corpus (npm run test:full).\n",
  );
