/** Whether a text is made to be included: it says so, or it has neither title nor front matter of a page. */
export function isInclude(text: string, name: string): boolean {
  if (/^\ufeff?---[ \t]*\r?\n(?:(?!---)[^\n]*\n){0,50}?ms\.topic:\s*["']?include/.test(text)) return true;
  return /(?:^|[\\/])includes[\\/].*\.md$/i.test(name);
}
