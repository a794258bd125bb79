import type { User } from "./graph/types.js";

export function label(user: User): string {
  return user.displayName ?? user.userPrincipalName ?? "";
}
