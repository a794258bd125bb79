/** The longest literal that is looked at: regular expressions exhaust their stack on millions of digits. */
const LONGEST = 1000;

/** Whether a text has the form of a literal. One of more than 1,000 characters has none. */
export function hasForm(text: string, form: RegExp): boolean {
  return text.length <= LONGEST && form.test(text);
}
