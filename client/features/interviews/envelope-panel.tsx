/**
 * The sealed envelope, the largest thing on the screen. Everyone sees that interviews exist, how many and how they were
 * held; who is on a call and how much was answered is for researchers alone until it is open.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { heldSentence } from '#client/features/interviews/interview-words.ts'
import type { ListRow } from '#client/features/interviews/list-rows.ts'
import { OpenEnvelope } from '#client/features/interviews/open-envelope.tsx'
import { useResearchers, useSeatNames } from '#client/features/interviews/use-list.ts'
import { firstName } from '#client/lib/first-name.ts'
import { countInSentence, countInWords } from '#client/round/wording.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { SealedEnvelope } from '#client/ui/sealed-envelope.tsx'
import { envelope } from '#shared/record/schema.ts'
import styles from './envelope.module.css'

export function EnvelopePanel({ rows }: { readonly rows: readonly ListRow[] | null }) {
  const { t } = useTranslation('interviews')
  const { openedAt } = useSingle(envelope)
  return (
    <section className={`${styles.panel} ${openedAt === null ? '' : styles.opened}`}>
      <SealedEnvelope
        sealed={openedAt === null}
        ink
        width="5.25rem"
        label={t(openedAt === null ? 'envelope.sealedLabel' : 'envelope.openLabel')}
      />
      {openedAt === null ? <Sealed rows={rows} /> : <Opened openedAt={openedAt} />}
    </section>
  )
}

function Sealed({ rows }: { readonly rows: readonly ListRow[] | null }) {
  const { t, i18n } = useTranslation('interviews')
  const numbers = useTranslation('round').t
  const { isFacilitator } = useSession()
  const known = useSingle(envelope)
  const name = useFacilitatorName()
  const researchers = useResearchers()
  const [isOpening, setOpening] = useState(false)
  // Researchers have the interviews themselves; the record's count follows them.
  const count = rows?.length ?? known.interviewCount
  const readers = t('envelope.readers', {
    count: researchers.length,
    words: countInSentence(numbers, researchers.length),
    names: firstName(researchers[0]?.name ?? ''),
  })
  return (
    <>
      <div className={styles.words}>
        <h2 className={styles.title}>
          {count === 0
            ? t('envelope.none')
            : t('envelope.sealed', { count, words: countInWords(numbers, count) })}
        </h2>
        <p>
          {readers} {t('envelope.team', { name })}
        </p>
      </div>
      <div className={styles.side}>
        <Counts rows={rows} how={heldSentence(t, i18n.language, count, known.modes)} />
        {isFacilitator && (
          <Button kind="reveal" size="large" onClick={() => setOpening(true)}>
            {t('envelope.open')}
          </Button>
        )}
      </div>
      {isOpening && <OpenEnvelope onClose={() => setOpening(false)} />}
    </>
  )
}

function Counts({ rows, how }: { readonly rows: readonly ListRow[] | null; readonly how: string }) {
  const { t } = useTranslation('interviews')
  if (rows === null) return how === '' ? null : <p className={styles.counts}>{t('envelope.held', { how })}</p>
  if (rows.length === 0) return null
  const calling = rows.filter(({ isOnCall }) => isOnCall).length
  return (
    <p className={styles.counts}>
      {calling > 0 && <span>{t('envelope.onCall', { count: calling })}</span>}
      <span>{t('envelope.complete', { count: rows.filter(({ isComplete }) => isComplete).length })}</span>
    </p>
  )
}

function Opened({ openedAt }: { readonly openedAt: number }) {
  const { t, i18n } = useTranslation('interviews')
  const numbers = useTranslation('round').t
  const { openedBy, overrideReason, interviewCount: count, modes } = useSingle(envelope)
  const nameOf = useSeatNames()
  const facilitator = useFacilitatorName()
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' }).format(
    openedAt,
  )
  const how = heldSentence(t, i18n.language, count, modes)
  return (
    <>
      <div className={styles.words}>
        <h2 className={styles.title}>
          {count === 0
            ? t('envelope.openedNone')
            : t('envelope.openedTitle', { count, words: countInWords(numbers, count) })}
        </h2>
        <p>{t('envelope.opened', { name: firstName(nameOf(openedBy)) || facilitator, when })}</p>
        {overrideReason !== '' && (
          <p className={styles.reason}>{t('envelope.tooEarly', { reason: overrideReason })}</p>
        )}
      </div>
      {how !== '' && (
        <div className={styles.side}>
          <p className={styles.counts}>{t('envelope.held', { how })}</p>
        </div>
      )}
    </>
  )
}
