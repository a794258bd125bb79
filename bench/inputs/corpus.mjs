import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The folder of real inputs; `ODATA_CODEGEN_CORPUS` overrides where it is looked for. */
export const corpus =
  process.env.ODATA_CODEGEN_CORPUS ?? fileURLToPath(new URL("../../../shared/corpus", import.meta.url));

export const graphSchema = join(corpus, "graph/v1.0-2026-08.csdl");

/** A service that every generator can do, small enough that what is measured is mostly the start. */
export const tripPinSchema = join(corpus, "csdl/odata2ts+odata2ts/examples/main/resource/trippin.xml");

const oldFolder = join(corpus, "csdl-v2/SAP+open-ux-odata/packages/edmx-parser/test/fixtures/v2");

/** Two large services of S/4HANA in OData 2.0. */
export const oldSchemas = ["MD_SUPPLIER_MASTER_SRV", "FCC_CLOSING_TASKLIST_SRV"].map((name) =>
  join(oldFolder, name, "metadata.xml"),
);

/** The reference pages of Graph, a folder for each version. */
export const pageFolders = {
  "v1.0": join(corpus, "docs/api-reference/v1.0"),
  beta: join(corpus, "docs/api-reference/beta"),
};

/** JSON texts that are hard to check. */
export const hostilePayloads = join(corpus, "hostile/payloads");

/** What is missing, or nothing. */
export function missingInputs() {
  return [graphSchema, tripPinSchema, ...oldSchemas, hostilePayloads, ...Object.values(pageFolders)].filter(
    (file) => !existsSync(file),
  );
}
