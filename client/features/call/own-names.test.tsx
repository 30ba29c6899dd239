import { screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import { renderSession } from '#test/support/render-session.tsx'
import { OwnNames } from './own-names.tsx'

beforeAll(startTexts)

const identity = {
  name: 'Anna Weber',
  firm: 'Kühlhaus Nord',
  phone: '',
  email: '',
  note: '',
  deleteAfter: '',
}

const play = (text: string, identityRef: string) =>
  renderSession(<OwnNames interviewId="i1" answerId="a1" />, {
    role: 'researcher',
    interviews: {
      interviews: { i1: { pseudonym: 'Heron', identityRef, order: 'a0' } },
      answers: { a1: { interviewId: 'i1', text } },
    },
    replies: { readIdentity: { ok: true, reply: { identity } } },
  })

test('[C12] a note that names the customer or the firm says so while it is typed', async () => {
  play('Mrs Weber of KUHLHAUS NORD rang back.', 'i1')
  expect(await screen.findByText(/^This note says who the customer is: Weber, KUHLHAUS NORD\./)).toBeVisible()
})

test('a note that names nobody says nothing, and nobody is asked for while no identity is kept', async () => {
  const { made } = play('Mrs Weber rang back.', '')
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  expect(made).toEqual([])
})
