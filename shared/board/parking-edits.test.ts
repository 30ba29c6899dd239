import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { park, settleParked } from '#shared/board/parking-edits.ts'
import { parkingLot } from '#shared/board/schema.ts'
import { readRow, readRows } from '#shared/document/collection.ts'
import { type EditContext, runEdit } from '#shared/document/edit.ts'

test('[method B10] what is parked keeps its words and function, and stays readable when it is dropped', () => {
  const doc = new Y.Doc()
  let ids = 0
  const context: EditContext = { newId: () => `p${++ids}`, now: () => 5, seatId: 's1' }
  const add = (text: string) => runEdit(doc, park, { text, functionName: 'Sales' }, context)
  expect(add('   ')).toBeNull()
  const id = add(` Commission? ${'x'.repeat(400)}`) ?? ''
  expect(readRow(doc, parkingLot, id)).toMatchObject({ functionName: 'Sales', status: 'open' })
  expect(readRow(doc, parkingLot, id)?.text).toHaveLength(300)
  expect(runEdit(doc, settleParked, { id, status: 'dropped' }, context)).toBe(true)
  expect(runEdit(doc, settleParked, { id: 'gone', status: 'moved' }, context)).toBe(false)
  expect(readRows(doc, parkingLot)).toHaveLength(1)
})
