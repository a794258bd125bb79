/** A checked SimpleIdentifier (CSDL 4.01 §15.2), or a name that services have against it, see {@link useOfName}. */
export type SimpleName = string & { readonly __simple: true };

/** A namespace-qualified name of a model element, or `Edm.*` (CSDL 4.01 §15.3). Aliases are resolved. */
export type QualifiedName = string & { readonly __qualified: true };

// A letter or underscore, then letters, digits, marks and connectors; 128 characters at most.
// The specification also allows format characters (Cf). They are refused: invisible or turning the reading direction,
// they could hide what generated code does.
const SIMPLE_IDENTIFIER = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}]{0,127}$/u;

// Nearly all names are ASCII, for which this is ten times as fast.
const PLAIN_IDENTIFIER = /^[A-Za-z_]\w{0,127}$/;

export function isSimpleName(text: string): text is SimpleName {
  return PLAIN_IDENTIFIER.test(text) || SIMPLE_IDENTIFIER.test(text);
}

/**
 * What a name is good for. `simple`: a SimpleIdentifier. `loose`: against CSDL 4.01 §15.2, but it can stand in paths and
 * references, as services have it: `First name`, `first-name`, `Values$`, `x.y`, `1st`. `local`: only JSON can hold it,
 * since a character separates parts of a path or URL: `a/b`, `Price (EUR)`. `none`: quotes, brackets, control or format
 * characters, or more than 128 characters.
 */
export type NameUse = "simple" | "loose" | "local" | "none";

// Printable characters that have no meaning in paths; neither `$` nor a space at the start, no space at the end.
const LOOSE_PART = /^(?!\$)(?! )(?:[\w !$+~-]|(?![\0-\x7f])[\p{L}\p{N}\p{M}\p{P}\p{S}])+(?<! )$/u;
const LOCAL_NAME = /^(?!\$)(?! )(?:[\w !$+~\-./?#%&:=@,;()]|(?![\0-\x7f])[\p{L}\p{N}\p{M}\p{P}\p{S}])+(?<! )$/u;

export function useOfName(text: string): NameUse {
  if (isSimpleName(text)) return "simple";
  if (text.length > 128) return "none";
  if (text.split(".").every((part) => LOOSE_PART.test(part))) return "loose";
  return LOCAL_NAME.test(text) ? "local" : "none";
}

/** Whether a text can name an element: a qualified name, or one with parts that are loose names. */
export function isElementName(text: string): text is QualifiedName {
  if (isQualifiedName(text)) return true;
  const parts = text.split(".");
  return parts.length > 1 && text.length <= 640 && parts.every((part) => LOOSE_PART.test(part));
}

/** Dot-separated simple identifiers, 511 characters at most (CSDL 4.01 §15.1). */
export function isNamespace(text: string): boolean {
  return text.length <= 511 && text.split(".").every(isSimpleName);
}

// The same for qualified names, as long as no length limit can apply.
const PLAIN_QUALIFIED_NAME = /^[A-Za-z_]\w{0,63}(?:\.[A-Za-z_]\w{0,63}){1,7}$/;

/** At least two dot-separated simple identifiers. */
export function isQualifiedName(text: string): text is QualifiedName {
  if (PLAIN_QUALIFIED_NAME.test(text)) return true;
  const dot = text.lastIndexOf(".");
  return dot > 0 && isSimpleName(text.slice(dot + 1)) && isNamespace(text.slice(0, dot));
}

export function qualify(namespace: string, name: SimpleName): QualifiedName {
  return `${namespace}.${name}` as QualifiedName;
}

export function namespaceOf(name: QualifiedName): string {
  return name.slice(0, name.lastIndexOf("."));
}

export function simpleNameOf(name: QualifiedName): SimpleName {
  return name.slice(name.lastIndexOf(".") + 1) as SimpleName;
}
