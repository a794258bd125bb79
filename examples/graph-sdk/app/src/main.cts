/** Uses the same SDK from CommonJS: `require` loads modules from Node 20.19 on. */
import groups = require("@example/groups");

const made = groups.groupCreateSchema.validate({ displayName: "Readers", mailEnabled: "no" });
if (!made.ok) for (const { path, message } of made.issues) console.log("invalid:", path.join("/"), message);

async function main(): Promise<void> {
  const { listen } = await import("./directory-server.mjs");
  const server = await listen();
  const directory = groups.openDirectory({ token: () => "t0k3n", baseUrl: server.url });
  console.log("groups:", await directory.findGroups("Writ"));
  await server.close();
}
void main();
