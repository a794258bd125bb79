/** The size of the largest input that is read, in bytes. The CSDL of Microsoft Graph has 3.4 MB. */
export const sizeLimit = 64 * 1024 * 1024;

/** `sizeLimit` as text for messages. */
export const sizeLimitText = "64 MB";

/** Reads at most the first `limit` bytes of a stream, without waiting for the rest. */
export async function collectBytes(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= limit) break;
  }
  return Buffer.concat(chunks, Math.min(length, limit));
}
