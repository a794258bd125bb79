/** What bytes are that are not text. `isPacked`: unpacked, they may be text. */
export interface Binary {
  readonly name: string;
  readonly isPacked: boolean;
}

/** The first bytes of formats, as Latin-1 without NUL. */
const FORMATS: readonly (readonly [start: string, name: string, isPacked: boolean])[] = [
  ["\x1f\x8b", "gzip", true],
  ["PK\x03\x04", "a ZIP archive", true],
  ["7z\xbc\xaf\x27\x1c", "a 7z archive", true],
  ["\xfd7zXZ", "xz", true],
  ["\x28\xb5\x2f\xfd", "Zstandard", true],
  ["BZh", "bzip2", true],
  ["Rar!", "a RAR archive", true],
  ["%PDF-", "a PDF document", false],
  ["\x89PNG", "a PNG image", false],
  ["\xff\xd8\xff", "a JPEG image", false],
  ["GIF8", "a GIF image", false],
  ["\xd0\xcf\x11\xe0", "an Office document", false],
  ["\x7fELF", "a program", false],
  ["MZ", "a program", false],
  ["SQLite format 3", "an SQLite database", false],
];

/** How many characters of a text are looked at. */
const HEAD = 4096;

/** Recognizes bytes that no encoding of text has, by `guessedText` of them. */
export function binaryOf(guess: string): Binary | undefined {
  const head = guess.slice(0, HEAD);
  const known = FORMATS.find(([start]) => head.startsWith(start));
  if (known !== undefined) return { name: known[1], isPacked: known[2] };
  const controls = Array.from(head).filter((char) => char < " " && !/\s/.test(char));
  return head === "" || controls.length > head.length / 20 ? { name: "unknown", isPacked: false } : undefined;
}
