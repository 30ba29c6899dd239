/** axe-core on the page as it stands. Answers violations as lines; an empty list is what we want. */
import type { Page } from '@playwright/test'
import axe from 'axe-core'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly unknown[] }[]
}

export async function violations(page: Page): Promise<string[]> {
  // Colours are judged when they have arrived, not half-way through a transition.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'))
  await page.evaluate(axe.source)
  const found = await page.evaluate<readonly Violation[]>('axe.run().then((result) => result.violations)')
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
