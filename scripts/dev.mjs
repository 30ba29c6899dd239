/** Development: the client with hot reload on 5173, the server rebuilt and restarted on change on 3001. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'

process.chdir(root)
ensureInstalled()
const vite = join(root, 'node_modules/vite/bin/vite.js')
const main = join(root, 'dist/server/main.js')

/** @param {string[]} args @param {Record<string, string>} [env] */
const start = (args, env = {}) =>
  spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, API_PORT: '3001', ...env } })

const children = [
  start([vite, 'build', '-c', 'vite.server.config.ts', '--watch', '--logLevel', 'warn']),
  start([vite]),
]
const waiting = setInterval(() => {
  if (!existsSync(main)) return
  clearInterval(waiting)
  children.push(
    start(['--watch-preserve-output', '--watch', main], {
      PORT: '3001',
      PUBLIC_URL: 'http://localhost:5173',
    }),
  )
}, 200)
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
    process.exit(0)
  })
}
