import { readFileSync } from "node:fs";
import { oldSchemas } from "./corpus.mjs";

const container = /<EntityContainer Name="([^"]+)"[^>]*>([\s\S]*?)<\/EntityContainer>/;

/**
 * Both services as one document of 1.1 MB: the schemas of both, with one container. Types keep their namespaces; what
 * the container takes over has other names, since both services have some in common.
 */
export function oldService() {
  const [first, second] = oldSchemas.map((file) => readFileSync(file, "utf8"));
  const [, name] = container.exec(first) ?? [];
  const [, otherName, children = ""] = container.exec(second) ?? [];
  const own = `${namespaceOf(first)}.${name}`;
  const schema = second
    .slice(second.indexOf("<Schema "), second.lastIndexOf("</Schema>") + "</Schema>".length)
    .replace(container, "")
    .replaceAll(`${namespaceOf(second)}.${otherName}/`, `${own}/`)
    .replaceAll(new RegExp(`(Target="${own}/\\w+)`, "g"), "$1Two");
  return first
    .replace("</EntityContainer>", () => `${renamedChildren(children)}</EntityContainer>`)
    .replace("</edmx:DataServices>", () => `${schema}</edmx:DataServices>`);
}

function namespaceOf(text) {
  return /<Schema Namespace="([^"]+)"/.exec(text)?.[1];
}

function renamedChildren(children) {
  return children
    .replaceAll(/(<(?:EntitySet|AssociationSet|FunctionImport) Name="\w+)"/g, '$1Two"')
    .replaceAll(/( EntitySet="\w+)"/g, '$1Two"');
}
