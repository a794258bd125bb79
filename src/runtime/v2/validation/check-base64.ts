/** Binary values of OData 2.0 and 3.0. */
import { fail, nullable, type Context, type Name } from "../../json/check-context.js";
import { isBase64, malformed, unpadded } from "../../json/check-text.js";

/** Edm.Binary: base64 (RFC 4648 §4), never base64url. `maxBytes` is the length of what it stands for. */
export function base64(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  maxBytes: number = Infinity,
): void {
  if (typeof value === "string" && !/[-_]/.test(value) && isBase64(value) && !(flags & context.refused)) {
    if (Math.floor((unpadded(value) * 3) / 4) > maxBytes)
      fail(context, name, "range", value, `base64 text of at most ${maxBytes} bytes`);
  } else malformed(value, context, name, flags, "base64 text");
}
