/** What programs of the pages use of packages that are not installed here, in the form that these packages have. */
export const declarations = `declare module "@azure/identity" {
  export class DefaultAzureCredential {
    getToken(
      scopes: string | string[],
      options?: { abortSignal?: AbortSignal },
    ): Promise<{ token: string; expiresOnTimestamp: number }>;
  }
}

declare module "undici" {
  export class EnvHttpProxyAgent {
    close(): Promise<void>;
  }
  export function setGlobalDispatcher(dispatcher: EnvHttpProxyAgent): void;
}

declare module "vite" {
  interface ProxyOptions {
    target?: string | URL;
    changeOrigin?: boolean;
    rewrite?: (path: string) => string;
  }
  export function defineConfig(config: { server?: { proxy?: Record<string, string | ProxyOptions> } }): unknown;
}
`;
