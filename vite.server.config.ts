import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

/** The server as plain JavaScript; dependencies stay in node_modules. Workers are entries of their own. */
export default defineConfig({
  root: here,
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: {
        main: 'server/main.ts',
        'sqlite-worker': 'server/persistence/sqlite-worker.ts',
        'document-worker': 'server/history/document-worker.ts',
        'intake-worker': 'server/intake/intake-worker.ts',
        'export-worker': 'server/exports/export-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
