/**
 * The helpers of the templates. Text from a schema reaches the output only through one of them, each of which escapes
 * for one kind of place. What a template prints without a helper is code from a view.
 */
import { literal, propertyKey } from "../code/code.js";
import { htmlText, jsonString, markdownText, uriPart } from "./text-formats.js";

export const helpers = {
  /** Prints a string literal. */
  literal: (text: string) => literal(text),
  /** Prints the name of a property in an interface or an object literal. */
  key: (name: string) => propertyKey(name),
  /** Prints a space and the text, within a comment; nothing for an empty text. */
  comment: (text: string) => (text === "" ? "" : ` ${commentText(text)}`),
  /** Prints a link within a comment. */
  link: (address: string) => `{@link ${linkText(address)}}`,
  /** Prints text of one line in a paragraph, heading, list item or table cell of Markdown. */
  markdown: (text: string) => markdownText(text),
  /** Prints text in an element of HTML, or in the quotes of an attribute. */
  html: (text: string) => htmlText(text),
  /** Prints a string of JSON with its quotes, which is one of YAML, too. */
  json: (text: string) => jsonString(text),
  /** Prints a part of a URL: a segment of its path, an anchor, or a value of its query. */
  uri: (text: string) => uriPart(text),
} as const;

/** Escapes what would end the comment, start a tag or a directive, or hide text (line ends, invisible characters). */
function commentText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\*\//g, "*\\/")
    .replace(/(?<![\p{L}\p{N}_.])@/gu, "\\@") // keeps e-mail addresses
    .replace(/^(#|\/)/, "\\$1");
}

/** Percent-encodes every character that URLs do not need, among them those that would end the link or the comment. */
function linkText(address: string): string {
  return address.replace(/[^\w\-.~:/?#[\]!$&'()+,;=%]/gu, encoded);
}

function encoded(character: string): string {
  const bytes = [...new TextEncoder().encode(character)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
