import { COMMON_HTML, EntityDecoder } from "@nodable/entities";
import type { Foreign } from "./foreign.js";
import { oneLine } from "./one-line.js";

/** What may stand before the root element. */
const PROLOG = /^(?:[\s\ufeff]|<\?[^]*?\?>|<!--[^]*?-->|<!doctype[^>[]*(?:\[[^\]]*\])?[^>]*>)*/i;
const ROOT = /<(?:[\w.-]+:)?([\w.-]+)([^>]*)/y;
const TITLE = /<title\b[^<>]*>([^<]*)/i;
const LOGIN_FIELD = /<input\b[^<>]*\btype\s*=\s*["']?password|\bname\s*=\s*["']?SAML(?:Request|Response)\b/i;
const LOGIN_TITLE = /\b(?:log ?-?[io]n|sign ?-?in|single sign-on|anmelden|anmeldung)\b/i;
/** The text of an error: of OData, SOAP 1.1 and 1.2, and services that have names in capitals. */
const ERROR_TEXT = /<(?:[\w.-]+:)?(?:message|faultstring|Text)\b[^<>]*>([^<]+)/i;
const HTML_ROOTS = new Set(["html", "head", "body", "script", "meta"]);

/** Recognizes a text that begins with a tag: HTML, and XML that is not CSDL. */
export function foreignMarkup(text: string): Foreign | undefined {
  const prolog = PROLOG.exec(text)?.[0] ?? "";
  ROOT.lastIndex = prolog.length;
  const [root, name = "", attributes = ""] = ROOT.exec(text) ?? [];
  const offset = prolog.length;
  if (/<!doctype\s+html/i.test(prolog) || HTML_ROOTS.has(name.toLowerCase())) return htmlPage(text, offset);
  return root === undefined ? undefined : xmlDocument(text, { name, attributes, offset });
}

function htmlPage(text: string, start: number): Foreign {
  const found = TITLE.exec(text);
  const title = oneLine(decoded(found?.[1] ?? ""));
  const offset = found === null || title === "" ? start : textOffset(found);
  const isLogin = LOGIN_FIELD.test(text) || LOGIN_TITLE.test(title);
  return { kind: "html", title: title === "" ? undefined : title, isLogin, offset };
}

interface Root {
  readonly name: string;
  readonly attributes: string;
  readonly offset: number;
}

function xmlDocument(text: string, { name, attributes, offset }: Root): Foreign | undefined {
  switch (name) {
    case "service":
      return { kind: "serviceDocument", metadata: metadataOf(attributes), offset };
    case "feed":
    case "entry":
      return { kind: "feed", format: "Atom", offset };
    case "rss":
    case "RDF":
      return { kind: "feed", format: "RSS", offset };
    case "definitions":
    case "description":
      return attributes.includes("/wsdl") ? { kind: "wsdl", offset } : undefined;
    case "schema":
      return attributes.includes("XMLSchema") ? { kind: "schema", language: "XML Schema", offset } : undefined;
    default:
      return /^(?:errors?|envelope|fault|exception)$/i.test(name) ? errorDocument(text) : undefined;
  }
}

function errorDocument(text: string): Foreign | undefined {
  const found = ERROR_TEXT.exec(text);
  const message = oneLine(decoded(found?.[1] ?? ""));
  return found === null || message === "" ? undefined : { kind: "error", message, offset: textOffset(found) };
}

/** The URL of the metadata: the context of OData 4, else below the base. */
function metadataOf(attributes: string): string | undefined {
  const context = /\bcontext\s*=\s*["']([^"']*\$metadata)["']/.exec(attributes)?.[1];
  const base = /\bxml:base\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1];
  return context ?? (base === undefined ? undefined : decoded(`${base.replace(/\/$/, "")}/$metadata`));
}

/** Where the text of a match begins, which stands at its end. */
function textOffset({ index, 0: whole, 1: text = "" }: RegExpExecArray): number {
  return index + whole.length - text.trimStart().length;
}

function decoded(text: string): string {
  return new EntityDecoder({ namedEntities: COMMON_HTML }).decode(text);
}
