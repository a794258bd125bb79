import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { oldSchemas } from "../inputs/corpus.mjs";
import { oldService } from "../inputs/old-service.mjs";
import { inTurns } from "../measure/rounds.mjs";
import { atMost } from "../report/budget.mjs";
import { kilobytes, megabytes, seconds, times } from "../report/figures.mjs";
import { convert, generate } from "../subjects/tool.mjs";
import { sizes } from "./bundles.mjs";

const listSuppliers = new URL("../apps/list-suppliers.ts", import.meta.url);

/** What a document of OData 2.0 costs beside the same model in OData 4, and what an app ships. */
export async function oldProtocol({ tool, folder }) {
  const [two, four] = [join(folder, "two.xml"), join(folder, "four.xml")];
  writeFileSync(two, oldService());
  convert(tool, two, four);
  const output = join(folder, "old");
  const cold = (input) => () => {
    rmSync(output, { recursive: true, force: true });
    return generate(tool, input, output);
  };
  const { old, modern } = inTurns({ old: cold(two), modern: cold(four) }, 7);
  const ratio = old.cpu / modern.cpu;
  const list = await bundleOf(tool, folder);
  const size = (file) => megabytes(readFileSync(file).length / 1e6);
  return {
    title: "l. OData 2.0",
    text: "Two services of S/4HANA as one document with 2,000 properties, and what `convert` makes of it, which is the same model as CSDL 4.01, both into an empty folder. 7 rounds. The app lists suppliers with the client of one of the services, bundled as in g.",
    head: ["", "CPU", "×", "peak memory"],
    rows: [
      [`OData 2.0, ${size(two)}`, seconds(old.cpu), times(ratio), megabytes(old.peak)],
      [`the same in OData 4.01, ${size(four)}`, seconds(modern.cpu), times(1), megabytes(modern.peak)],
      ["the app, minified and gzip", kilobytes(list.minified), kilobytes(list.gzip), ""],
    ],
    budgets: [
      atMost("a document of OData 2.0, over the same in 4.01", 1.5, ratio, times),
      atMost("bundle that lists suppliers by OData 2.0", 5000, list.gzip, kilobytes),
    ],
  };
}

async function bundleOf(tool, folder) {
  const [suppliers] = oldSchemas;
  generate(tool, suppliers, join(folder, "old-app/suppliers"));
  const app = fileURLToPath(listSuppliers);
  const entry = join(folder, "old-app/list-suppliers.ts");
  return sizes(entry, readFileSync(app, "utf8"));
}
