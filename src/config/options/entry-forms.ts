import type { Report } from "../../diagnostics/report.js";

/** The form of the entries of an option that maps keys to texts. */
export interface EntryForm {
  /** What `key=text` has to match. */
  readonly pattern: RegExp;
  /** In messages: `names takes …`. */
  readonly expected: string;
}

/** A type's name in TypeScript begins with a capital letter: it cannot be a reserved word, and names of schemas differ. */
export const nameRules: EntryForm = {
  pattern:
    /^(?:[^*=\s]+=(?!\p{Ll})[\p{ID_Start}$_][\p{ID_Continue}$]*|[^*=\s]*\*[^*=\s]*=(?:(?!\p{Ll})[\p{ID_Start}$_][\p{ID_Continue}$]*)?\*[\p{ID_Continue}$]*)$/u,
  expected: "an identifier that begins with a capital letter, or one * in the name and one in what is to replace it",
};

/** A name that is exported, of a file (`./src/iso.ts#IsoDateTime`) or a package. */
export const typeMappings: EntryForm = {
  pattern:
    /^[\p{ID_Start}_]\p{ID_Continue}*(?:\.[\p{ID_Start}_]\p{ID_Continue}*)+=(?:branded|[^#\s"'<>\\]+#[\p{ID_Start}$_][\p{ID_Continue}$]*)$/u,
  expected:
    "a type's qualified name with branded, or with a module and the type that it exports (./src/iso.ts#IsoDateTime)",
};

/** The entry in messages, if it has not the form. */
export function wrongEntry({ pattern }: EntryForm, [key, text]: readonly [string, string]): string | undefined {
  const entry = `${key}=${text}`;
  return pattern.test(entry) ? undefined : entry;
}

/** Reports entries of a request that a program made. Those of users are checked where they are read. */
export function checkEntries(
  { names, typeMapping }: { readonly names?: Entries; readonly typeMapping?: Entries },
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
