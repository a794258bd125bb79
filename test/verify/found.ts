import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeIo } from "../../src/sources/node-io.js";
import { verifyService, type VerifyRequest } from "../../src/verify-service.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { type Change, smallService } from "./small-service.js";

/** What is found of a service, `cause subject: message`, by its own metadata or another. */
export async function found(
  change?: Change,
  { csdl, page, ...options }: { readonly csdl?: string; readonly page?: string } & Partial<VerifyRequest> = {},
) {
  const { root, received } = await smallService(change);
  const folder = temporaryFolder();
  const [file, pageFile] = [join(folder, "metadata.xml"), join(folder, "page.md")];
  if (csdl !== undefined) writeFileSync(file, csdl);
  if (page !== undefined) writeFileSync(pageFile, page);
  const waits: number[] = [];
  const wait = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  const result = await verifyService(
    {
      inputs: [csdl === undefined ? `${root}/$metadata` : file, ...(page === undefined ? [] : [pageFile])],
      root: { url: root },
      allowRemote: [new URL(root).host],
      ...options,
    },
    nodeIo("/", { TOKEN: "secret-token" }),
    { wait },
  );
  const lines = result.findings.map(({ cause, subject, message }) => `${cause} ${subject}: ${message}`);
  return { ...result, lines, received, waits };
}
