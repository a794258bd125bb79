import type { Report } from "../../diagnostics/report.js";

/** The form of the entries of an option that maps keys to texts. */
export interface EntryForm {
  /** What keys and their texts have to match, as sources of regular expressions for all of them. */
  readonly forms: readonly { readonly key: string; readonly text: string }[];
  /** In messages: `names takes …`. */
  readonly expected: string;
}

const REST = "[\\p{ID_Continue}$]*";
/** A type's name in TypeScript begins with a capital letter: it cannot be a reserved word, and names of schemas differ. */
const NAME = `(?!\\p{Ll})[\\p{ID_Start}$_]${REST}`;
const SIMPLE = "[\\p{ID_Start}_]\\p{ID_Continue}*";

export const nameRules: EntryForm = {
  forms: [
    { key: "[^*=\\s]+", text: NAME },
    { key: "[^*=\\s]*\\*[^*=\\s]*", text: `(?:${NAME})?\\*${REST}` },
  ],
  expected: "an identifier that begins with a capital letter, or one * in the name and one in what is to replace it",
};

/** A name that is exported, of a file (`./src/iso.ts#IsoDateTime`) or a package. */
export const typeMappings: EntryForm = {
  forms: [{ key: `${SIMPLE}(?:\\.${SIMPLE})+`, text: `branded|[^#\\s"'<>\\\\]+#[\\p{ID_Start}$_]${REST}` }],
  expected:
    "a type's qualified name with branded, or with a module and the type that it exports (./src/iso.ts#IsoDateTime)",
};

/** The name of a header (RFC 9110 §5.6.2), and the variable that holds its value. */
export const secretHeaders: EntryForm = {
  forms: [{ key: "[!#$%&'*+.^_`|~\\w\\-]+", text: "env:.+" }],
  expected:
    "the name of a header and the environment variable that holds its value (authorization=env:TOKEN), since the config file keeps it",
};

/** The regular expression for a whole text. */
export function wholly(source: string): string {
  return `^(?:${source})$`;
}

/** The entry in messages, if it has not the form. */
export function wrongEntry({ forms }: EntryForm, [key, text]: readonly [string, string]): string | undefined {
  const matches = (source: string, part: string) => new RegExp(wholly(source), "u").test(part);
  return forms.some((form) => matches(form.key, key) && matches(form.text, text)) ? undefined : `${key}=${text}`;
}

/** Reports entries of a request that a program made. Those of users are checked where they are read. */
export function checkEntries(
  { names, typeMapping }: { readonly names?: Entries | undefined; readonly typeMapping?: Entries | undefined },
  report: Report,
): void {
  for (const [option, entries, form] of [
    ["names", names, nameRules],
    ["typeMapping", typeMapping, typeMappings],
  ] as const) {
    for (const entry of Object.entries(entries ?? {})) {
      const found = wrongEntry(form, entry);
      if (found !== undefined)
        report.add("usage-option-value", { path: option }, { option, expected: form.expected, found: `"${found}"` });
    }
  }
}

type Entries = Readonly<Record<string, string>>;
