/**
 * The document with every schema a second time, under another namespace and alias. A service has one container (CSDL 4.01
 * §13), so what the second one holds goes into the first, under other names.
 */
export function doubledSchema(text) {
  const start = text.indexOf("<Schema ");
  const end = text.lastIndexOf("</Schema>") + "</Schema>".length;
  const second = renamed(text.slice(start, end));
  const children = container.exec(second)?.[1] ?? "";
  const first = text
    .slice(start, end)
    .replace("</EntityContainer>", () => `${renamedChildren(children)}</EntityContainer>`);
  const rest = second
    .replace(container, "")
    .replaceAll(/microsoft\.graphTwo\.GraphService\/(\w+)/g, "microsoft.graph.GraphService/$1Two");
  return `${text.slice(0, start)}${first}\n${rest}${text.slice(end)}`;
}

const container = /<EntityContainer [^>]*>(.*?)<\/EntityContainer>/s;

function renamed(schemas) {
  const aliases = [...schemas.matchAll(/<Schema [^>]*Alias="([^"]+)"/g)].map(([, alias]) => alias);
  const qualified = new RegExp(`(?<![\\w.])(${aliases.join("|")})(?=\\.\\w)`, "g");
  const values = schemas.replaceAll(/"[^"]*"/g, (value) =>
    value.replace(qualified, "$1Two").replaceAll(/(?<![\w.])microsoft\.graph(?=[."])/g, "microsoft.graphTwo"),
  );
  return values.replaceAll(/(<Schema [^>]*Alias="[^"]+)"/g, '$1Two"');
}

function renamedChildren(children) {
  return children.replaceAll(/( Name="\w+)"/g, '$1Two"').replaceAll(/( Target="\w+)(?=["/])/g, "$1Two");
}
