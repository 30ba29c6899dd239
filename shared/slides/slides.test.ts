import { expect, test } from 'vitest'
import { formatsOfParts, partsOf } from '#shared/protocol/export-parts.ts'
import { withParts } from '#shared/report/parts.ts'
import { contrast } from '#shared/slides/colours.ts'
import { logoBox } from '#shared/slides/frame.ts'
import { lookOf } from '#shared/slides/look.ts'
import { slidesOf } from '#shared/slides/slides-of.ts'
import { demoReport } from '#test/support/report-file.ts'

const report = demoReport()
const light = { look: 'light', main: undefined, accent: undefined } as const

test('text on a firm’s colour can be read, whatever the colour', () => {
  for (let r = 0; r < 256; r += 17)
    for (let g = 0; g < 256; g += 17)
      for (let b = 0; b < 256; b += 17) {
        const main = [r, g, b].map((one) => one.toString(16).padStart(2, '0')).join('')
        const { onMain } = lookOf({ ...light, main })
        expect([main, contrast(onMain, main) > 4]).toEqual([main, true])
      }
})

test('[U1] a firm’s colour is no mark where it is faint or may be taken for ink', () => {
  const { between } = lookOf(light)
  for (const accent of ['fafafa', '2a2fcb', '3338d0', '98a2ff', 'f4f04d'])
    expect([accent, lookOf({ ...light, accent }).between]).toEqual([accent, between])
  expect(lookOf({ ...light, accent: 'c8102e' }).between).toBe('C8102E')
  for (const chosen of [light, { look: 'dark', main: '2a2fcb', accent: 'ff0000' } as const]) {
    const { ink, pencil, paper } = lookOf(chosen)
    expect(contrast(ink, paper)).toBeGreaterThan(4.5)
    expect(contrast(pencil, paper)).toBeGreaterThan(4.5)
  }
})

test('a logo keeps its shape in its room', () => {
  const room = { x: 10, y: 1, w: 2, h: 1 }
  expect(logoBox({ width: 400, height: 100 }, room)).toEqual({ x: 10, y: 1.25, w: 2, h: 0.5 })
  expect(logoBox({ width: 100, height: 100 }, room)).toEqual({ x: 11, y: 1, w: 1, h: 1 })
})

test('[R098] slides of a part are gone with it; without any part the first two are left', () => {
  expect(formatsOfParts).toContain('pptx')
  const all = slidesOf(report, light).sheets
  for (const { name } of report.stages) expect(all.map((sheet) => sheet.name)).toContain(name)
  const bare = slidesOf(withParts(report, partsOf('')), light)
  expect(bare.sheets).toHaveLength(1)
  expect(bare.cover.title).toBe(report.title)
})

test('[U2] what we know now stands on its slides with whose it is and of how many: no sentence is cut', () => {
  const shown = JSON.stringify(slidesOf(report, light).sheets.map(({ objects }) => objects))
  const { known, unknown } = report.closing
  expect(known.length).toBeGreaterThan(3)
  for (const one of [...known, ...unknown]) expect(shown).toContain(JSON.stringify(one).slice(1, -1))
})

test('nothing on a slide stands outside it', () => {
  for (const { objects, name } of slidesOf(report, light).sheets)
    for (const { at } of objects) {
      const right = at.x + at.w
      expect([name, at.x >= 0 && at.y >= 0 && right <= 13.334]).toEqual([name, true])
    }
})

test('a slide counts the cards it has no room for, not the names of their lanes', () => {
  const [stage] = report.stages
  const question = stage?.cards.find(({ lane }) => lane === 'question')
  if (!stage || !question) throw new Error('The demo asks nothing at first.')
  const cards = Array.from({ length: 20 }, (_, index) => ({
    ...question,
    id: `c${index}`,
    lane: index < 12 ? ('question' as const) : ('skepticism' as const),
  }))
  const { sheets } = slidesOf({ ...report, stages: [{ ...stage, cards }] }, light)
  const slide = JSON.stringify(sheets.find(({ name }) => name === stage.name)?.objects)
  expect(slide.split(question.text)).toHaveLength(13)
  expect(slide).not.toContain('What they doubt')
  expect(slide).toContain('and 8 more in the notes')
})
