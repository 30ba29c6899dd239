import { screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import { renderSession } from '#test/support/render-session.tsx'
import { Effect } from './effect.tsx'

beforeAll(startTexts)

const given = { status: 'given' as const, points: { n1: 40, n2: 60 }, reason: '' }

test('what a call changes counts themes of its quotes and answers, and none that another call has', () => {
  renderSession(<Effect interviewId="i1" needs={[{ id: 'n1', title: 'Alarms', isRaised: false }]} />, {
    role: 'researcher',
    interviews: {
      interviews: {
        i1: { pseudonym: 'Heron', weights: given, order: 'a0' },
        i2: { pseudonym: 'Wren', themeIds: ['t3'], order: 'a1' },
      },
      themes: { t1: { label: 'nights' }, t2: { label: 'money' }, t3: { label: 'audits' } },
      answers: { a1: { interviewId: 'i1', themeIds: ['t1', 't3'] } },
      quotes: { q1: { interviewId: 'i1', text: 'Never', themeIds: ['t2'] } },
    },
  })
  expect(screen.getByText('2 themes nobody had before')).toBeVisible()
  expect(screen.getByText('Mean of 1: the first call with points')).toBeVisible()
})
