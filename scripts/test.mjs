/**
 * Passes all tests on a fresh machine: installs, finds or installs a browser, runs unit, contract, simulation and
 * crash tests, builds, and runs the browser stories. Ends with the line `N passed, N failed`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'

process.chdir(root)
ensureInstalled()
const { ensureChromium } = await import('./chromium.mjs')
const { build, playwright, run, vitest } = await import('./run.mjs')

const reports = mkdtempSync(join(tmpdir(), 'guessproof-tests-'))
let chromium
try {
  chromium = await ensureChromium()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

const unitReport = join(reports, 'unit.json')
const unitPassed = run(vitest, [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
const built = build()
const storyReport = join(reports, 'stories.json')
const storiesPassed =
  built &&
  run(playwright, ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json'], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: storyReport,
  })

const unit = counts(unitReport, (report) => [report.numPassedTests, report.numFailedTests])
const stories = built
  ? counts(storyReport, (report) => [report.stats.expected, report.stats.unexpected])
  : { passed: 0, failed: 1 }
rmSync(reports, { recursive: true, force: true })
const allWell = unitPassed && built && storiesPassed
const passed = unit.passed + stories.passed
// A run that broke without a failing test (a crash, no report) still counts as one failure.
const failed = Math.max(unit.failed + stories.failed, allWell ? 0 : 1)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(allWell && failed === 0 ? 0 : 1)

/**
 * @param {string} file
 * @param {(report: any) => number[]} pick passed and failed
 * @returns {{ passed: number, failed: number }} one failure when the report is missing
 */
function counts(file, pick) {
  try {
    const [passed = 0, failed = 0] = pick(JSON.parse(readFileSync(file, 'utf8')))
    return { passed, failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
