import { screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { DraftRemarks } from '#client/round/draft-remarks.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { renderSession } from '#test/support/render-session.tsx'

beforeAll(startTexts)

test('[method P5] remarks on a draft stand with what they are about, and other evidence does not', () => {
  renderSession(<DraftRemarks about="c1" />, {
    interviews: {
      evidence: {
        e1: { kind: 'draft_remark', text: 'Nobody says it that way', about: 'c1' },
        e2: { kind: 'draft_remark', text: 'On another card', about: 'c2' },
        e3: { kind: 'frontline', text: 'Heard at the desk', about: 'c1' },
      },
    },
  })
  expect(screen.getByText('1 remark by a customer who was shown the draft')).toBeInTheDocument()
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Nobody says it that way'),
  ])
})
