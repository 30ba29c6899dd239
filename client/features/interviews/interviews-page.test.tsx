import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { InterviewsPage } from '#client/features/interviews/interviews-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import { readRow, readRows } from '#shared/document/collection.ts'
import { evidence, interviews, invitations } from '#shared/interviews/schema.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)
beforeEach(() => {
  localStorage.clear()
  useToasts.setState({ toasts: [] })
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})

const Address = () => <p data-testid="address">{useLocation().pathname + useLocation().search}</p>

function open(setting: SessionSetting = {}, path = '/w/workshop-1/interviews') {
  const user = userEvent.setup({ delay: null })
  const played = renderSession(
    <MemoryRouter initialEntries={[path]}>
      <Routes>
        <Route
          path="/w/:id/interviews"
          element={<InterviewsPage tools={<button type="button">Import</button>} />}
        />
        <Route path="*" element={<p>elsewhere</p>} />
      </Routes>
      <Address />
      <Toasts />
    </MemoryRouter>,
    setting,
  )
  return { user, ...played }
}
const address = () => screen.getByTestId('address').textContent
const table = () => screen.getByRole('table', { name: 'Interviews' })
const lines = () => within(table()).getAllByRole('row').slice(1)

const people = {
  fac: { name: 'Noor Haddad', role: 'facilitator' as const, joinedAt: 1 },
  hanne: { name: 'Hanne Berg', role: 'researcher' as const, joinedAt: 2, functionName: 'Finance' },
  dan: { name: 'Dan Reyes', role: 'researcher' as const, joinedAt: 3, functionName: 'Sales' },
}
const customer = (role: string, changes = {}) => ({
  role,
  trade: 'dairy',
  staff: 140,
  sites: null,
  buyingRole: 'decision_maker' as const,
  yearsAsCustomer: 3,
  wonOrLost: 'won' as const,
  ...changes,
})
const three: NonNullable<SessionSetting['interviews']> = {
  interviews: {
    i1: {
      pseudonym: 'Heron',
      mode: 'phone',
      date: '2026-03-04',
      interviewerSeatId: 'hanne',
      customer: customer('Maintenance manager'),
      order: 'a0',
    },
    i2: {
      pseudonym: 'Siskin',
      mode: 'face_to_face',
      date: '2025-03-07',
      interviewerSeatId: 'dan',
      customer: customer('Buyer', { buyingRole: 'approver', staff: 400 }),
      weights: { status: 'given', points: { n1: 60, n2: 40 }, reason: '' },
      order: 'a1',
    },
    i3: { pseudonym: 'Avocet', mode: 'phone', startedAt: 5, interviewerSeatId: 'hanne', order: 'a2' },
  },
  quotes: { q1: { interviewId: 'i1', text: 'It is my signature' } },
}

