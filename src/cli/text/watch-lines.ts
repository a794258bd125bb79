import { paint } from "./style.js";

/** A service that the config file no longer has. */
export function noLongerLine(name: string, output: string, color: boolean): string {
  return `${paint("gray", "–", color)} ${name}  no longer in the config file; ${output} stays as it is`;
}

/** A config file that was read again and changed no service. */
export function readAgainLine(path: string, failed: boolean, color: boolean): string {
  if (failed) return `${paint("red", "✖", color)} ${path}  the services stay as they were`;
  return `${paint("green", "✔", color)} ${path}  read again, no service changed`;
}
