import { data, once } from "./model.js";

/** The folder that all sources are in, with its slash. */
export const sharedFolder = once(() => {
  const [first = "", ...others] = (data.sources ?? []).map(({ name }) => name);
  let folder = folderOf(first);
  for (const name of others) while (!name.startsWith(folder)) folder = folderOf(folder.slice(0, -1));
  return folder;
});

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf("/") + 1);
}
