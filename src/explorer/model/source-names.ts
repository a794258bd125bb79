import { once } from "./once.js";

/** The names of the sources without the folder that all of them are in. */
export const shortSourceNames = once(({ data }) => {
  const names = (data.sources ?? []).map(({ name }) => name);
  const start = sharedFolder(names).length;
  return names.map((name) => name.slice(start));
});

function sharedFolder(names: readonly string[]): string {
  const [first = "", ...others] = names;
  let folder = folderOf(first);
  for (const name of others) while (!name.startsWith(folder)) folder = folderOf(folder.slice(0, -1));
  return folder;
}

/** Up to the last slash, with it. */
function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf("/") + 1);
}
