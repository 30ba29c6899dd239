/** Whose call it is, how long it has been on, what is saved, and that it is sealed: always in sight. */
import ChevronLeft from 'lucide-react/icons/chevron-left'
import Phone from 'lucide-react/icons/phone'
import Timer from 'lucide-react/icons/timer'
import { useTranslation } from 'react-i18next'
import { clockText } from '#client/lib/timer-words.ts'
import { useRow, useSession, useSingle } from '#client/session/hooks.ts'
import { Button, LinkButton } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { SealedEnvelope } from '#client/ui/sealed-envelope.tsx'
import { isOnCall } from '#shared/interviews/interview-edits.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'
import { envelope } from '#shared/record/schema.ts'
import styles from './head.module.css'
import { SaveStatus } from './save-status.tsx'
import { useSeconds } from './use-seconds.ts'

interface HeadProps {
  readonly interviewId: string
  readonly onDetails: () => void
  readonly onEnd: () => void
}

export function Head({ interviewId, onDetails, onEnd }: HeadProps) {
  const { t } = useTranslation('call')
  const session = useSession()
  const interview = useRow(interviews, interviewId)
  const isOpen = useSingle(envelope).openedAt !== null
  if (!interview) return null
  const { pseudonym, mode } = interview
  return (
    <header className={styles.bar}>
      <LinkButton kind="quiet" square to={`/w/${session.workshopId}/interviews`} aria-label={t('back')}>
        <Icon of={ChevronLeft} size="1.25rem" />
      </LinkButton>
      <h1 className={styles.who}>
        <button type="button" title={t('head.details')} onClick={onDetails}>
          <span className={styles.name}>{pseudonym || t('head.unnamed')}</span>
          <span className={styles.side}>{sideText(interview)}</span>
        </button>
      </h1>
      <span className={styles.fact}>
        <Icon of={Phone} />
        {t(`mode.${mode ?? 'none'}`)}
      </span>
      <Elapsed interview={interview} />
      <SaveStatus />
      <span className={styles.sealed}>
        <SealedEnvelope sealed={!isOpen} ink width="1.75rem" />
        {t(isOpen ? 'head.opened' : 'head.sealed')}
      </span>
      <Button kind="primary" className={styles.end} onClick={onEnd}>
        {t('head.end')}
      </Button>
    </header>
  )

  function sideText({ customer }: Interview): string {
    const people = customer.staff === null ? '' : t('head.people', { count: customer.staff })
    return [customer.role, customer.trade, people].filter(Boolean).join(', ') || t('head.details')
  }
}

function Elapsed({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation('call')
  const session = useSession()
  const { startedAt, endedAt, minutes } = interview
  const isOn = isOnCall(interview)
  useSeconds(isOn)
  const until = endedAt ?? session.serverNow()
  const seconds =
    startedAt === null ? (minutes ?? 0) * 60 : Math.max(0, Math.floor((until - startedAt) / 1000))
  const time = clockText(seconds)
  const label = startedAt === null && minutes === null ? t('head.notStarted') : t('head.elapsed', { time })
  return (
    <span className={styles.time} title={label}>
      <Icon of={Timer} size="1.25rem" />
      <span aria-hidden="true">{time}</span>
      <span className={styles.hidden}>{label}</span>
    </span>
  )
}
