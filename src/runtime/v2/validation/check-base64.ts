/** Binary values of OData 2.0 and 3.0. */
import { nullable, type Context, type Name } from "../../json/check-context.js";
import { binary, isBase64, malformed } from "../../json/check-text.js";

/** Edm.Binary: base64 (RFC 4648 §4), never base64url. `maxBytes` is the length of what it stands for. */
export function base64(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  maxBytes: number = Infinity,
): void {
  if (typeof value === "string" && !/[-_]/.test(value) && isBase64(value))
    binary(value, context, name, flags, maxBytes);
  else malformed(value, context, name, flags, "base64 text");
}
