import { unpack } from "../../explore/file/packed.js";
import type { PageData } from "../../explore/file/page-data.js";

/** The data that the page carries as gzip in base64. Rejects with words for the user. */
export async function readData(text: string): Promise<PageData> {
  try {
    const unpacked = new Blob([bytesOf(text.trim())]).stream().pipeThrough(new DecompressionStream("gzip"));
    return unpack((await new Response(unpacked).json()) as PageData); // as `explore` of this version writes it
  } catch {
    throw new Error("The data cannot be unpacked: the file is damaged, or the browser is older than 2023.");
  }
}

/** Browsers since 2025 have a function for it, which takes a tenth of the time. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const decoder = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }; // newer than the types
  return decoder.fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
}
