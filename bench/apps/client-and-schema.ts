import { createClient, userSchema, type TokenCredential } from "./graph/index.js";

export async function names(credential: TokenCredential): Promise<string[]> {
  const client = createClient({ credential, baseUrl: "https://graph.microsoft.com/v1.0" });
  const found: string[] = [];
  for await (const user of client.users.get({ select: ["displayName"], top: 50 })) found.push(user.displayName ?? "");
  return found;
}

export function problems(value: unknown): number {
  const checked = userSchema.validate(value);
  return checked.ok ? 0 : checked.issues.length;
}
