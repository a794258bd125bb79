import { createClient, groupCreateSchema } from "./graph/index.js";
import type { Group, GroupCreate, User } from "./graph/index.js";
import { filter, ref, take } from "./graph/odata.js";

export interface DirectoryOptions {
  /** Returns an access token for Microsoft Graph. */
  readonly token: () => string | Promise<string>;
  /** Another root than `https://graph.microsoft.com/v1.0`, such as that of a national cloud. */
  readonly baseUrl?: string;
}

/** Groups, as programs need them. Methods throw an `ODataError` for what the service refuses. */
export interface Directory {
  /** Up to a hundred groups whose name begins with a text. */
  findGroups(name: string): Promise<readonly Pick<Group, "id" | "displayName">[]>;
  /** Creates a group after its values are checked; a `ValidationError` names what is wrong with them. */
  createGroup(group: GroupCreate): Promise<Group>;
  addMember(groupId: string, userId: string): Promise<void>;
  /** The users among the members, not the groups and devices. */
  usersOf(groupId: string): Promise<readonly Pick<User, "id" | "displayName">[]>;
}

export function openDirectory({ token, baseUrl }: DirectoryOptions): Directory {
  const client = createClient({ credential: token, baseUrl });
  return {
    findGroups: (name) =>
      take(
        client.groups.get({
          select: ["id", "displayName"],
          filter: filter((group) => group.displayName.startswith(name)),
        }),
        100,
      ),
    createGroup: (group) => client.groups.post(groupCreateSchema.parse(group)),
    addMember: (groupId, userId) => ref(client.groups.byId(groupId).members).add(client.directoryObjects.byId(userId)),
    usersOf: (groupId) =>
      take(
        client.groups
          .byId(groupId)
          .members.as("microsoft.graph.user")
          .get({ select: ["id", "displayName"] }),
        100,
      ),
  };
}
