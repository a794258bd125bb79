import { readFileSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "./corpus.mjs";

const folder = join(corpus, "csdl-v2/SAP+open-ux-odata/packages/edmx-parser/test/fixtures/v2");

/** Two large services of S/4HANA in OData 2.0. */
export const oldServices = ["MD_SUPPLIER_MASTER_SRV", "FCC_CLOSING_TASKLIST_SRV"].map((name) =>
  join(folder, name, "metadata.xml"),
);

const container = /<EntityContainer Name="([^"]+)"[^>]*>([\s\S]*?)<\/EntityContainer>/;

/**
 * Both services as one document of 1.1 MB: the schemas of both, with one container. Types keep their namespaces, so that
 * nothing is renamed.
 */
export function oldService() {
  const [first, second] = oldServices.map((file) => readFileSync(file, "utf8"));
  const [, name] = container.exec(first) ?? [];
  const [, otherName, children = ""] = container.exec(second) ?? [];
  const own = `${namespaceOf(first)}.${name}`;
  const schema = second
    .slice(second.indexOf("<Schema "), second.lastIndexOf("</Schema>") + "</Schema>".length)
    .replace(container, "")
    .replaceAll(`${namespaceOf(second)}.${otherName}`, own);
  return first
    .replace("</EntityContainer>", () => `${children}</EntityContainer>`)
    .replace("</edmx:DataServices>", () => `${schema}</edmx:DataServices>`);
}

function namespaceOf(text) {
  return /<Schema Namespace="([^"]+)"/.exec(text)?.[1];
}