describe('for researchers', () => {
  const asResearcher = { role: 'researcher' as const, record: { seats: people }, interviews: three }

  test('[08a] one line an interview: who, how, when, by whom, how far', () => {
    open(asResearcher)
    const [heron, siskin, avocet] = lines()
    expect(heron).toHaveTextContent('Heron')
    expect(heron).toHaveTextContent('Maintenance manager, dairy, 140 people')
    expect(heron).toHaveTextContent('PhoneMar 4Hanne0 of 14Quotes 1')
    expect(siskin).toHaveTextContent('Face to faceMar 7, 2025Dan')
    expect(siskin).toHaveTextContent('1 of 14')
    expect(avocet).toHaveTextContent('On the call')
    expect(avocet).toHaveTextContent('Not said yet')
    expect(screen.getByRole('heading', { name: 'Three interviews in a sealed envelope' })).toBeVisible()
    expect(screen.getByText('1 still on a call.')).toBeVisible()
    expect(screen.getByText('1 complete enough to count.')).toBeVisible()
    expect(
      screen.getByText(/Only the three researchers can read them\. The team sees nothing until Noor/),
    ).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Open the envelope' })).toBeNull()
    expect(screen.getByRole('link', { name: '14 questions' })).toHaveAttribute(
      'href',
      '/w/workshop-1/interviews/questions',
    )
    expect(screen.getByRole('button', { name: 'Import' })).toBeVisible()
  })

  test('[D7] the foot says how they were held, who nobody asked, and warns of a seller on the phone', () => {
    open(asResearcher)
    expect(
      screen.getByText(/2 by phone, 1 face to face\. 1 of 3 asked face to face: perhaps more polite\./),
    ).toBeVisible()
    expect(screen.getByText(/All 3 bought from us; nobody who went elsewhere was asked\./)).toBeVisible()
    expect(screen.getByRole('note')).toHaveTextContent('Dan works in Sales and asked 1 of them.')
  })

  test('[D7] with five or more, roles nobody of whom was asked and old friends are named', () => {
    const five = Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [`i${n}`, { pseudonym: `Bird ${n}`, customer: customer('Manager') }]),
    )
    open({ ...asResearcher, interviews: { interviews: five } })
    expect(
      screen.getByText(/Nobody who approves the money was asked\. Nobody who uses it was asked\./),
    ).toBeVisible()
    expect(screen.getByText(/are only old friends called\?/)).toBeVisible()
  })

  test('[EV-1a] a new interview asks for nothing and opens', async () => {
    const { user, docs } = open({ ...asResearcher, interviews: {} })
    expect(
      screen.getByText(/Ring a customer: half an hour, somebody who does not sell, 14 questions/),
    ).toBeVisible()
    await user.click(screen.getAllByRole('button', { name: 'New interview' })[0] as HTMLElement)
    const [made] = readRows(docs.interviews, interviews)
    expect(made).toMatchObject({ interviewerSeatId: 'seat-me', date: '2026-05-12' })
    expect(address()).toBe(`/w/workshop-1/interviews/${made?.id}`)
  })

  test('arrow keys go along the lines, Enter opens, a click anywhere in the line opens', async () => {
    const { user } = open(asResearcher)
    act(() => screen.getByRole('link', { name: 'Heron' }).focus())
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(screen.getByRole('link', { name: 'Avocet' })).toHaveFocus()
    await user.keyboard('{Home}{ArrowDown}')
    expect(screen.getByRole('link', { name: 'Siskin' })).toHaveFocus()
    expect(
      screen.getAllByRole('link').filter((link) => link.tabIndex === 0 && table().contains(link)),
    ).toHaveLength(1)
    await user.keyboard('{Enter}')
    expect(address()).toBe('/w/workshop-1/interviews/i2')
  })

  test('[R053] “Quillmark” and “Quillmark Sensors”: merge is offered, done only when asked, and can be taken back', async () => {
    const pair = {
      i1: { pseudonym: 'Quillmark', order: 'a0' },
      i2: { pseudonym: 'Quillmark Sensors', order: 'a1' },
    }
    const { user, docs } = open({ ...asResearcher, interviews: { interviews: pair } })
    await user.click(
      screen.getByRole('button', { name: 'Look at Quillmark and Quillmark Sensors and merge them' }),
    )
    expect(readRow(docs.interviews, interviews, 'i2')?.mergedInto).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Keep Quillmark' }))
    expect(readRow(docs.interviews, interviews, 'i2')?.mergedInto).toBe('i1')
    expect(lines()).toHaveLength(1)
    expect(lines()[0]).toHaveTextContent('and 1 double')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(lines()).toHaveLength(2)
    await user.click(
      screen.getByRole('button', { name: 'Quillmark and Quillmark Sensors are two customers' }),
    )
    expect(screen.queryByText(/may be one customer/)).toBeNull()
  })

  test('[R061] asked, reminded once and never twice; declining is always open; the words are supplied', async () => {
    const { user, docs } = open(asResearcher)
    await user.click(screen.getByRole('button', { name: /^Invitations/ }))
    await user.type(screen.getByRole('textbox', { name: 'Called here' }), 'Knot')
    await user.click(screen.getByRole('button', { name: 'Plan to ask somebody' }))
    await user.click(screen.getByRole('button', { name: 'I have asked: Knot' }))
    await user.click(screen.getByRole('button', { name: 'I have reminded: Knot' }))
    expect(screen.queryByRole('button', { name: /I have reminded/ })).toBeNull()
    expect(screen.getByText('One reminder is enough. A second is not sent.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'They declined: Knot' })).toBeVisible()
    expect(screen.getByText(/If you would rather not, that is entirely all right/)).toBeVisible()
    expect(screen.getByText(/if not, no need to answer/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'They agreed: Knot' }))
    await user.click(screen.getByRole('button', { name: 'Begin the call with Knot' }))
    const [invitation] = readRows(docs.interviews, invitations)
    expect(invitation?.state).toBe('agreed')
    expect(readRow(docs.interviews, interviews, invitation?.interviewId ?? '')?.pseudonym).toBe('Knot')
    expect(address()).toBe(`/w/workshop-1/interviews/${invitation?.interviewId}`)
  })

  test('[R046] other evidence is kept by kind; points only when they add up to 100, in a line of their own', async () => {
    const { user, docs } = open({
      ...asResearcher,
      board: {
        needs: {
          n1: { short: 'Audit report', status: 'active', order: 'a0' },
          n2: { short: 'Yearly cost', status: 'active', order: 'a1' },
        },
      },
    })
    await user.click(screen.getByRole('button', { name: /^Heard elsewhere/ }))
    const form = within(screen.getByRole('form', { name: 'Add evidence' }))
    await user.selectOptions(form.getByRole('combobox', { name: 'Where from' }), 'A focus group')
    await user.type(form.getByRole('textbox', { name: 'What was said or seen' }), 'They all laughed')
    await user.type(form.getByRole('spinbutton', { name: 'Points for Audit report' }), '70', {})
    await user.click(form.getByRole('button', { name: 'Add it' }))
    expect(readRows(docs.interviews, evidence)).toEqual([])
    await user.type(form.getByRole('spinbutton', { name: 'Points for Yearly cost' }), '30')
    await user.click(form.getByRole('button', { name: 'Add it' }))
    expect(readRows(docs.interviews, evidence)).toMatchObject([
      { kind: 'focus_group', text: 'They all laughed', points: { n1: 70, n2: 30 }, seatId: 'seat-me' },
    ])
    expect(screen.getByRole('heading', { name: 'Focus groups' })).toBeVisible()
    expect(screen.getByRole('row', { name: /Audit report/ })).toHaveTextContent('70, n = 1')
    expect(screen.getByText(/1 answer, none of a customer/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove this evidence' }))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(readRows(docs.interviews, evidence)).toHaveLength(1)
  })

  test('the sample workshop: ten interviews, each with its questions', () => {
    const { docs } = imported(demoFile())
    const rows = Object.fromEntries(readRows(docs.interviews, interviews).map(({ id, ...row }) => [id, row]))
    open({ ...asResearcher, interviews: { interviews: rows } })
    expect(lines()).toHaveLength(10)
    expect(screen.getByText(/8 by phone, 1 by video, 1 face to face/)).toBeVisible()
  })
})

describe('five hundred interviews', () => {
  const roles = ['decision_maker', 'approver', 'user'] as const
  const many: SessionSetting = {
    role: 'researcher',
    record: { seats: people },
    interviews: {
      interviews: Object.fromEntries(
        Array.from({ length: 500 }, (_, n) => [
          `i${String(n).padStart(3, '0')}`,
          {
            pseudonym: `Customer ${n}`,
            mode: n % 2 ? ('phone' as const) : ('video' as const),
            source: n % 50 ? ('interview' as const) : ('self_completed' as const),
            customer: customer(n === 321 ? 'Night watchman' : 'Manager', {
              buyingRole: roles[n % 3],
              wonOrLost: n % 10 ? 'won' : 'lost',
              staff: n + 1,
            }),
            order: `a${String(n).padStart(4, '1')}V`,
          },
        ]),
      ),
    },
  }

  test('only those in sight are rendered, and the table still says how many there are', () => {
    open(many)
    expect(table()).toHaveAttribute('aria-rowcount', '501')
    expect(lines().length).toBeGreaterThan(10)
    expect(lines().length).toBeLessThan(40)
  })

  test('searching and filtering narrow all five hundred; the address keeps it, one press takes it away', async () => {
    const { user } = open(many)
    await user.keyboard('/')
    await user.keyboard('night dairy')
    expect(lines()).toHaveLength(1)
    expect(lines()[0]).toHaveTextContent('Customer 321')
    expect(screen.getByText('1 of 500 interviews')).toBeVisible()
    await vi.waitFor(() => expect(address()).toContain('search=night'))
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Bought or not' }), 'Did not buy')
    expect(screen.getByText('50 of 500 interviews')).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who wrote it down' }), 'The customer')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Part in buying' }), 'Decides')
    expect(screen.getByText('4 of 500 interviews')).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'How far' }), 'On the call')
    expect(screen.getByText('No interview fits. Take a filter away.')).toBeVisible()
  })

  test('End goes to the last one, which was not rendered before', async () => {
    const { user } = open(many)
    act(() => screen.getByRole('link', { name: 'Customer 0' }).focus())
    await user.keyboard('{End}')
    expect(screen.getByRole('link', { name: 'Customer 499' })).toHaveFocus()
    await user.keyboard('{PageUp}')
    expect(screen.getByRole('link', { name: 'Customer 489' })).toHaveFocus()
  })
})

