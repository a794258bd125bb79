import { createClient, type TokenCredential } from "./graph/index.js";

export async function listNames(credential: TokenCredential): Promise<string[]> {
  const client = createClient({ credential, baseUrl: "https://graph.microsoft.com/v1.0" });
  const names: string[] = [];
  for await (const user of client.users.get({ select: ["displayName"] })) names.push(user.displayName ?? "");
  return names;
}
