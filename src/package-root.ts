/** The folder of package.json: `src/`, `dist/` and `lib/`, one of which this code runs from, lie in it. */
export const packageRoot = new URL("../", import.meta.url);
