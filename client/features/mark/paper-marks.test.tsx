import { act, screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import { openMarks, playMark } from '#test/support/play-mark.tsx'

beforeAll(() => {
  startTexts()
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})

test('[FA-9a] a paper ballot of marks is typed into the grid for a person without a device, and sealed', async () => {
  const { user, made } = playMark('facilitator', {
    record: {
      rounds: { r1: openMarks },
      seats: { dan: { name: 'Dan Reyes', role: 'member', proxy: true, joinedAt: 3 } },
    },
  })
  await user.click(screen.getByRole('button', { name: 'Paper ballots' }))
  await user.click(screen.getByRole('button', { name: 'Enter the paper ballot of Dan Reyes' }))
  const cells = await screen.findAllByRole('gridcell')
  act(() => cells[0]?.focus())
  await user.keyboard('7{Control>}{Enter}{/Control}')
  expect(made.find(({ name }) => name === 'putProxyBallot')).toMatchObject({
    params: { roundId: 'r1', seatId: 'dan' },
    body: { sealed: true },
  })
})
