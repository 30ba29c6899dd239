/** Who is to be rung (method D7): under pseudonyms, one reminder at most, and the words to send (R061). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ownDay, shortDay } from '#client/features/interviews/interview-words.ts'
import { copyText } from '#client/lib/copy-text.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useDerived, useMySeat, useSession } from '#client/session/hooks.ts'
import { Button, LinkButton } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { byOrder } from '#shared/document/order.ts'
import { newInterview } from '#shared/interviews/interview-edits.ts'
import {
  linkInvitation,
  mayFollow,
  planInvitation,
  removeInvitation,
  setInvitation,
} from '#shared/interviews/invitation-edits.ts'
import { type Invitation, invitations } from '#shared/interviews/schema.ts'
import styles from './interviews.module.css'

export function Invitations() {
  const { t } = useTranslation('interviews')
  const session = useSession()
  const all = useDerived(invitations, (rows) => [...rows].sort(byOrder))
  const [name, setName] = useState('')
  const agreed = all.filter(({ state }) => state === 'agreed' || state === 'done').length
  return (
    <section aria-label={t('sections.invitations')}>
      <p className={typography.lead}>{t('invite.lead')}</p>
      <form
        className={styles.plan}
        onSubmit={(event) => {
          event.preventDefault()
          session.editInterviews(planInvitation, { day: ownDay(session.serverNow()), pseudonym: name })
          setName('')
        }}
      >
        <TextField
          label={t('invite.name')}
          hint={t('invite.nameHint')}
          maxLength={60}
          value={name}
          onChange={setName}
        />
        <Button type="submit">{t('invite.add')}</Button>
      </form>
      {all.length === 0 ? (
        <p>{t('invite.none')}</p>
      ) : (
        <>
          <ul className={styles.invitations} aria-label={t('invite.list')}>
            {all.map((invitation) => (
              <InvitationLine key={invitation.id} invitation={invitation} />
            ))}
          </ul>
          <p className={typography.meta}>{t('invite.summary', { agreed, count: all.length })}</p>
        </>
      )}
      <Texts />
    </section>
  )
}

function InvitationLine({ invitation }: { readonly invitation: Invitation }) {
  const { t, i18n } = useTranslation('interviews')
  const common = useTranslation('common').t
  const session = useSession()
  const navigate = useNavigate()
  const { id, pseudonym: name, state, on, interviewId } = invitation
  const today = ownDay(session.serverNow())
  const day = shortDay(on, i18n.language, session.serverNow())
  const begin = () => {
    const made = session.editInterviews(newInterview, { day: today, pseudonym: name })
    session.editInterviews(linkInvitation, { id, interviewId: made })
    void navigate(`/w/${session.workshopId}/interviews/${made}`)
  }
  const remove = () => {
    session.editInterviews(removeInvitation, { id })
    const step = session.lastStep
    showToast({
      kind: 'undo',
      text: t('invite.removed', { name }),
      action: { label: common('undo'), run: () => void session.undo(step) },
    })
  }
  const acts = mayFollow(state).filter((next) => next !== 'done' && next !== 'planned')
  return (
    <li className={styles.invitation}>
      <b>{name}</b>
      <span className={styles.state}>
        <Chip kind={state === 'planned' ? 'pencil' : 'plain'}>{t(`invite.states.${state}`)}</Chip>
        {day !== '' && <small>{day}</small>}
      </span>
      <span className={styles.acts}>
        {acts.map((next) => {
          const act = t(`invite.acts.${next}`)
          return (
            <Button
              key={next}
              size="small"
              aria-label={t('invite.actLabel', { act, name })}
              onClick={() => session.editInterviews(setInvitation, { id, state: next, day: today })}
            >
              {act}
            </Button>
          )
        })}
        {state === 'agreed' && interviewId === null && (
          <Button size="small" kind="primary" aria-label={t('invite.callLabel', { name })} onClick={begin}>
            {t('invite.call')}
          </Button>
        )}
        {interviewId !== null && (
          <LinkButton
            size="small"
            to={`/w/${session.workshopId}/interviews/${interviewId}`}
            aria-label={t('invite.openLabel', { name })}
          >
            {t('invite.open')}
          </LinkButton>
        )}
        <Button size="small" kind="quiet" aria-label={t('invite.remove', { name })} onClick={remove}>
          {t('invite.removeShort')}
        </Button>
      </span>
      {state === 'reminded_once' && <small className={styles.kind}>{t('invite.noSecond')}</small>}
      {state === 'declined' && <small className={styles.kind}>{t('invite.thanks')}</small>}
    </li>
  )
}

function Texts() {
  const { t } = useTranslation('interviews')
  const caller = firstName(useMySeat()?.name ?? '') || t('invite.someone')
  const texts = [
    { what: t('invite.invitation'), words: t('invite.invitationText', { caller }) },
    { what: t('invite.reminder'), words: t('invite.reminderText') },
  ]
  const copy = async (words: string) => {
    const isCopied = await copyText(words)
    showToast({
      kind: isCopied ? 'good' : 'problem',
      text: t(isCopied ? 'invite.copied' : 'invite.notCopied'),
    })
  }
  return (
    <section className={styles.texts}>
      <h2 className={typography.section}>{t('invite.texts')}</h2>
      <p className={typography.meta}>{t('invite.textsLead')}</p>
      {texts.map(({ what, words }) => (
        <article key={what}>
          <h3>{what}</h3>
          <p>{words}</p>
          <Button size="small" aria-label={t('invite.copy', { what })} onClick={() => void copy(words)}>
            {t('invite.copyShort')}
          </Button>
        </article>
      ))}
    </section>
  )
}
