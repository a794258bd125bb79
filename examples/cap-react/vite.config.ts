import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const service = process.env["SERVICE"] ?? "http://localhost:4004";

export default defineConfig({
  plugins: [react()],
  // The browser knows one origin, so the service needs no CORS. `vite preview` has the same proxy.
  server: { proxy: { "/odata": service } },
});
