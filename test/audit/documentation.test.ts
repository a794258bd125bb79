import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { causes } from "../../src/audit/causes.js";

const INTRODUCTION = `# Audit

\`odata-codegen audit\` compares Microsoft Graph reference pages with the CSDL of the same service, and reports where they contradict each other. Without CSDL, the pages are compared with each other.

\`\`\`sh
odata-codegen audit pages metadata.xml                               # by page and cause, with the positions in both
odata-codegen audit pages metadata.xml --causes 'type-*,path-*'      # only findings of these causes
odata-codegen audit pages metadata.xml --all-findings                # what is on no page, too
odata-codegen audit pages metadata.xml --report markdown -o audit.md # for a pull request
odata-codegen audit pages metadata.xml --format json                 # for tools
\`\`\`

\`\`\`text
pages/lamp-create.md
  type-primitive-differs  A page documents a property or parameter with another primitive type than the CSDL.
    31:2  contoso.home.lamp/id  documented as String, declared as Int32 in the CSDL  lamps.xml:11:9
\`\`\`

Elements of the CSDL that are on no page are only counted, since the CSDL of a whole service has thousands beside the pages of a part. So are findings on pages of another version than the CSDL, such as beta pages beside the CSDL of v1.0, which one finding names. \`--all-findings\` lists both, and so does \`--causes\`.

Pages are compared as they are written, regardless of which source takes precedence when both are merged. Findings do not fail a run: its exit code is 0, or 1 if more findings are listed than \`--max-warnings\` allows. Problems of reading the inputs, such as a malformed table row, are [diagnostics](diagnostics.md) on standard error.

[explore](explore.md#findings) shows the findings at the types, operations and requests that they name.

## Known findings

A suppression file lists known findings. They are counted, but not printed, and \`--max-warnings\` ignores them. Commit the file, and a run in CI reports only new findings:

\`\`\`sh
odata-codegen audit pages metadata.xml --suppressions known.json --update-suppressions   # add all current findings
odata-codegen audit pages metadata.xml --suppressions known.json --max-warnings 0        # in CI
\`\`\`

\`\`\`json
{
  "suppressions": [
    { "cause": "type-*", "page": "pages/legacy-*", "reason": "to be rewritten" },
    { "cause": "property-not-in-csdl", "element": "contoso.home.lamp/color", "reason": "ships in May" }
  ]
}
\`\`\`

\`cause\` and \`reason\` are required; without \`element\` or \`page\` an entry matches any. \`*\` matches any characters. An entry that matches no finding is reported. \`--update-suppressions\` removes such entries, keeps the others with their reasons, and adds an entry for each new finding that is listed.

A service of the config file can have the same entries, or the path of such a file, in \`suppressions\`:

\`\`\`json
{
  "services": {
    "home": {
      "input": ["pages", "metadata.xml"],
      "output": "src/home",
      "suppressions": [{ "cause": "type-*", "page": "pages/legacy-*", "reason": "to be rewritten" }]
    }
  }
}
\`\`\`

\`--suppressions\` takes the place of that setting.

## As data

\`--format json\` prints one object: \`version\` (1), \`findings\`, \`counts\` of them by cause, \`counted\`, the same for findings that are not listed, and \`suppressed\`, the number of known findings. A finding has

| member | meaning |
|:--|:--|
| \`cause\` | one of the causes below, whose names are stable |
| \`element\` | \`ns.Type\`, \`ns.Type/property\`, \`ns.operation(binding type)\`, \`ns.operation(binding type)/parameter\` or \`GET /path\` |
| \`message\` | the difference in words; may change between versions |
| \`page\` | \`path\`, \`line\` and \`column\` on the page; absent if no page documents the element |
| \`csdl\` | the same in the CSDL; absent if it does not declare the element |
| \`otherPage\` | the same on another page that contradicts this one |
| \`suggestion\` | the text that the page should have instead, if there is only one |
| \`version\` | the version of the service that the page documents, if the CSDL is of another one |

## Causes
`;

/** The page that lists every cause; `npx vitest run test/audit/documentation.test.ts --update` renews it. */
it("every cause has a line in docs/audit.md", async () => {
  const rows = Object.entries(causes).map(([cause, help]) => `| \`${cause}\` | ${help.replaceAll("|", "\\|")} |`);
  const path = fileURLToPath(new URL("../../docs/audit.md", import.meta.url));
  await expect(`${INTRODUCTION}\n| cause | meaning |\n|:--|:--|\n${rows.join("\n")}\n`).toMatchFileSnapshot(path);
});
