/** Lines of code that go beyond 120 columns, with their files, but for doc links and lines with a token that cannot be broken. */
export function longLines(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(files)
    .filter(([path]) => /\.[jt]s$/.test(path))
    .flatMap(([path, text]) => text.split("\n").flatMap((line) => (isLong(line) ? `${path}: ${line}` : [])));
}

function isLong(line: string): boolean {
  return line.length > 120 && !line.includes("{@link ") && line.split(" ").every((word) => word.length < 90);
}
