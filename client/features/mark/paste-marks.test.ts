import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksAsText, pasteMarks } from '#client/features/mark/paste-marks.ts'

const needs = [1, 2, 3, 4, 5, 6].map((at) => ({ id: `n${at}`, title: `Need ${at}` }))
const columns = ['us', 'a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase() }))
const grid = { needs, columns }
const start = { row: 0, column: 0 }

describe('pasting from a spreadsheet', () => {
  test('[SC-4a] a rectangle is filled in from the cell in hand on', () => {
    expect(pasteMarks('8\t10\r\n?\t0\r\n', grid, { row: 2, column: 1 })).toEqual({
      fits: true,
      filled: [
        { cell: { needId: 'n3', optionId: 'a' }, mark: 8 },
        { cell: { needId: 'n3', optionId: 'b' }, mark: 10 },
        { cell: { needId: 'n4', optionId: 'a' }, mark: null },
        { cell: { needId: 'n4', optionId: 'b' }, mark: 0 },
      ],
      refused: [],
    })
  })

  test('[SC-4a] [R036] what is no mark is listed with its need and column, and the good ones are filled in', () => {
    const pasted = pasteMarks('11\t7\t-1\n7.5\tten\t 3 ', grid, start)
    expect(pasted).toMatchObject({
      fits: true,
      refused: [
        { need: 'Need 1', option: 'US', text: '11' },
        { need: 'Need 1', option: 'B', text: '-1' },
        { need: 'Need 2', option: 'US', text: '7.5' },
        { need: 'Need 2', option: 'A', text: 'ten' },
      ],
    })
    expect(pasted.fits && pasted.filled.map(({ mark }) => mark)).toEqual([7, 3])
  })

  test('300 cells into 24 change nothing', () => {
    const text = Array.from({ length: 30 }, () => Array(10).fill('5').join('\t')).join('\n')
    expect(pasteMarks(text, grid, start)).toEqual({ fits: false, cells: 300, room: 24 })
    expect(pasteMarks('5\t5', grid, { row: 0, column: 3 })).toEqual({ fits: false, cells: 2, room: 6 })
  })

  test('empty cells leave what is there; cells in quotes may hold tabs and lines', () => {
    expect(pasteMarks('\t4\n"a\t\n""b"\t', grid, start)).toEqual({
      fits: true,
      filled: [{ cell: { needId: 'n1', optionId: 'a' }, mark: 4 }],
      refused: [{ need: 'Need 2', option: 'US', text: 'a\t\n"b' }],
    })
    expect(pasteMarks('', grid, start)).toEqual({ fits: true, filled: [], refused: [] })
  })

  test('whatever is pasted ends, and fills only marks from 0 to 10', () => {
    void fc.assert(
      fc.property(fc.string(), (text) => {
        const pasted = pasteMarks(text, grid, start)
        if (!pasted.fits) return
        for (const { mark } of pasted.filled) {
          expect(mark === null || (Number.isInteger(mark) && mark >= 0 && mark <= 10)).toBe(true)
        }
      }),
    )
  })

  test('what is copied can be pasted back', () => {
    const marks = fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { minLength: 4, maxLength: 4 }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    void fc.assert(
      fc.property(marks, (rows) => {
        const pasted = pasteMarks(marksAsText(rows), grid, start)
        expect(pasted.fits && pasted.filled.map(({ mark }) => mark)).toEqual(rows.flat())
      }),
    )
  })
})
