/** A checked SimpleIdentifier (CSDL 4.01 §15.2). */
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
