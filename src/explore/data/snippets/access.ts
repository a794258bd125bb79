/** What follows the node before it: `.messages`, `["a-b"]`. */
export function accessText(name: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
