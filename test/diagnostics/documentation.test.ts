import { expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue/catalogue.js";

const SEVERITIES = ["error", "warning", "notice"] as const;

const INTRODUCTIONS = {
  error: "The run stops, and nothing is written.",
  warning: "The run continues; something is omitted or doubtful.",
  notice: "The run continues; for information.",
};

/** The page that lists every code; `npx vitest run -u` renews it. */
it("every code has a line in docs/diagnostics.md", async () => {
  const sections = SEVERITIES.map((severity) => {
    const rows = Object.entries(catalogue)
      .filter(([, entry]) => entry.severity === severity)
      .map(([code, { help }]) => `| \`${code}\` | ${help.replaceAll("|", "\\|")} |`)
      .toSorted();
    return `## ${severity[0]?.toUpperCase()}${severity.slice(1)}s\n\n${INTRODUCTIONS[severity]}\n\n| code | meaning |\n|---|---|\n${rows.join("\n")}\n`;
  });
  const page = `# Diagnostics\n\nA message has the form \`path:line:col - severity code: the problem and the remedy\`. The codes are stable.\n\n${sections.join("\n")}`;
  await expect(page).toMatchFileSnapshot("../../docs/diagnostics.md");
});
