/** What the join page weighs: everything its HTML and scripts load at first, compressed, fonts aside. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const LIMIT_KB = 180
const dist = join(import.meta.dirname, '../../dist/client')

test('the join page loads at most 180 kB of compressed scripts and styles, and nothing heavy', async ({
  page,
}) => {
  const loaded = new Map<string, number>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (/\.(js|css)$/.test(pathname))
      loaded.set(pathname, gzipSync(readFileSync(join(dist, pathname))).byteLength)
  })
  await page.goto('/join')
  await expect(page.getByLabel('Character 1 of 6')).toBeVisible()
  await page.waitForLoadState('networkidle')
  const total = [...loaded.values()].reduce((sum, size) => sum + size, 0)
  expect(loaded.size).toBeGreaterThan(1)
  expect(total / 1000, [...loaded].map(([path, size]) => `${path} ${size}`).join('\n')).toBeLessThanOrEqual(
    LIMIT_KB,
  )
  expect(
    [...loaded.keys()].filter((path) => /yjs|mantine|recharts|strip-plot|qrcode|roadmap/i.test(path)),
  ).toEqual([])
})
