/** axe-core on the page as it stands. Answers violations as lines; an empty list is what we want. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly unknown[] }[]
}

export async function violations(page: Page): Promise<string[]> {
  // Colours are judged when they have arrived, not half-way through a transition.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'))
  await page.evaluate(readAxe())
  const found = await page.evaluate<readonly Violation[]>('axe.run().then((result) => result.violations)')
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

let source: string | undefined
function readAxe(): string {
  source ??= readFileSync(axePath, 'utf8')
  return source
}
