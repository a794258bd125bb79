/** TypeScript text, made of checked names and escaped literals; templates print it as it is. */
export type Code = string & { readonly __code: true };

/** Joins the text of the template literal with code. */
export function code(parts: TemplateStringsArray, ...values: readonly (Code | number)[]): Code {
  let text = parts[0] ?? "";
  for (let i = 0; i < values.length; i++) text += `${values[i]}${parts[i + 1]}`;
  return text as Code;
}

export function joined(codes: readonly Code[], separator: string): Code {
  return codes.join(separator) as Code;
}

/** Whether any code uses the import called `root`: many compilers refuse imports that are not used. */
export function mentions(codes: readonly Code[], root: string): boolean {
  const use = new RegExp(`(?<![\\p{ID_Continue}."])${root}\\.`, "u");
  return codes.some((text) => text.includes(`${root}.`) && use.test(text));
}

/** A string literal. `<` and the line separators are escaped too, so that it is safe wherever code is pasted. */
export function literal(text: string): Code {
  // Nearly all are names.
  if (/^[\w.@]*$/.test(text)) return `"${text}"` as Code;
  const json = JSON.stringify(text).replace(/[<\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped);
  return json as Code;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A property key: bare where that is an identifier. `__proto__` is computed, else it would set the prototype. */
export function propertyKey(name: string): Code {
  if (name === "__proto__") return code`[${literal(name)}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? (name as Code) : literal(name);
}
