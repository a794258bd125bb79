import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/peers/**"],
    testTimeout: 60_000,
    // One compiler program for all type tests; what else there is, `npm run typecheck` compiles.
    expect: { requireAssertions: true },
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "test/tsconfig.types.json" },
  },
});
