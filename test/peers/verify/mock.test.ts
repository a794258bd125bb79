/** The mock does what its metadata says, as `verify-service` sees it. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runCli } from "../../cli/run-cli.js";
import { corpus, describeWithCorpus } from "../../support/corpus.js";
import { startMock } from "../../support/mock-process.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const services = {
  TripPin: fileURLToPath(new URL("../../docs/services/trippin.xml", import.meta.url)),
  Northwind: join(
    corpus,
    "csdl/simple-odata-client+Simple.OData.Client/Simple.OData.Tests.Client/Resources/Northwind4.xml",
  ),
  "Northwind in OData 2.0": join(corpus, "csdl/SAP+python-pyodata/metadata_odata_org_northwind_v2.xml"),
};

describeWithCorpus("verify-service finds nothing in a mock", () => {
  it.each(Object.entries(services))("of %s", async (_, file) => {
    const folder = temporaryFolder();
    const mock = await startMock(folder, file, "--quiet");
    const args = ["verify-service", mock.origin, file, "--max-requests", "1000", "--report", "json", "--write"];
    const { stdout } = await runCli(folder, args);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [], complete: true, written: { left: [] } });
    expect(await mock.interrupt()).toBe(0);
  });
});
