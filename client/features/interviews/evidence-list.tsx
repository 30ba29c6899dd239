/** What was heard elsewhere, by kind, and the points colleagues and groups would give, in a line of their own (R046). */
import { useTranslation } from 'react-i18next'
import { AddEvidence } from '#client/features/interviews/add-evidence.tsx'
import { evidenceKinds, shortDay } from '#client/features/interviews/interview-words.ts'
import { useSeatNames } from '#client/features/interviews/use-list.ts'
import { useActiveNeeds } from '#client/features/interviews/use-titles.ts'
import { useDerived, useSession } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Button } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import figures from '#client/ui/figures-table.module.css'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { removeEvidence } from '#shared/interviews/evidence-edits.ts'
import { type Evidence, evidence } from '#shared/interviews/schema.ts'
import styles from './interviews.module.css'

export function EvidenceList({ mayAdd }: { readonly mayAdd: boolean }) {
  const { t } = useTranslation('interviews')
  const all = useDerived(evidence, (rows) =>
    [...rows].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1)),
  )
  return (
    <section aria-label={t('sections.evidence')}>
      <p className={typography.lead}>{t('evidence.lead')}</p>
      {mayAdd && <AddEvidence />}
      {all.length === 0 && <p className={styles.nothing}>{t('evidence.none')}</p>}
      {evidenceKinds.map((kind) => {
        const own = all.filter((one) => one.kind === kind)
        if (own.length === 0) return null
        return (
          <section key={kind} className={styles.kindGroup}>
            <h2 className={typography.section}>{t(`evidence.kinds.${kind}`)}</h2>
            <ul>
              {own.map((one) => (
                <EvidenceLine key={one.id} evidence={one} mayRemove={mayAdd} />
              ))}
            </ul>
          </section>
        )
      })}
      <ColleaguePoints all={all} />
    </section>
  )
}

function EvidenceLine(props: { readonly evidence: Evidence; readonly mayRemove: boolean }) {
  const { mayRemove } = props
  const { id, kind, text, source, date, seatId } = props.evidence
  const { t, i18n } = useTranslation('interviews')
  const common = useTranslation('common').t
  const session = useSession()
  const masked = useMasked()
  const by = useSeatNames()(seatId)
  const about = [
    masked(source),
    shortDay(date, i18n.language, session.serverNow()),
    by && t('evidence.by', { name: by }),
  ]
  const remove = () => {
    session.editInterviews(removeEvidence, { id })
    const step = session.lastStep
    showToast({
      kind: 'undo',
      text: t('evidence.removed'),
      action: { label: common('undo'), run: () => void session.undo(step) },
    })
  }
  return (
    <li className={styles.evidence}>
      <p>{masked(text)}</p>
      <p className={typography.meta}>
        {kind !== 'draft_remark' && <Chip kind="line">{t('evidence.secondHand')}</Chip>}{' '}
        {about.filter(Boolean).join(' · ')}
      </p>
      {mayRemove && (
        <Button size="small" kind="quiet" aria-label={t('evidence.remove')} onClick={remove}>
          {t('invite.removeShort')}
        </Button>
      )}
    </li>
  )
}

/** From this many values on, a mean is shown (method C12). */
const ENOUGH = 5

function ColleaguePoints({ all }: { readonly all: readonly Evidence[] }) {
  const { t } = useTranslation('interviews')
  const needs = useActiveNeeds()
  const given = all.filter(({ points }) => Object.keys(points).length > 0)
  if (given.length === 0 || needs.length === 0) return null
  const words = (needId: string): string => {
    const values = given.flatMap(({ points }) => (points[needId] === undefined ? [] : [points[needId]]))
    if (values.length === 0) return t('evidence.nothing')
    if (values.length < ENOUGH) return t('evidence.singles', { values: values.join(', '), n: values.length })
    const mean = Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
    return t('evidence.mean', { mean, n: values.length })
  }
  return (
    <div className={figures.scroll}>
      <table className={figures.table}>
        <caption>
          <b>{t('evidence.pointsTitle')}</b> {t('evidence.pointsLead', { count: given.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('evidence.need')}</th>
            <th scope="col">{t('evidence.given')}</th>
          </tr>
        </thead>
        <tbody>
          {needs.map(({ id, title }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{words(id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
