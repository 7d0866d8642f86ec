import { defineConfig } from 'vite';

const server = process.env.ROLECALL_URL ?? 'http://127.0.0.1:3000';

/** Builds the console beside the compiled server, which serves it; `npm run console` serves it from its source. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Packages mark what runs in browsers with "use client"; here everything does.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  server: { proxy: { '/api': server, '/scim': server, '/docs': server } },
});
