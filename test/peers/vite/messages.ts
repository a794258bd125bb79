import { WebSocket } from "undici";
import type { ViteDevServer } from "vite";

interface Message {
  readonly type: string;
  readonly err?: { readonly message: string; readonly loc?: { readonly line: number; readonly column: number } };
}

/** What a dev server sends to a page. */
export class Messages {
  readonly #socket: WebSocket;
  #unread: Message[] = [];
  #wake: () => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      this.#unread.push(JSON.parse(String(data)) as Message);
      this.#wake();
    });
  }

  /** Connects as a page does. */
  static async of(server: ViteDevServer, port: number): Promise<Messages> {
    const { webSocketToken } = server.config;
    const messages = new Messages(new WebSocket(`ws://localhost:${port}/?token=${webSocketToken}`, "vite-hmr"));
    await messages.next(({ type }) => type === "connected");
    return messages;
  }

  /** The next message that is wanted. Earlier ones are forgotten. */
  async next(isWanted: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      for (let message = this.#unread.shift(); message !== undefined; message = this.#unread.shift())
        if (isWanted(message)) return message;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  close(): void {
    this.#socket.close();
  }
}
