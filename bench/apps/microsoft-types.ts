import type { User } from "@microsoft/microsoft-graph-types";

export function label(user: User): string {
  return user.displayName ?? user.userPrincipalName ?? "";
}
