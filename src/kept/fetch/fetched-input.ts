import type { RemoteInput } from "../../sources/remote/remote-input.js";
import type { LockPlace } from "../lock-file.js";
import type { LockedService } from "../locked-service.js";

/** A service of the config file whose remote inputs are fetched. */
export interface FetchRequest extends LockPlace {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly remotes: readonly RemoteInput[];
  readonly locked: LockedService;
  /** Hosts that redirects and references may lead to, besides those of the inputs. */
  readonly allowRemote: readonly string[];
  /** Whether copies that are there are requested again, and replaced even if they were edited. */
  readonly refresh: boolean;
}

/** What became of a remote input. */
export interface FetchedInput {
  /** Without user name and password. */
  readonly url: string;
  /** `kept`: the copy was there and was not requested again. */
  readonly state: "new" | "changed" | "unchanged" | "kept" | "failed";
  /** The path of the copy relative to the folder of the lock file, if there is one. */
  readonly file?: string;
  /** The size of the copy in bytes. */
  readonly size: number;
}
