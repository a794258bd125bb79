import type { SecretText } from "../../sources/remote/remote-input.js";

/** A service that a folder, a file or a URL shows. */
export interface FoundService {
  readonly name: string;
  /** As the config file gets them: paths relative to its folder with `/`, globs, or a URL. */
  readonly inputs: readonly string[];
  /** Headers for requests of the URL among the inputs. */
  readonly headers: Readonly<Record<string, SecretText>>;
  /** What it is, for people: `CSDL of OData 4.0`, `12 reference pages`. */
  readonly what: string;
}

/** The URL of the metadata: a service root gets `/$metadata`, a URL of a document stays as it is. */
export function metadataUrl(url: string): string {
  const { pathname, origin, search } = new URL(url);
  if (/\$metadata|\.(?:xml|json|edmx|csdl)$/i.test(decodeURI(pathname))) return url;
  return `${origin}${pathname.replace(/\/+$/, "")}/$metadata${search}`;
}
