import { TARGET, type Addressed } from "../../http/target.js";

/**
 * An entity by its path below another one, as Microsoft Graph addresses files and sites:
 * `byPath(client.me.drive.root, "Docs/report#1.docx")` is `/me/drive/root:/Docs/report%231.docx:`, and
 * `byPath(client.sites.byId("contoso.sharepoint.com"), "sites/hr")` the site. Names are encoded. Throws a TypeError for
 * an empty path, and for `.`, `..` and empty names in it.
 */
export function byPath<N extends Addressed<unknown, "item">>(node: N, path: string): N {
  const { place, at } = node[TARGET];
  const names = path.replace(/^\/|\/$/g, "").split("/");
  if (names.some((name) => /^\.{0,2}$/.test(name))) throw new TypeError(`"${path}" is no path.`);
  const written = names.map((name) => encodeURIComponent(name)).join("/");
  return at({ ...place, path: `${place.path}:/${written}:`, keyed: true }) as N;
}
