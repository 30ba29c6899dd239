/** Drafts of the promise, written together; what the room voted on each, and adopting one. */
import { useTranslation } from 'react-i18next'
import { DraftRow } from '#client/features/promise/draft-row.tsx'
import { useDrafts } from '#client/features/promise/use-promise.ts'
import { OpenVote } from '#client/round/open-vote.tsx'
import { useRounds, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import { addDraft, isPromiseText } from '#shared/board/promise-edits.ts'
import { MOST_DRAFTS } from '#shared/rounds/support.ts'
import styles from './promise.module.css'

export function Drafts() {
  const { t } = useTranslation('promise')
  const session = useSession()
  const drafts = useDrafts()
  const ready = drafts.filter(({ draft }) => draft.status !== 'superseded' && isPromiseText(draft.text))
  const ids = ready.map(({ draft }) => draft.id)
  const isVoted = useRounds('support').some(({ status }) => status === 'revealed')
  const isAsked = useRounds('truth').some(({ status }) => status === 'revealed')
  const notYet =
    ids.length === 0 ? t('drafts.tooShort') : ids.length > MOST_DRAFTS ? t('drafts.mostEight') : null
  return (
    <section aria-labelledby="drafts-title">
      <h2 id="drafts-title" className={styles.title}>
        {t('drafts.title')}
      </h2>
      <p className={typography.meta}>
        {t('drafts.lead')} {t('drafts.script')}
      </p>
      {drafts.length === 0 && <p className={styles.empty}>{t('drafts.none')}</p>}
      <ol className={styles.drafts}>
        {drafts.map((one) => (
          <DraftRow key={one.draft.id} of={one} />
        ))}
      </ol>
      {session.mayEditBoard && (
        <Button onClick={() => session.edit(addDraft, { text: '' })}>{t('drafts.add')}</Button>
      )}
      {session.isFacilitator && (
        <div className={styles.opening}>
          <OpenVote
            kind="support"
            subjects={ids}
            label={t(isVoted ? 'drafts.voteAgain' : 'drafts.vote')}
            notYet={notYet}
            isNext={!isVoted}
          />
          <OpenVote
            kind="truth"
            subjects={ids}
            label={t(isAsked ? 'drafts.askTruthAgain' : 'drafts.askTruth')}
            notYet={notYet}
            isNext={isVoted && !isAsked}
          />
        </div>
      )}
    </section>
  )
}
