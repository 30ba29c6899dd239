/** The promise that is adopted, how it was decided, and every version before it, struck through. */
import { Trans, useTranslation } from 'react-i18next'
import { useDecision, useDrafts, type VotedDraft } from '#client/features/promise/use-promise.ts'
import { dayWords } from '#client/lib/day-words.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useDraft } from '#client/lib/use-draft.ts'
import { useHeard } from '#client/round/use-heard.ts'
import { countInSentence } from '#client/round/wording.ts'
import { useDerived, useRows, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { EvidenceChip } from '#client/ui/evidence-chip.tsx'
import typography from '#client/ui/type.module.css'
import { sayWhySuperseded } from '#shared/board/promise-edits.ts'
import { type Decision, decisions, seats } from '#shared/record/schema.ts'
import styles from './promise.module.css'

export function Essence(props: {
  /** Unfolds the drafts, and folds them again; null while they are there anyway. */
  readonly onChange: (() => void) | null
  readonly isChanging: boolean
}) {
  const { onChange, isChanging } = props
  const { t } = useTranslation('promise')
  const session = useSession()
  const drafts = useDrafts()
  const decision = useDecision('promise')
  const { customers } = useHeard()
  const adopted = drafts.find(({ draft }) => draft.status === 'adopted')
  const before = drafts.filter(({ draft }) => draft.status === 'superseded').reverse()
  if (!adopted) {
    return (
      <section className={styles.essence} aria-label={t('essence.label')}>
        <p className={typography.meta}>{t('essence.label')}</p>
        <p className={styles.none}>{t('essence.none')}</p>
        <p className={typography.lead}>{t('essence.noneAdvice')}</p>
        <Before drafts={before} />
      </section>
    )
  }
  const rests = new Set([
    ...(decision?.subject === adopted.draft.id ? decision.evidence : []),
    ...adopted.reactions.map(({ interviewId }) => interviewId),
  ])
  const restsOn = customers.filter(({ id }) => rests.has(id)).length
  return (
    <section className={styles.essence} aria-label={t('essence.label')}>
      <div className={styles.essenceHead}>
        <p className={typography.meta}>{t('essence.label')}</p>
        {restsOn > 0 && (
          <p className={typography.meta}>
            {t('essence.restsOn')} <EvidenceChip count={restsOn} />
          </p>
        )}
      </div>
      <p className={styles.promise}>{adopted.draft.text}</p>
      <div className={styles.how}>
        {decision?.subject === adopted.draft.id ? (
          <Decided decision={decision} />
        ) : (
          <p className={typography.meta}>{t('essence.notRecorded')}</p>
        )}
        {onChange && (
          <Button size="small" aria-expanded={isChanging} onClick={onChange}>
            {t(session.mayEditBoard ? 'essence.change' : 'essence.drafts')}
          </Button>
        )}
      </div>
      <Before drafts={before} />
    </section>
  )
}

function Decided({ decision }: { readonly decision: Decision }) {
  const { t, i18n } = useTranslation('promise')
  const round = useTranslation('round').t
  const { support, dissent, decidedOn } = decision
  const when = dayWords(decidedOn, i18n.language)
  const isAll = support.for > 0 && support.against === 0 && support.abstain === 0
  return (
    <div>
      <p>
        <Trans
          t={t}
          i18nKey={isAll ? 'essence.byAll' : 'essence.byVote'}
          values={{
            all: countInSentence(round, support.for),
            for: support.for,
            against: support.against,
            when,
          }}
          components={{ b: <b /> }}
        />{' '}
        {support.abstain > 0 && t('essence.abstained', { count: support.abstain })}
      </p>
      {dissent.map((words) => (
        <p key={words}>{t('essence.noted', { dissent: `“${words}”` })}</p>
      ))}
    </div>
  )
}

function Before({ drafts }: { readonly drafts: readonly VotedDraft[] }) {
  const { t } = useTranslation('promise')
  if (drafts.length === 0) return null
  return (
    <details className={styles.before} open>
      <summary>{t('essence.before')}</summary>
      <ul>
        {drafts.map((one) => (
          <Earlier key={one.draft.id} of={one} />
        ))}
      </ul>
    </details>
  )
}

function Earlier({ of: { draft } }: { readonly of: VotedDraft }) {
  const { t, i18n } = useTranslation('promise')
  const session = useSession()
  const people = useRows(seats)
  const adoption = useDerived(decisions, (all) =>
    all.filter(({ kind, subject }) => kind === 'promise' && subject === draft.id).at(-1),
  )
  const { id, supersededBecause } = draft
  const why = useDraft(
    supersededBecause,
    (because) => session.edit(sayWhySuperseded, { id, because }),
    'on-leaving',
  )
  const by = firstName(people.find((seat) => seat.id === adoption?.decidedBy)?.name ?? '')
  return (
    <li>
      <s>{draft.text}</s>
      {adoption && (
        <small>
          {t(by ? 'essence.adoptedBy' : 'essence.adoptedThen', {
            when: dayWords(adoption.decidedOn, i18n.language),
            name: by,
          })}
        </small>
      )}
      {session.mayEditBoard ? (
        <textarea
          className={styles.why}
          rows={1}
          maxLength={500}
          aria-label={t('essence.why', { draft: draft.text })}
          placeholder={t('essence.noReason')}
          {...why}
          onChange={(event) => why.onChange(event.target.value)}
        />
      ) : (
        <span className={styles.why}>{supersededBecause || t('essence.noReason')}</span>
      )}
    </li>
  )
}
