import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["*/**/*.test.ts"],
    // Servers, browsers and compilers run beside the tests; together they would outrun the machine.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
  },
});
