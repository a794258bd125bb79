/**
 * The inputs that stand for reference pages: the deepest folder of all of them, or globs where that folder also has CSDL
 * or is that of the project.
 */
export function pageInputs(pages: readonly string[], csdl: readonly string[]): readonly string[] {
  const folder = commonFolder(pages);
  const start = folder === "" ? "" : `${folder}/`;
  if (folder !== "" && !csdl.some((path) => path.startsWith(start))) return [folder];
  const depth = pages.every((path) => !path.slice(start.length).includes("/")) ? "" : "**/";
  const extensions = new Set(pages.map((path) => path.slice(path.lastIndexOf(".") + 1)));
  return [...extensions].toSorted().map((extension) => `${start}${depth}*.${extension}`);
}

/** The folder that all paths lie in, without a slash at its end; empty for that of the project. */
export function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split("/").slice(0, -1));
  let length = first.length;
  for (const steps of others) while (first.slice(0, length).some((step, i) => steps[i] !== step)) length--;
  return first.slice(0, length).join("/");
}