describe('for everyone else while it is sealed', () => {
  const sealed = { interviewCount: 4, modes: { phone: 3, face_to_face: 1 } }
  const outside = (role: 'member' | 'sponsor' | 'viewer' | 'facilitator', more: SessionSetting = {}) =>
    open({ role, record: { seats: people, envelope: sealed }, ...more })

  test('[S1] they see that interviews exist, how many and how held: no row, no name, nobody on a call', () => {
    for (const role of ['member', 'sponsor', 'viewer'] as const) {
      const { unmount } = outside(role)
      expect(screen.getByRole('heading', { name: 'Four interviews in a sealed envelope' })).toBeVisible()
      expect(screen.getByText('Held 3 by phone, 1 face to face.')).toBeVisible()
      expect(screen.queryByRole('table')).toBeNull()
      expect(screen.queryByText(/on a call|complete enough/)).toBeNull()
      for (const name of ['New interview', 'Open the envelope', 'Import'])
        expect(screen.queryByRole('button', { name })).toBeNull()
      expect(screen.queryByRole('form') !== null).toBe(role !== 'viewer')
      unmount()
    }
  })

  test('[R047] a line heard goes into the envelope and out of the field; without a line to the server it stays', async () => {
    let isDown = true
    const { user, made } = outside('member', {
      replies: {
        addEvidence: () =>
          isDown
            ? { ok: false, problem: { code: 'offline', title: '', faults: [], retryAfterS: null } }
            : { ok: true, reply: { evidenceId: 'e1' } },
      },
    })
    const field = screen.getByRole('textbox', { name: 'What did they say?' })
    await user.type(field, 'The alarm woke him again{Enter}')
    expect(
      await screen.findByText('You are offline. The line stays here; send it when you are back.'),
    ).toBeVisible()
    expect(field).toHaveValue('The alarm woke him again')
    isDown = false
    await user.type(field, '{Enter}')
    expect(await screen.findByText('In the envelope, second-hand. Thank you.')).toBeVisible()
    expect(field).toHaveValue('')
    expect(made.at(-1)).toMatchObject({ name: 'addEvidence', body: { text: 'The alarm woke him again' } })
  })

  test('[08a] with few customers the facilitator is asked before it is opened; it is one deliberate press more', async () => {
    const revealed = { kind: 'weights', number: 1, status: 'revealed' as const, openedAt: 1 }
    const { user, made, setRecord } = outside('facilitator', {
      record: { seats: people, envelope: sealed, rounds: { r1: revealed } },
    })
    await user.click(screen.getByRole('button', { name: 'Open the envelope' }))
    expect(screen.getByText('4 customers asked: too few to say. Open it anyway?')).toBeVisible()
    expect(screen.getByText(/cannot be sealed again/)).toBeVisible()
    expect(made).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Open it anyway' }))
    expect(made).toMatchObject([{ name: 'openEnvelope', body: {} }])
    act(() => setRecord({ envelope: { openedAt: Date.UTC(2026, 4, 12), openedBy: 'fac' } }))
    expect(screen.getByRole('heading', { name: 'Four interviews, open to everyone' })).toBeVisible()
    expect(screen.getByText(/Noor opened the envelope on May 1[12], 2026/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Open the envelope' })).toBeNull()
  })

  test('before the last guess is revealed it names what is not finished and wants a reason', async () => {
    const open1 = {
      kind: 'weights',
      number: 1,
      status: 'open' as const,
      openedAt: 1,
      sealedCount: 6,
      expectedCount: 7,
    }
    const { user, made } = outside('facilitator', {
      record: { seats: people, envelope: { ...sealed, interviewCount: 9 }, rounds: { r1: open1 } },
    })
    await user.click(screen.getByRole('button', { name: 'Open the envelope' }))
    expect(screen.getByText('Weighing the needs, round 1: still open, 6 of 7 sealed')).toBeVisible()
    const confirm = screen.getByRole('button', { name: 'Open it before our guess is finished' })
    await user.click(confirm)
    expect(made).toEqual([])
    await user.type(screen.getByRole('textbox', { name: 'Why do you open it now?' }), 'The board meets today')
    await user.click(confirm)
    expect(made).toMatchObject([{ name: 'openEnvelope', body: { override: 'The board meets today' } }])
  })

  test('a refusal that only the server knew of leads to the reason, never to a dead end', async () => {
    const revealed = { kind: 'weights', number: 1, status: 'revealed' as const, openedAt: 1 }
    const problem = { code: 'guess-not-finished', title: 'Not yet.', faults: [], retryAfterS: null }
    const { user, made } = outside('facilitator', {
      record: { seats: people, envelope: { ...sealed, interviewCount: 8 }, rounds: { r1: revealed } },
      replies: {
        openEnvelope: ({ body }) =>
          (body as { override?: string }).override
            ? { ok: true, reply: { openedAt: 1 } }
            : { ok: false, problem },
      },
    })
    await user.click(screen.getByRole('button', { name: 'Open the envelope' }))
    await user.click(screen.getByRole('button', { name: 'Open it now' }))
    await user.type(await screen.findByRole('textbox', { name: 'Why do you open it now?' }), 'No time')
    await user.click(screen.getByRole('button', { name: 'Open it before our guess is finished' }))
    expect(made).toHaveLength(2)
    expect(await screen.findByText('The envelope is open. Everyone can read the interviews.')).toBeVisible()
  })

  test('without a researcher it says who gives that role; offline it cannot be opened', async () => {
    const { user, setSaved } = open({ role: 'facilitator', record: { envelope: sealed } })
    expect(screen.getByText(/The facilitator gives somebody that role/)).toBeVisible()
    act(() => setSaved({ status: 'offline', changes: 0, retryAt: null }))
    await user.click(screen.getByRole('button', { name: 'Open the envelope' }))
    expect(screen.getByText(/this needs the line/)).toBeVisible()
    expect(screen.getByRole('button', { name: /^Open it/ })).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('once it is open', () => {
  const opened = { openedAt: 5, openedBy: 'fac', interviewCount: 3, overrideReason: 'No time left' }

  test('everyone reads the list; an early opening says why', () => {
    open({ role: 'member', record: { seats: people, envelope: opened }, interviews: three })
    expect(lines()).toHaveLength(3)
    expect(screen.getByText('Before the last guess was revealed, because: “No time left”')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'New interview' })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Invitations/ })).toBeNull()
  })

  test('while they are on their way to this device, nothing says that there are none', () => {
    open({ role: 'viewer', record: { seats: people, envelope: opened } })
    expect(screen.getByText('The interviews are on their way to this device.')).toBeInTheDocument()
    expect(screen.queryByText('Nobody has been asked yet')).toBeNull()
  })
})
