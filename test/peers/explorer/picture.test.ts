import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { goTo, type Opened, startExplorer } from "./explored.js";

const schemas = fileURLToPath(new URL("../../../schemas/intune-enrollment", import.meta.url));
const picture = new URL("../../../docs/explore.webp", import.meta.url);
const explorer = await startExplorer();
const writes = process.env["ODATA_CODEGEN_PICTURE"] === "write";

describe.skipIf(explorer === undefined)("the picture in the README", () => {
  afterAll(() => explorer?.stop());

  it.runIf(writes)("is made of the page of a type", async () => {
    if (explorer === undefined) return;
    const opened = await explorer.open(explorer.write("intune.html", [schemas]), {
      viewport: { width: 1280, height: 800 },
    });
    await goTo(opened.page, "#/type/microsoft.graph.importedDeviceIdentity");
    writeFileSync(picture, await webpOf(opened));
    expect(opened.complaints).toEqual([]);
  });

  it("is small, since the package brings it", () => {
    const bytes = readFileSync(picture);
    expect(bytes.toString("latin1", 8, 12)).toBe("WEBP");
    expect(bytes.length).toBeLessThan(80_000);
  });
});

/** A screenshot in the format that takes least. The page itself may load no picture, so another one converts it. */
async function webpOf({ page }: Opened): Promise<Buffer> {
  const png = (await page.screenshot()).toString("base64");
  const other = await page.context().newPage();
  const url = await other.evaluate<string>(`(async () => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(png)}), (one) => one.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.6);
  })()`);
  return Buffer.from(url.split(",")[1] ?? "", "base64");
}
