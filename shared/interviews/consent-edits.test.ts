import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { insertRow, readRow } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'
import { monthsAfter, setConsent, setRecordingEnd } from '#shared/interviews/consent-edits.ts'
import { interviews } from '#shared/interviews/schema.ts'

const context = { newId: () => 'n', now: () => 0, seatId: 's' }

describe('consents', () => {
  test('each has its day; a recording gets an end of six months', () => {
    const doc = new Y.Doc()
    insertRow(doc, interviews, 'i', { pseudonym: 'Wren' })
    const set = (args: Omit<Parameters<typeof setConsent>[1], 'id'>) =>
      runEdit(doc, setConsent, { id: 'i', ...args }, context)
    const consent = () => readRow(doc, interviews, 'i')?.consent
    set({ name: 'recording', isGiven: true, day: '2026-08-31' })
    set({ name: 'quotesOutside', isGiven: false, day: '2026-08-31' })
    expect(consent()).toMatchObject({
      notes: null,
      recording: true,
      quotesOutside: false,
      datesGiven: { recording: '2026-08-31' },
      deleteRecordingAfter: '2027-02-28',
    })
    runEdit(doc, setRecordingEnd, { id: 'i', day: '2026-12-01' }, context)
    expect(consent()?.deleteRecordingAfter).toBe('2026-12-01')
    set({ name: 'recording', isGiven: null, day: '2026-09-01' })
    expect(consent()).toMatchObject({ recording: null, datesGiven: {}, deleteRecordingAfter: '' })
    expect(runEdit(doc, setConsent, { id: 'gone', name: 'notes', isGiven: true, day: '' }, context)).toBe(
      false,
    )
  })

  test('what is allowed again is no longer withdrawn', () => {
    const doc = new Y.Doc()
    const { fallback } = interviews.fields.consent
    insertRow(doc, interviews, 'i', {
      consent: { ...fallback, notes: false, withdrawnScope: ['notes', 'identity'] },
    })
    runEdit(doc, setConsent, { id: 'i', name: 'notes', isGiven: true, day: '2026-01-05' }, context)
    expect(readRow(doc, interviews, 'i')?.consent.withdrawnScope).toEqual(['identity'])
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-22', 6, '2027-05-22'],
  ])('%s and %i months is %s', (day, months, end) => {
    expect(monthsAfter(day, months)).toBe(end)
  })
})
