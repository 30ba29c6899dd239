/** The findings to be read and printed, in the order of the report, each with its number of customers and their words. */
import { useTranslation } from 'react-i18next'
import { groupsOf } from '#client/features/coding/finding-groups.ts'
import { FindingText } from '#client/features/coding/finding-text.tsx'
import { useCoding } from '#client/features/coding/use-coding.ts'
import { useWhoWords } from '#client/features/coding/who-words.ts'
import { useSingle } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Button } from '#client/ui/button.tsx'
import { Paper } from '#client/ui/paper.tsx'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { scene } from '#shared/board/schema.ts'
import styles from './report.module.css'

export function Report() {
  const { t } = useTranslation('coding')
  const { findings } = useCoding()
  const workshop = useSingle(scene).title
  if (findings.length === 0)
    return (
      <EmptyState drawing={<UnansweredDrawing />} fact={t('report.none')} advice={t('report.noneAdvice')} />
    )
  return (
    <>
      <Sheet />
      <Paper>
        <p>{workshop}</p>
        <h1 className={typography.screen}>{t('report.title')}</h1>
        <Sheet />
      </Paper>
    </>
  )
}

function Sheet() {
  const { t } = useTranslation('coding')
  const { findings, customers, pieces, about } = useCoding()
  const masked = useMasked()
  const who = useWhoWords()
  const titles = new Map(
    [...about.buyerQuestions, ...about.doubts, ...about.stages].map(({ id, title }) => [id, title]),
  )
  const asked = customers.length === 1 ? t('report.one') : t('report.of', { count: customers.length })
  return (
    <article className={styles.report}>
      <div className={styles.head}>
        <p>{t('report.asked', { customers: asked })}</p>
        <Button onClick={() => window.print()}>{t('report.print')}</Button>
      </div>
      {groupsOf(findings).map((group) => (
        <section key={group.kind} className={styles.kind}>
          <h2 className={typography.section}>{t(`findings.kinds.${group.kind}`)}</h2>
          <ul>
            {group.findings.map((finding) => {
              const words = pieces.filter(({ id }) => finding.quoteIds.includes(id))
              const links = [...finding.stageIds, ...finding.cardIds].flatMap((id) => titles.get(id) ?? [])
              return (
                <li key={finding.id} className={styles.finding}>
                  <FindingText finding={finding} />
                  {words.map((piece) => (
                    <figure key={piece.id}>
                      <blockquote>{masked(piece.text)}</blockquote>
                      <figcaption className={typography.meta}>{who(piece.who)}</figcaption>
                    </figure>
                  ))}
                  {links.length > 0 && (
                    <p className={typography.meta}>{t('report.about', { titles: links.join(' · ') })}</p>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
      <p className={typography.meta}>{t('report.source')}</p>
    </article>
  )
}
