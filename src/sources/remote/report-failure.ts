import type { Report } from "../../diagnostics/report.js";
import type { RemoteFailure } from "./remote-input.js";

/** A URL as messages show it, and the service of the config file that has it. */
export interface FailedInput {
  readonly input: string;
  readonly service?: string | undefined;
}

/** Reports why the text of a URL is missing. */
export function reportFailure(failure: RemoteFailure, { input, service }: FailedInput, report: Report): void {
  const place = { path: input };
  switch (failure.state) {
    case "refused":
      if (service !== undefined && failure.url === undefined)
        return report.add("remote-not-kept", place, { input, service });
      return report.add("remote-not-allowed", place, { input, host: failure.host, redirect: failure.url });
    case "login":
      return report.add("remote-login", place, { input, url: failure.url });
    case "unauthorized":
      return report.add("remote-unauthorized", place, { input, answer: failure.answer, sent: failure.sent });
    case "unset":
      return report.add("variable-not-set", place, { input, variable: failure.variable, setting: failure.setting });
    case "certificate":
      return report.add("certificate-unreadable", place, { input, file: failure.file, reason: failure.reason });
    case "untrusted":
      return report.add("remote-untrusted", place, { input, reason: failure.reason });
    case "unreadable":
      return report.add("remote-failed", place, { input, reason: failure.reason });
  }
}

/** The failure in a few words. */
export function failureText(failure: Exclude<RemoteFailure, { state: "refused" }>): string {
  switch (failure.state) {
    case "login":
      return `it redirects to the login page "${failure.url}"`;
    case "unauthorized":
      return failure.answer;
    case "unset":
      return `the environment variable "${failure.variable}" is not set`;
    case "certificate":
      return `"${failure.file}" cannot be used: ${failure.reason}`;
    case "untrusted":
    case "unreadable":
      return failure.reason;
  }
}
