import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { RoadmapPage } from '#client/features/roadmap/roadmap-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { stages } from '#shared/board/schema.ts'
import { readRow } from '#shared/document/collection.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

startTexts()
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
})

const setting: SessionSetting = {
  board: {
    functions: { f1: { name: 'Sales', order: 'a0' } },
    stages: {
      s1: { name: 'Look around', order: 'a0', phase: 'early', ownerFunction: 'Sales' },
      s2: { name: 'Live with it', order: 'a1', phase: 'after' },
    },
    cards: { q1: { text: 'Which?', place: { stageId: 's2', lane: 'question', order: 'a0' } } },
  },
  interviews: {
    interviews: {
      i1: { timelineWeeks: { triggerToFirstContact: null, firstContactToSignature: 6 } },
      i2: { timelineWeeks: { triggerToFirstContact: null, firstContactToSignature: 9 } },
    },
  },
}

function open(content = setting) {
  const user = userEvent.setup()
  const played = renderSession(
    <MemoryRouter>
      <RoadmapPage />
    </MemoryRouter>,
    content,
  )
  const stage = (id: string) => readRow(played.docs.board, stages, id)
  const head = (name: string) => screen.getByRole('button', { name: new RegExp(`^Stage \\d ${name}`) })
  const edit = async (name: string) => {
    await user.click(head(name))
    await user.click(screen.getByRole('menuitem', { name: 'Edit the stage' }))
    return within(screen.getByRole('dialog'))
  }
  return { ...played, user, stage, head, edit }
}

test('[R079] a stage without an owner stands out, and its details name one', async () => {
  const { user, edit, stage, head } = open()
  expect(
    within(screen.getByRole('columnheader', { name: /Live with it/ })).getByText('no owner yet'),
  ).toBeInTheDocument()
  const panel = await edit('Live with it')
  await user.selectOptions(panel.getByRole('combobox', { name: /Which of us owns it/ }), 'Sales')
  await user.click(panel.getByRole('button', { name: 'Done' }))
  expect(stage('s2')?.ownerFunction).toBe('Sales')
  expect(screen.queryByText('no owner yet')).toBeNull()
  expect(head('Live with it')).toHaveFocus()
})

test('details are kept when their field is left; what does not fit is said and changes nothing', async () => {
  const { user, edit, stage } = open()
  const panel = await edit('Look around')
  const roles = panel.getByRole('textbox', { name: /Who is involved/ })
  await user.type(roles, 'Owner, Controller, Owner')
  const weeks = panel.getByRole('textbox', { name: 'Typical weeks' })
  await user.type(weeks, 'soon{Tab}')
  expect(stage('s1')?.buyerRoles).toEqual(['Owner', 'Controller'])
  expect(panel.getByRole('alert')).toHaveTextContent('Nothing was changed')
  expect(stage('s1')?.typicalWeeks).toBeNull()
  fireEvent.change(roles, { target: { value: 'x'.repeat(61) } })
  fireEvent.blur(roles)
  expect(panel.getByText(/At most 60 characters each/)).toBeVisible()
  expect(stage('s1')?.buyerRoles).toEqual(['Owner', 'Controller'])
})

test('[U2] what customers told is offered with their number and taken over by a press', async () => {
  const { user, edit, stage } = open()
  const panel = await edit('Look around')
  expect(panel.getByText(/7\.5 weeks, median of 2 customers/)).toBeVisible()
  await user.click(panel.getByRole('button', { name: 'Take 7.5' }))
  expect(stage('s1')?.typicalWeeks).toBe(7.5)
})

test('[R080] [R091] the checks, and where buyers go back to', async () => {
  const { user, edit, stage } = open()
  const panel = await edit('Live with it')
  const next = within(panel.getByRole('group', { name: 'Is a next step offered?' }))
  await user.click(next.getByRole('button', { name: 'No' }))
  await user.click(panel.getByRole('checkbox', { name: '1 Look around' }))
  expect(stage('s2')).toMatchObject({ nextStepOffered: false, loopsBackTo: ['s1'] })
  await user.click(panel.getByRole('button', { name: 'Done' }))
  expect(screen.getByText('Buyers go back to 1 Look around')).toBeInTheDocument()
})

test('[R077] the last stage after the sale is deleted only when that was asked', async () => {
  const { user, edit, stage } = open()
  const panel = await edit('Live with it')
  await user.click(panel.getByRole('button', { name: 'Delete the stage' }))
  await user.click(screen.getByRole('button', { name: 'Keep it' }))
  expect(stage('s2')?.binned).toBeNull()
  const again = await edit('Live with it')
  await user.click(again.getByRole('button', { name: 'Delete the stage' }))
  await user.click(screen.getByRole('button', { name: 'Delete it anyway' }))
  expect(stage('s2')?.binned).not.toBeNull()
  expect(screen.getByRole('columnheader', { name: /Unplaced/ })).toBeVisible()
})

test('a stage is moved along the road by keys on its head', async () => {
  const { user, head } = open()
  head('Look around').focus()
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  expect(screen.getByRole('button', { name: /^Stage 2 Look around/ })).toHaveFocus()
})

test('a road of more stages than fit has a map above it', () => {
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [`s${i}`, { name: `Step ${i}`, order: `a${i}` }]),
  )
  open({ board: { stages: many } })
  const map = within(screen.getByRole('navigation', { name: 'Stages' }))
  expect(map.getAllByRole('button')).toHaveLength(9)
})

test('the category is changed later, and says what stays', async () => {
  const { user } = open()
  await user.click(screen.getByRole('button', { name: 'Stages' }))
  await user.click(screen.getByRole('radio', { name: /^Light scrutiny/ }))
  expect(screen.getByText(/Stages you worked on stay: 2/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Lay its stages' }))
  expect(screen.getAllByRole('columnheader')).toHaveLength(6)
})
