import { createClient, type TokenCredential } from "./graph/index.js";

export async function listNames(credential: TokenCredential): Promise<string[]> {
  const client = createClient({ credential });
  const names: string[] = [];
  for await (const user of client.users.get({ select: ["displayName"] })) names.push(user.displayName ?? "");
  return names;
}
