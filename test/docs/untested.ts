/** What other tests cover, and what none does, with the reason. */
import type { Block } from "./page-blocks.js";

interface OtherTest {
  readonly languages: "all" | readonly string[];
  readonly test: string;
}

const guide = (name: string, ...languages: readonly string[]): OtherTest => ({
  languages: languages.length === 0 ? "all" : languages,
  test: `test/guide/${name}.test.ts`,
});

/** Pages whose blocks have a test of their own, by language. The test names the page. */
export const testedElsewhere: Readonly<Record<string, readonly OtherTest[]>> = {
  "docs/api.md": [{ languages: "all", test: "test/peers/api/api.test.ts" }],
  "docs/audit.md": [{ languages: "all", test: "test/audit/documentation.test.ts" }],
  "docs/changes.md": [guide("changes")],
  "docs/ci.md": [guide("ci")],
  "docs/client.md": [guide("guide")],
  "docs/config.md": [
    { languages: "all", test: "test/config/config-page.test.ts" },
    { languages: "all", test: "test/guide/config/names-and-types.test.ts" },
  ],
  "docs/getting-started.md": [{ languages: "all", test: "test/peers/init/getting-started.test.ts" }],
  "docs/odata-v2.md": [guide("odata-v2", "ts", "http")],
  "docs/remote-inputs.md": [{ languages: "all", test: "test/config/remote-inputs-page.test.ts" }],
  "docs/testing.md": [{ languages: ["yaml"], test: "test/verify/page.test.ts" }],
  "docs/verify-service.md": [{ languages: "all", test: "test/verify/page.test.ts" }],
  "docs/vite.md": [{ languages: "all", test: "test/peers/vite/vite.test.ts" }],
  "docs/publishing.md": [guide("publishing")],
  "docs/templates.md": [guide("templates")],
  "docs/tanstack-query.md": [{ languages: "all", test: "test/peers/tanstack-query/docs.test.ts" }],
  "docs/zod-and-json-schema.md": [{ languages: "all", test: "test/peers/schemas/page.test.ts" }],
  "docs/validation.md": [guide("validation", "ts", "text"), { languages: ["tsx"], test: "test/peers/validators/validators.test.ts" }],
};

export function isTestedElsewhere(page: string, block: Block): boolean {
  return (testedElsewhere[page] ?? []).some(
    ({ languages }) => languages === "all" || languages.includes(block.language),
  );
}

/** Commands in pages that are run here, but for these. */
export const unrun: readonly { readonly command: string; readonly reason: string }[] = [
  { command: "npm install --save-dev odata-codegen", reason: "test/package.test.ts installs the packed tool" },
  {
    command: "npm uninstall @microsoft/msgraph-sdk @microsoft/msgraph-sdk-users",
    reason: "it removes a package of the reader",
  },
  { command: "npm uninstall @microsoft/microsoft-graph-types", reason: "it removes a package of the reader" },
  { command: "npm ci && npm run generate", reason: ".ci/run runs it in a fresh clone" },
  { command: "npm ci && npm test", reason: ".ci/run runs it in a fresh clone" },
];

/** Blocks by their first line. */
export const untested: readonly { readonly page: string; readonly block: string; readonly reason: string }[] = [
  {
    page: "CONTRIBUTING.md",
    block: "npm ci && npm run generate   # builds the tool and writes generated/ from schemas/",
    reason: ".ci/run runs them in a fresh clone",
  },
  {
    page: "docs/testing.md",
    block: 'import { http } from "msw";',
    reason: "test/peers/mock/msw.test.ts runs its line, with the package",
  },
  {
    page: "docs/testing.md",
    block: 'import { defineConfig } from "@playwright/test";',
    reason: "test/peers/mock/browser.test.ts has such an app in Chromium, and starts the mock by that command",
  },
  {
    page: "docs/from-graph-pages.md",
    block:
      "|platform|[platform](…)|The operating system platform of the device. Possible values are: `unknown`, `ios`, `android`, `windows`, `windowsMobile`, `macOS`, `visionOS`, `tvos`, `unknownFutureValue`.|",
    reason: "a row of a page, whose union is compared with what is generated",
  },
];
