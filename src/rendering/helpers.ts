/**
 * The only ways by which text of a schema gets into the output: one for each kind of place, each
 * escaping for that place. Whatever a template prints without one is code that the views made.
 */
import { literal, propertyKey } from "../code/code.js";

export const helpers = {
  /** A string literal. */
  literal: (text: string) => literal(text),
  /** A property name in an interface or an object literal. */
  key: (name: string) => propertyKey(name),
  /** Text in a comment, with a blank before it; nothing when there is none. */
  comment: (text: string) => (text === "" ? "" : ` ${commentText(text)}`),
  /** A link to an address, in a comment. */
  link: (address: string) => `{@link ${linkText(address)}}`,
} as const;

/** A comment can't end early, start a tag or a directive, or hide what follows by line ends and invisible marks. */
function commentText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\*\//g, "*\\/")
    .replace(/(?<![\p{L}\p{N}_.])@/gu, "\\@") // an address such as a@b.c stays
    .replace(/^(#|\/)/, "\\$1");
}

/** An address holds no character that could end a link or a comment: each that no address needs is percent-encoded. */
function linkText(address: string): string {
  return address.replace(/[^\w\-.~:/?#[\]!$&'()+,;=%]/gu, encoded);
}

function encoded(character: string): string {
  const bytes = [...new TextEncoder().encode(character)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
