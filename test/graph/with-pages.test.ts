/** What pages add to the types of the client has to fit the types that those extend. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile, compilers } from "../support/compile.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";
import { generateTo } from "../support/generate.js";
import { graphDocument } from "../support/graph-output.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const services = [
  ["v1.0-2026-08.csdl", "v1.0"],
  ["beta-2021-07.csdl", "beta"],
] as const;

describeWithCorpus("the whole of Microsoft Graph with its reference pages:", () => {
  it.runIf(full).each(services)(
    "%s with the pages of %s compiles, no file left unchecked",
    async (document, version) => {
      const folder = temporaryFolder();
      const inputs = [graphDocument(document), join(corpus, "docs/api-reference", version)];
      await generateTo(folder, inputs, { emit: ["types", "validators", "client", "examples"] });
      for (const compiler of compilers) expect(compile(folder, compiler), compiler).toBe("");
    },
    600_000,
  );
});
