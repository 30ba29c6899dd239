import { afterEach, expect, test, vi } from 'vitest'
import { savePicture, takePicture } from '#client/lib/picture.ts'

afterEach(() => vi.unstubAllGlobals())

const drawn = new Blob(['picture'], { type: 'image/png' })
const element = document.createElement('div')

test('[AN-9a] a picture goes to the clipboard while the press is fresh', async () => {
  const write = vi.fn(async (_items: unknown[]) => {})
  vi.stubGlobal(
    'ClipboardItem',
    class {
      readonly parts: Record<string, Promise<Blob>>
      constructor(parts: Record<string, Promise<Blob>>) {
        this.parts = parts
      }
    },
  )
  vi.stubGlobal('navigator', { ...navigator, clipboard: { write } })
  expect(await takePicture(element, 'A chart', async () => drawn)).toBe('copied')
  const [items] = write.mock.calls[0] ?? []
  const item = items?.[0] as { parts: Record<string, Promise<Blob>> }
  expect(await item.parts['image/png']).toBe(drawn)
})

test('where the clipboard takes no pictures it is saved as a file named by its title', async () => {
  vi.stubGlobal('ClipboardItem', undefined)
  vi.stubGlobal('URL', { createObjectURL: () => 'blob:1', revokeObjectURL: () => {} })
  const saved: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  expect(await takePicture(element, 'Nine ballots, no agreement?', async () => drawn)).toBe('saved')
  expect(saved).toEqual(['Nine ballots no agreement.png'])
})

test('a picture is saved in the size that was asked for, or as a drawing', async () => {
  vi.stubGlobal('URL', { createObjectURL: () => 'blob:1', revokeObjectURL: () => {} })
  const saved: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  for (const kind of [3, 'svg'] as const)
    expect(await savePicture(element, 'A chart/1', kind, async () => drawn)).toBe('asFile')
  expect(saved).toEqual(['A chart 1@3x.png', 'A chart 1.svg'])
  expect(await savePicture(element, 'A', 1, async () => Promise.reject(new Error('no canvas')))).toBe(
    'failed',
  )
})

test('a picture that cannot be drawn is said to have failed', async () => {
  vi.stubGlobal('ClipboardItem', undefined)
  expect(await takePicture(element, 'A chart', async () => Promise.reject(new Error('no canvas')))).toBe(
    'failed',
  )
})
