/** Uses the SDK as a module. */
import { ODataError, openDirectory } from "@example/groups";
import { listen } from "./directory-server.mjs";

const server = await listen();
const directory = openDirectory({ token: () => "t0k3n", baseUrl: server.url });

const { id } = await directory.createGroup({
  displayName: "Readers",
  mailEnabled: false,
  mailNickname: "readers",
  securityEnabled: true,
});
await directory.addMember(id, "u1");
console.log("groups:", await directory.findGroups("Read"));
console.log("users:", await directory.usersOf(id));

try {
  await directory.usersOf("nobody");
} catch (error) {
  if (!ODataError.is(error)) throw error;
  console.log("refused:", error.status, error.code);
}
await server.close();
