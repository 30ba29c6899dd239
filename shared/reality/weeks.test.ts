import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { insertRow, readRows } from '#shared/document/collection.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { weeksTaken } from '#shared/reality/weeks.ts'

const told = (triggerToFirstContact: number | null, firstContactToSignature: number | null) => ({
  timelineWeeks: { triggerToFirstContact, firstContactToSignature },
})

test('[U2] a span is the median of the customers who told it, with their number; lost ones and doubles do not count', () => {
  const doc = new Y.Doc()
  insertRow(doc, interviews, 'i1', told(2, null))
  insertRow(doc, interviews, 'i2', told(5, null))
  insertRow(doc, interviews, 'i3', told(null, null))
  insertRow(doc, interviews, 'i4', { ...told(90, 90), mergedInto: 'i1' })
  const lost = { role: '', trade: '', staff: null, sites: null, buyingRole: null, yearsAsCustomer: null }
  insertRow(doc, interviews, 'i5', { ...told(90, 90), customer: { ...lost, wonOrLost: 'lost' } })
  expect(weeksTaken(readRows(doc, interviews))).toEqual([{ span: 'triggerToFirstContact', weeks: 3.5, n: 2 }])
})
