/** JSON for people to read, too: marks that would hide or turn around what follows are escaped. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, undefined, 2).replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)}\n`;
}

/** By UTF-16 code units, as JSON has it. */
function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
