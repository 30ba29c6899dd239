/**
 * Benchmarks, printed as ratios within one run: `npm run bench`, or `npm run bench -- sync` / `-- roadmap`.
 * They measure and never judge.
 */
import { ensureInstalled, root } from './install.mjs'

process.chdir(root)
ensureInstalled()
const { ensureChromium } = await import('./chromium.mjs')
const { build, run, vite } = await import('./run.mjs')
process.env.CHROMIUM_PATH = await ensureChromium()
const folder = 'node_modules/.cache/bench'
const ssr = [
  'build',
  '-c',
  'vite.server.config.ts',
  '--ssr',
  'test/bench/main.ts',
  '--outDir',
  folder,
  '--logLevel',
  'warn',
]
if (!build() || !run(vite, ssr)) process.exit(1)
await import(`${root}/${folder}/main.js`)
