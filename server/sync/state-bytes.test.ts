import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { HeldState } from '#server/sync/held-state.ts'
import { defaultSyncLimits } from '#server/sync/limits.ts'
import { StateBytes } from '#server/sync/state-bytes.ts'

test('[C12] a state that forgets what was deleted serves the same document without a byte of it', () => {
  const writer = new Y.Doc({ gc: false })
  const updates: Uint8Array[] = []
  writer.on('update', (update: Uint8Array) => updates.push(update))
  for (let n = 0; n < 250; n++) writer.getMap('m').set(`k${n % 7}`, `value ${n}`)
  writer.getText('t').insert(0, 'Unmistakable words, and others')
  writer.getMap('m').set('row', new Y.Map([['text', 'Unmistakable too']]))
  writer.getText('t').delete(0, 20)
  writer.getMap('m').delete('row')

  const held = new HeldState(defaultSyncLimits)
  const state = new StateBytes(defaultSyncLimits)
  let position = 0
  const take = (update: Uint8Array) => {
    const verdict = held.receive(update, Number.POSITIVE_INFINITY)
    if (verdict.status === 'news') state.push(verdict.data, ++position)
  }
  for (const update of updates) take(update)
  const served = () => Buffer.concat([...state.answer(new Map(), held)].map((frame) => Buffer.from(frame)))
  expect(served().includes('Unmistakable')).toBe(true)
  state.forgetDeleted(position)
  expect(served().includes('Unmistakable')).toBe(false)
  expect(Buffer.concat(state.since(0).map((frame) => Buffer.from(frame))).includes('Unmistakable')).toBe(
    false,
  )

  const after = updates.length
  writer.getMap('m').set('later', 'goes on')
  for (const update of updates.slice(after)) take(update)
  expect(served().includes('goes on')).toBe(true)
  expect(state.since(position)).toEqual([])
})
