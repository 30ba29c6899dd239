import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const here = fileURLToPath(new URL('.', import.meta.url))
const api = `http://localhost:${process.env.API_PORT ?? 3001}`

export default defineConfig({
  root: `${here}client`,
  plugins: [react()],
  build: {
    outDir: `${here}dist/client`,
    emptyOutDir: true,
    // The service worker reads it to know which files belong together.
    manifest: 'build-files.json',
    target: 'es2023',
  },
  server: {
    proxy: { '/api': api, '/sync': { target: api, ws: true } },
  },
  test: {
    root: here,
    // Most of the tests wait for sockets and processes; leaving one core free would leave it idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'shared',
          root: here,
          include: ['shared/**/*.test.ts'],
          // Pure: nothing one file could leave behind for another.
          isolate: false,
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          root: here,
          include: ['server/**/*.test.ts', 'test/{contracts,simulation,migrations,crash}/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'client',
          root: here,
          include: ['client/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['test/support/dom-setup.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
