/** A remote input as the config file names it. */
export interface RemoteInput {
  readonly url: string;
  /** Header lines by name. They are sent to the host of the URL only. */
  readonly headers?: Readonly<Record<string, SecretText>>;
  /** Where `fetch` keeps the copy. Relative to the folder of the config file. */
  readonly file?: string;
  /** Path of the client certificate, in PEM. */
  readonly cert?: string;
  /** Path of its private key, in PEM. */
  readonly key?: string;
  /** Path of certificates to trust besides those of Node, in PEM. */
  readonly ca?: string;
  /** Of the private key. */
  readonly passphrase?: SecretText;
}

/** A text, or `env:NAME` for the value of an environment variable, so that no secret stands in the config file. */
export type SecretText = string;

export type Environment = Readonly<Record<string, string | undefined>>;

/** A request for a remote input. Variables and certificate files are read only when it is sent. */
export interface RemoteRequest extends RemoteInput {
  /** The ETag of a copy: a service whose text still has it does not send the text again. */
  readonly etag?: string;
  /** The folder that certificate files are relative to. Default: the working folder of the process. */
  readonly base?: string;
  /** Where `env:NAME` and the proxies (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`) are looked up. Default: nowhere. */
  readonly env?: Environment;
}

export type Fetched =
  | {
      readonly state: "fetched";
      readonly bytes: Uint8Array;
      /** Where the text was, after redirects. */
      readonly url: string;
      readonly etag?: string;
      readonly contentType?: string;
    }
  /** The text still has the ETag of the request. */
  | { readonly state: "notModified" }
  | RemoteFailure;

/** Why there is no text. No member holds a value of a header, or a query that a redirect added. */
export type RemoteFailure =
  /** `url`: where the input redirects to, if its own host is allowed. */
  | { readonly state: "refused"; readonly host: string; readonly url?: string }
  /** The input redirects to a login page. */
  | { readonly state: "login"; readonly url: string }
  /** 401 or 403. `answer`: the status, and the error text of the service. */
  | { readonly state: "unauthorized"; readonly answer: string; readonly sent: readonly string[] }
  /** An environment variable of the config file is not set. `setting`: what it is for. */
  | { readonly state: "unset"; readonly variable: string; readonly setting: string }
  /** A certificate or key file cannot be read or used. */
  | { readonly state: "certificate"; readonly file: string; readonly reason: string }
  /** The certificate of the host is not trusted. */
  | { readonly state: "untrusted"; readonly reason: string }
  | { readonly state: "unreadable"; readonly reason: string };

/** The URL without user name and password, for messages. */
export function withoutCredentials(input: string): string {
  return input.replace(/^(https?:\/\/)[^/?#]*@/i, "$1");
}

/** Whether requests may be sent to the host of a URL. Hosts are compared as in the URL, including an explicit port. */
export function isAllowed(url: string | { readonly host: string }, allowRemote: readonly string[]): boolean {
  const { host } = typeof url !== "string" ? url : URL.canParse(url) ? new URL(url) : { host: undefined };
  return allowRemote.some((allowed) => allowed.toLowerCase() === host);
}

/** The input with a URL. A URL on the host of an input, to which its document may refer, is requested as the input is. */
export function remoteInputOf(url: string, remotes: readonly RemoteInput[]): RemoteInput {
  const isBeside = (remote: RemoteInput) => URL.canParse(remote.url) && isAllowed(url, [new URL(remote.url).host]);
  const input = remotes.find((remote) => remote.url === url) ?? remotes.find(isBeside);
  return { ...input, url };
}
