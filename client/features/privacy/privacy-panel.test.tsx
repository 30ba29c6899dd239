import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { PrivacyPanel } from '#client/features/privacy/privacy-panel.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { readRow } from '#shared/document/collection.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => {
  startTexts()
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})

const identity = {
  name: 'Ida Marsh',
  firm: 'Frost Depot Ltd',
  phone: '',
  email: '',
  note: '',
  deleteAfter: '2027-05-12',
}
const customer = { ...interviews.fields.customer.fallback, role: 'Owner', trade: 'Fish', staff: 34 }

function play(setting: SessionSetting = {}) {
  const onClose = vi.fn()
  const played = renderSession(<PrivacyPanel interviewId="wren" onClose={onClose} />, {
    role: 'researcher',
    interviews: {
      interviews: {
        wren: { pseudonym: 'Wren', date: '2026-05-12', customer, personNote: 'Mrs Marsh is kind' },
      },
      answers: { a1: { interviewId: 'wren', text: 'We at frost depot' } },
    },
    replies: { readIdentity: { ok: true, reply: { identity } } },
    ...setting,
  })
  const wren = () => readRow(played.docs.interviews, interviews, 'wren')
  return { user: userEvent.setup({ delay: null }), onClose, wren, ...played }
}

const section = (name: string) => within(screen.getByRole('region', { name }))
const nothingKept = { readIdentity: { ok: true as const, reply: { identity: null } } }

describe('privacy of a customer', () => {
  test('[C12] shows who it is from the vault, and where the notes name them', async () => {
    play()
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Ida Marsh')
    expect(screen.getByText('2 places name this customer')).toBeVisible()
    expect(screen.getByText('Beside the answers: “Marsh”')).toBeVisible()
    expect(screen.getByText('An answer: “frost depot”')).toBeVisible()
  })

  test('an identity not kept yet gets a day twelve months on; it goes to the vault and into no document', async () => {
    const { user, made, docs } = play({ replies: nothingKept })
    const name = await screen.findByRole('textbox', { name: 'Name' })
    expect(screen.getByLabelText('Deleted on')).toHaveValue('2027-05-12')
    await user.type(name, 'Unmistakable')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(made.at(-1)).toMatchObject({
      name: 'putIdentity',
      params: { interviewId: 'wren' },
      body: { name: 'Unmistakable', deleteAfter: '2027-05-12' },
    })
    expect(JSON.stringify(docs.interviews.toJSON())).not.toContain('Unmistakable')
  })

  test('a vault that cannot be read says so and is asked again', async () => {
    const offline = {
      ok: false as const,
      problem: { code: 'offline', title: '', faults: [], retryAfterS: null },
    }
    let asked = 0
    const { user } = play({
      replies: { readIdentity: () => (++asked === 1 ? offline : { ok: true, reply: { identity } }) },
    })
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('textbox', { name: 'Firm' })).toHaveValue('Frost Depot Ltd')
  })

  test('[C12] each consent has its day, a recording its end after six months', async () => {
    const { user, wren } = play({ replies: nothingKept })
    await user.click(
      within(screen.getByRole('group', { name: /^A recording/ })).getByRole('radio', { name: 'Yes' }),
    )
    expect(wren()?.consent).toMatchObject({
      recording: true,
      datesGiven: { recording: '2026-05-12' },
      deleteRecordingAfter: '2026-11-12',
    })
    expect(screen.getByLabelText('Recording deleted by')).toHaveValue('2026-11-12')
    await user.click(
      within(screen.getByRole('group', { name: /^Quotes outside/ })).getByRole('radio', { name: 'No' }),
    )
    expect(wren()?.consent.quotesOutside).toBe(false)
  })

  test('[C12] withdrawing says what each part removes, asks once more, and closes when all is gone', async () => {
    const { user, made, onClose } = play({
      replies: { ...nothingKept, withdraw: { ok: true, reply: { erasureId: 'e1' } } },
    })
    const withdraw = section('Withdraw')
    await user.click(withdraw.getByRole('button', { name: /^Withdraw/ }))
    expect(withdraw.queryByText('Remove it for good?')).toBeNull()
    await user.click(withdraw.getByRole('checkbox', { name: /^Everything The interview with answers/ }))
    await user.type(withdraw.getByRole('textbox', { name: 'Left elsewhere' }), 'A printout')
    await user.click(withdraw.getByRole('button', { name: /^Withdraw/ }))
    await user.click(withdraw.getByRole('button', { name: 'Remove for good' }))
    expect(made.at(-1)).toEqual({
      name: 'withdraw',
      params: { interviewId: 'wren', workshopId: 'workshop-1' },
      body: { scopes: ['everything'], leftInPlace: 'A printout' },
    })
    expect(onClose).toHaveBeenCalledOnce()
  })

  test('[C12] broader words are offered while few share role and trade', async () => {
    const { user, wren } = play({ replies: nothingKept })
    const form = within(screen.getByRole('form', { name: 'May tell who it is' }))
    expect(form.getByText(/Nobody else has this role and trade/)).toBeVisible()
    await user.clear(form.getByRole('textbox', { name: 'Trade, in broader words' }))
    await user.type(form.getByRole('textbox', { name: 'Trade, in broader words' }), 'Food')
    await user.click(form.getByRole('button', { name: 'Use these' }))
    expect(wren()?.customer).toMatchObject({ role: 'Owner', trade: 'Food', staff: 25 })
  })

  test('an interview that was withdrawn meanwhile is said to be gone', () => {
    play({ interviews: {} })
    expect(screen.getAllByText('This interview is no longer there.')[0]).toBeVisible()
  })
})
