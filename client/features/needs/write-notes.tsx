/**
 * One's own silent notes (design 6.4, method D2): one field, Enter adds, only one's own notes are here. They are a draft
 * ballot: kept on this device at every note, never seen by another before the wall opens, counted whether sealed or not.
 */
import { Trans, useTranslation } from 'react-i18next'
import { NeedHelp } from '#client/features/needs/need-help.tsx'
import { NoteField } from '#client/features/needs/note-field.tsx'
import { OwnNotes } from '#client/features/needs/own-notes.tsx'
import { PageHead } from '#client/features/needs/page-head.tsx'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { type RoundOf, useIsOffline } from '#client/session/hooks.ts'
import { useBallot } from '#client/session/use-ballot.ts'
import { Button } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import typography from '#client/ui/type.module.css'
import styles from './write.module.css'

const none: readonly string[] = []

export function WriteNotes({ round }: { readonly round: RoundOf<'notes'> }) {
  const { t } = useTranslation('needs')
  const own = useBallot(round.id, 'notes')
  const facilitator = useFacilitatorName()
  const isOffline = useIsOffline()
  const problemText = useProblemText()
  if (own.status === 'loading') return <LateSkeleton label={t('loading')} />
  const notes = own.ballot?.notes ?? none
  const change = (next: (notes: readonly string[]) => readonly string[]) =>
    own.change((ballot) => ({ notes: [...next(ballot?.notes ?? none)] }))
  const isDone = own.status === 'sealed' || own.status === 'sealing' || own.status === 'waiting-offline'
  const isOpen = round.status === 'open'
  return (
    <div className={styles.writing}>
      <PageHead at="write" lead={<Trans t={t} i18nKey="write.lead" components={{ b: <b /> }} />} />
      <section className={styles.desk}>
        {isOpen && !isDone && <NoteField roundId={round.id} notes={notes} change={change} />}
        {!isOpen && <p className={styles.notice}>{t('write.closed')}</p>}
        {isOpen && isDone && (
          <div className={styles.notice} role="status">
            <h2 className={typography.section}>
              {own.status === 'waiting-offline' ? t('write.doneWaiting') : t('write.doneTitle')}
            </h2>
            <p>{t('write.doneLead', { name: facilitator })}</p>
            <Button onClick={own.unseal}>{t('write.more')}</Button>
          </div>
        )}
        <OwnNotes notes={notes} change={isOpen && !isDone ? change : null} />
        {own.problem && (
          <p className={styles.problem} role="alert">
            {problemText(own.problem)}
          </p>
        )}
      </section>
      <aside className={styles.aside}>
        <p className={typography.meta}>
          {round.anonymity === 'anonymous'
            ? t('write.anonymous')
            : t('write.by_function', { from: round.minFunctionSize })}
        </p>
        <NeedHelp />
        <p className={typography.meta} role="status">
          {notes.length > 0 && (isOffline ? t('write.keptHere') : t('write.kept'))}
        </p>
        {isOpen && !isDone && (
          <Button size="large" wide notYet={notes.length === 0} onClick={own.seal}>
            {t('write.done')}
          </Button>
        )}
      </aside>
    </div>
  )
}
