import { ts } from "ts-morph";

/** What is wrong with emitted code: syntax errors, and every use of the name that hostile inputs try to smuggle in. */
export function scan(path: string, text: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const diagnostics = (file as unknown as { readonly parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
  const found = diagnostics.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === "PWNED") found.push(`${path}: PWNED is code`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  // Marks that turn the reading direction could make code look like what it is not.
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) found.push(`${path}: a mark that turns the reading direction`);
  return found;
}
