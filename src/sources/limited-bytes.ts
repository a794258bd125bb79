/** The largest input that is read: 64 MB; the whole of Microsoft Graph is 3.4 MB of CSDL. */
export const sizeLimit = 64 * 1024 * 1024;

/** `sizeLimit`, for messages. */
export const sizeLimitText = "64 MB";

/** At most the first `limit` bytes of a stream; the rest is not waited for. */
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
