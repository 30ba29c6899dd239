/** What we go and ask: every gap with its question, who finds out, by when, and how far it is answered. */
import { useTranslation } from 'react-i18next'
import { GapStatus } from '#client/features/unknown/gap-status.tsx'
import { OwnGap } from '#client/features/unknown/own-gap.tsx'
import { QuestionField } from '#client/features/unknown/question-field.tsx'
import { useDerived, useRow, useSeats, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { askForGap, binGap, changeGap, restoreGap } from '#shared/board/gap-edits.ts'
import { type Gap, guideQuestions, knowledgeGaps } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import styles from './unknown.module.css'

export function GapList() {
  const { t } = useTranslation('unknown')
  const { mayEditBoard } = useSession()
  const gaps = useDerived(knowledgeGaps, (all) => all.filter(({ binned }) => !binned).sort(byOrder))
  return (
    <section className={styles.gaps} aria-labelledby="gaps-title">
      <h2 id="gaps-title" className={typography.section}>
        {t('asking')}
      </h2>
      <p className={typography.meta}>
        {gaps.length === 0
          ? t('gap.empty')
          : t('gap.summary', {
              count: gaps.length,
              open: gaps.filter(({ status }) => status === 'open').length,
            })}
      </p>
      <ul aria-labelledby="gaps-title">
        {gaps.map((gap) => (
          <GapRow key={gap.id} gap={gap} />
        ))}
      </ul>
      {mayEditBoard && <OwnGap />}
    </section>
  )
}

function GapRow({ gap }: { readonly gap: Gap }) {
  const { t } = useTranslation('unknown')
  const common = useTranslation('common').t
  const session = useSession()
  const question = useRow(guideQuestions, gap.guideQuestionId ?? '')
  const { id, text: what } = gap
  const asked = question && !question.binned ? question.text : ''
  const remove = () => {
    session.edit(binGap, { id })
    showToast({
      kind: 'undo',
      text: t('gap.removed', { what }),
      action: { label: common('undo'), run: () => void session.edit(restoreGap, { id }) },
    })
  }
  return (
    <li className={styles.gap}>
      <div className={styles.what}>
        <h3 className={styles.gapText}>{what}</h3>
        {session.mayEditBoard ? (
          <QuestionField
            label={t('gap.questionOf', { what })}
            question={asked}
            placeholder={t('gap.noQuestion')}
            onQuestion={(words) => session.edit(askForGap, { id, question: words })}
          />
        ) : (
          <p className={styles.questionRead}>{asked}</p>
        )}
      </div>
      <Owner gap={gap} />
      <label className={styles.field}>
        <span className={styles.fieldName}>{t('gap.due')}</span>
        <input
          type="date"
          className={styles.input}
          aria-label={t('gap.dueOf', { what })}
          value={gap.due}
          readOnly={!session.mayEditBoard}
          onChange={(event) => session.edit(changeGap, { id, changes: { due: event.target.value } })}
        />
      </label>
      <GapStatus gap={gap} />
      {session.mayEditBoard && (
        <Button size="small" kind="quiet" aria-label={t('gap.remove', { what })} onClick={remove}>
          {t('gap.removeShort')}
        </Button>
      )}
    </li>
  )
}

function Owner({ gap }: { readonly gap: Gap }) {
  const { t } = useTranslation('unknown')
  const session = useSession()
  const people = useSeats().filter(({ role }) => role !== 'viewer')
  const owner = gap.ownerSeatId
  const hasLeft = owner !== null && !people.some(({ id }) => id === owner)
  return (
    <label className={styles.field}>
      <span className={styles.fieldName}>{t('gap.owner')}</span>
      <select
        className={styles.input}
        aria-label={t('gap.ownerOf', { what: gap.text })}
        value={owner ?? ''}
        disabled={!session.mayEditBoard}
        onChange={({ target }) =>
          session.edit(changeGap, { id: gap.id, changes: { ownerSeatId: target.value || null } })
        }
      >
        <option value="">{t('gap.nobody')}</option>
        {hasLeft && <option value={owner}>{t('gap.gone')}</option>}
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
