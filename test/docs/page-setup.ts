/** What a page assumes before its first block, and what its service answers. */
export interface PageSetup {
  /** Texts in the folder of the reader, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files and folders of the repository, by their path in the folder of the reader. */
  readonly copies?: Readonly<Record<string, string>>;
  /** The files of the repository that commands of the page get by a URL. All URLs have one host. */
  readonly remote?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Command lines that exit with 1. */
  readonly failing?: readonly string[];
  /** Command lines that run before the first block. */
  readonly before?: readonly string[];
  /** `export const …` of what a reader has before a block of TypeScript. A block imports what it names of that. */
  readonly assumed?: string;
  readonly service?: Service;
}

export interface Service {
  /** What is left out of the URLs of requests where the page shows them. */
  readonly root: string;
  /** By the start of `METHOD path`. Of several answers to one request, each is given once and the last from then on. */
  readonly answers: readonly (readonly [request: string, answer: Answer])[];
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
