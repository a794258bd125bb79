/** What the plugin uses of Vite 6, 7 and 8, whose own types fit. */

/** An error as Vite's overlay and terminal show it. */
export interface ShownError {
  message: string;
  stack: string;
  plugin: string;
  /** The absolute path of the file with the error. */
  id?: string;
  /** Line from 1, column from 0. */
  loc?: { file: string; line: number; column: number };
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface ResolvedConfig {
  readonly root: string;
  readonly command: "build" | "serve";
  readonly logger: Logger;
}

export interface DevServer {
  readonly watcher: {
    add(paths: string[]): unknown;
    on(event: "all", listener: (event: string, path: string) => void): unknown;
  };
  readonly ws: {
    send(payload: { type: "error"; err: ShownError } | { type: "full-reload" }): void;
    on(event: "connection", listener: () => void): void;
  };
}

/** What a hook of a build is called on. */
export interface BuildContext {
  error(error: ShownError): never;
  addWatchFile(path: string): void;
}

/** A plugin as Vite takes it. */
export interface VitePlugin {
  readonly name: string;
  configResolved(config: ResolvedConfig): void;
  configureServer(server: DevServer): Promise<void>;
  buildStart(this: BuildContext): Promise<void>;
  buildEnd(): void;
}
