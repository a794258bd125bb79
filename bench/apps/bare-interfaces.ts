import type { User } from "./bare.js";

export function label(user: User): string {
  return user.displayName ?? user.userPrincipalName ?? "";
}
