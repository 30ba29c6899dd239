/** Runs a package's command line tool with this Node, without npx and without a shell. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './install.mjs'

/**
 * @param {string} tool path below node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {boolean} whether it ended well
 */
export function run(tool, args, env = {}) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return done.status === 0
}

export const vite = 'vite/bin/vite.js'
export const vitest = 'vitest/vitest.mjs'
export const playwright = '@playwright/test/cli.js'

/** Builds client and server. */
export const build = () =>
  run(vite, ['build', '--logLevel', 'warn']) &&
  run(vite, ['build', '-c', 'vite.server.config.ts', '--logLevel', 'warn'])
