/**
 * What must hold besides the tests: format and lint, types, unused code, that the lint rules can fail, the build,
 * and (unless `--without-unit`) the unit tests. Ends with the line `N passed, N failed`.
 */
import { ensureInstalled, root } from './install.mjs'

process.chdir(root)
ensureInstalled()
const { build, run, vitest } = await import('./run.mjs')

/** @type {[string, () => boolean][]} */
const checks = [
  ['format and lint', () => run('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])],
  ['types', () => run('typescript/bin/tsc', ['-b'])],
  ['unused code', () => run('knip/bin/knip.js', [])],
  ['build', build],
]
if (!process.argv.includes('--without-unit')) checks.push(['unit tests', () => run(vitest, ['run'])])

const failed = checks.filter(([name, holds]) => {
  console.log(`\n── ${name}`)
  return !holds()
})
for (const [name] of failed) console.error(`✗ ${name}`)
console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length === 0 ? 0 : 1)
