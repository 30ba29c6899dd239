/** Who they are: side fields of an interview, every one of them free to stay empty but the pseudonym. */
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '#client/lib/use-draft.ts'
import { useRow, useSession } from '#client/session/hooks.ts'
import { LinkButton } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { changeCustomer, changeInterview } from '#shared/interviews/interview-edits.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'
import styles from './details.module.css'

type Customer = Interview['customer']

const modes = ['phone', 'video', 'face_to_face', 'written'] as const
const buyingRoles = ['decision_maker', 'approver', 'influencer', 'user', 'other'] as const
const wonOrLosts = ['won', 'lost', 'left'] as const

export function Details({ interviewId, onClose }: { interviewId: string; onClose: () => void }) {
  const { t } = useTranslation('call')
  const privacy = useTranslation('privacy').t
  const session = useSession()
  const interview = useRow(interviews, interviewId)
  if (!interview) return null
  const { customer, timelineWeeks } = interview
  const isReadOnly = !session.mayEditInterviews
  const change = (changes: Parameters<typeof changeInterview>[1]['changes']) =>
    session.editInterviews(changeInterview, { id: interviewId, changes })
  const ofCustomer = (changes: Partial<Customer>) =>
    session.editInterviews(changeCustomer, { id: interviewId, changes })
  return (
    <Dialog title={t('details.title')} onClose={onClose}>
      <p className={styles.lead}>{t('details.note')}</p>
      <LinkButton
        size="small"
        to={{ pathname: `/w/${session.workshopId}/interviews/${interviewId}`, search: '?page' }}
        onClick={onClose}
      >
        {t('details.page')}
      </LinkButton>{' '}
      <LinkButton size="small" to={`?privacy=${interviewId}`} onClick={onClose}>
        {privacy('open')}
      </LinkButton>
      <fieldset className={styles.fields} disabled={isReadOnly}>
        <Words
          label={t('details.pseudonym')}
          hint={t('details.pseudonymHint')}
          value={interview.pseudonym}
          max={60}
          onChange={(pseudonym) => pseudonym.trim() !== '' && change({ pseudonym: pseudonym.trim() })}
        />
        <TextField
          type="date"
          label={t('details.date')}
          value={interview.date}
          onChange={(date) => change({ date })}
        />
        <Choice
          label={t('details.mode')}
          value={interview.mode}
          options={modes.map((mode) => [mode, t(`mode.${mode}`)])}
          none={t('mode.none')}
          hint={interview.mode === 'phone' ? undefined : t('details.modeAdvice')}
          onChange={(mode) => change({ mode })}
        />
        <Figure
          label={t('details.minutes')}
          value={interview.minutes}
          max={1440}
          onChange={(minutes) => change({ minutes })}
        />
        <Words
          label={t('details.role')}
          value={customer.role}
          max={120}
          onChange={(role) => ofCustomer({ role })}
        />
        <Words
          label={t('details.trade')}
          value={customer.trade}
          max={120}
          onChange={(trade) => ofCustomer({ trade })}
        />
        <Figure
          label={t('details.staff')}
          value={customer.staff}
          max={1e7}
          onChange={(staff) => ofCustomer({ staff })}
        />
        <Figure
          label={t('details.sites')}
          value={customer.sites}
          max={1e6}
          onChange={(sites) => ofCustomer({ sites })}
        />
        <Choice
          label={t('details.buyingRole')}
          value={customer.buyingRole}
          options={buyingRoles.map((role) => [role, t(`details.buyingRoles.${role}`)])}
          none={t('details.buyingRoles.none')}
          onChange={(buyingRole) => ofCustomer({ buyingRole })}
        />
        <Figure
          label={t('details.years')}
          value={customer.yearsAsCustomer}
          max={200}
          fractions
          onChange={(yearsAsCustomer) => ofCustomer({ yearsAsCustomer })}
        />
        <Choice
          label={t('details.wonOrLost')}
          value={customer.wonOrLost}
          options={wonOrLosts.map((one) => [one, t(`details.wonOrLosts.${one}`)])}
          onChange={(wonOrLost) => wonOrLost !== null && ofCustomer({ wonOrLost })}
        />
        <Switch
          checked={interview.firstHand}
          disabled={isReadOnly}
          label={t('details.firstHand')}
          hint={t('details.firstHandHint')}
          onChange={(firstHand) => change({ firstHand })}
        />
        <Figure
          label={t('details.contact')}
          value={timelineWeeks.triggerToFirstContact}
          max={1000}
          fractions
          onChange={(triggerToFirstContact) =>
            change({ timelineWeeks: { ...timelineWeeks, triggerToFirstContact } })
          }
        />
        <Figure
          label={t('details.signature')}
          value={timelineWeeks.firstContactToSignature}
          max={1000}
          fractions
          onChange={(firstContactToSignature) =>
            change({ timelineWeeks: { ...timelineWeeks, firstContactToSignature } })
          }
        />
        <Words
          wide
          label={t('details.personNote')}
          value={interview.personNote}
          max={2000}
          onChange={(personNote) => change({ personNote })}
        />
        <Words
          wide
          label={t('details.businessNote')}
          value={interview.businessNote}
          max={2000}
          onChange={(businessNote) => change({ businessNote })}
        />
        <Words
          wide
          label={t('details.otherInterests')}
          value={interview.otherInterests}
          max={1000}
          onChange={(otherInterests) => change({ otherInterests })}
        />
      </fieldset>
    </Dialog>
  )
}

interface WordsProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly max: number
  readonly wide?: boolean
  readonly onChange: (value: string) => void
}

function Words({ label, hint, value, max, wide = false, onChange }: WordsProps) {
  const draft = useDraft(value, onChange)
  const id = useId()
  if (!wide) return <TextField label={label} {...(hint && { hint })} maxLength={max} {...draft} />
  return (
    <div className={styles.wide}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles.area}
        rows={2}
        maxLength={max}
        value={draft.value}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
        onChange={(event) => draft.onChange(event.target.value)}
      />
    </div>
  )
}

function Figure(props: {
  readonly label: string
  readonly value: number | null
  readonly max: number
  readonly fractions?: boolean
  readonly onChange: (value: number | null) => void
}) {
  const { label, value, max, fractions = false, onChange } = props
  const { i18n } = useTranslation('call')
  const text =
    value === null ? '' : new Intl.NumberFormat(i18n.language, { useGrouping: false }).format(value)
  const draft = useDraft(text, (typed) => {
    const number = typed.trim() === '' ? null : Number(typed.replace(',', '.'))
    if (number === null) onChange(null)
    else if (number >= 0 && number <= max && (fractions || Number.isInteger(number))) onChange(number)
  })
  return <TextField label={label} inputMode="decimal" autoComplete="off" {...draft} />
}

function Choice<T extends string>(props: {
  readonly label: string
  readonly value: T | null
  readonly options: readonly (readonly [T, string])[]
  /** Words for "not said"; without them something is always said. */
  readonly none?: string
  readonly hint?: ReactNode
  readonly onChange: (value: T | null) => void
}) {
  const { label, value, options, none, hint, onChange } = props
  const id = useId()
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.choice}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value ?? ''}
        onChange={(event) => onChange(options.find(([one]) => one === event.target.value)?.[0] ?? null)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
