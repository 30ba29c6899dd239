/** Runs the product: installs and builds what is missing or out of date, then serves. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, root } from './install.mjs'

process.chdir(root)
ensureInstalled()
buildIfStale()
process.env.NODE_ENV ??= 'production'
followParent()
await import(pathToFileURL(join(root, 'dist/server/main.js')).href)

/** Builds in child processes: a build inside the serving process would keep 600 MB for ever. */
function buildIfStale() {
  const stamp = 'dist/.built'
  const inputs = [
    'client',
    'server',
    'shared',
    'vite.config.ts',
    'vite.server.config.ts',
    'package-lock.json',
  ]
  if (existsSync(stamp) && Math.max(...inputs.map(newest)) <= statSync(stamp).mtimeMs) return
  const began = new Date()
  console.log('Building …')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  for (const args of [['build'], ['build', '-c', 'vite.server.config.ts']]) {
    const built = spawnSync(process.execPath, [vite, ...args, '--logLevel', 'warn'], { stdio: 'inherit' })
    if (built.status !== 0) process.exit(built.status ?? 1)
  }
  mkdirSync('dist', { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, began, began)
}

/** @param {string} path @returns {number} latest change below it, epoch ms */
function newest(path) {
  const stat = statSync(path)
  return stat.isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : stat.mtimeMs
}

/** npm's shell dies on SIGTERM without passing it on; without this the server would stay behind. */
function followParent() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}
