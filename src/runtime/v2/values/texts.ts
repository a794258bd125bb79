import { encode, quoted } from "../../http/literal.js";
import { checked, type LiteralKindV2 } from "./kind.js";

export const edmGuid: LiteralKindV2 = {
  literal: (text) => `guid'${checked(text, /^[\da-f-]{36}$/i, "Guid")}'`,
};

/** Bytes, which are base64 text in an app and in JSON. */
export const edmBinary: LiteralKindV2 = {
  literal: (text) => `binary'${hexOf(checked(text, /^[\w+/-]*={0,2}$/, "Binary"))}'`,
};

/** An enumeration of OData 3.0 by its qualified name, which stands before its members. */
export function edmEnum(type: string): LiteralKindV2 {
  return { literal: (text) => encode(type) + quoted(text) };
}

interface Base64 {
  readonly atob: (text: string) => string;
}

/** Hexadecimal digits of base64 text. Throws for text of another length. */
function hexOf(base64: string): string {
  // It exists on every supported platform, but its declaration may be missing from the project.
  const { atob } = globalThis as unknown as Base64;
  const bytes = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
