import type { User } from "./graph/index.js";

export function label(user: User): string {
  return user.displayName ?? user.userPrincipalName ?? "";
}
