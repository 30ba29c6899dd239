/** `/w/:id/decisions`: what the room decided and what became of it, gaps that close, the objection box, the parking lot (method B10). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClosingGaps } from '#client/features/decisions/closing-gaps.tsx'
import { DecisionRow } from '#client/features/decisions/decision-row.tsx'
import { ParkingLot } from '#client/features/decisions/parking-lot.tsx'
import { useDecisions } from '#client/features/decisions/use-decisions.ts'
import { DecideForm, type ToDecide } from '#client/round/decide-form.tsx'
import { ObjectionBox } from '#client/round/objection-box.tsx'
import { useIsLoading, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import pageHead from '#client/ui/page-head.module.css'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import styles from './decisions.module.css'

export function DecisionsPage() {
  const { t } = useTranslation('decisions')
  const { isFacilitator, mayEditBoard } = useSession()
  const isLoading = useIsLoading()
  const { standing, staleCount } = useDecisions()
  const [deciding, setDeciding] = useState<ToDecide | null>(null)
  if (isLoading) return <LateSkeleton label={t('loading')} />
  return (
    <div className={styles.page}>
      <header className={`${pageHead.head} ${styles.head}`}>
        <div>
          <h1 className={typography.screen}>{t('title')}</h1>
          <p className={typography.lead}>{t('lead')}</p>
        </div>
        {isFacilitator && (
          <Button kind="primary" onClick={() => setDeciding({ kind: 'decision', title: t('addTitle') })}>
            {t('add')}
          </Button>
        )}
      </header>
      <div className={styles.columns}>
        <div className={styles.main}>
          {standing.length === 0 ? (
            <EmptyState drawing={<UnansweredDrawing />} fact={t('none')} advice={t('noneAdvice')} />
          ) : (
            <>
              <p className={typography.meta}>{t('staleCount', { count: staleCount })}</p>
              <ol aria-label={t('list')}>
                {standing.map((one) => (
                  <DecisionRow
                    key={one.decision.id}
                    of={one}
                    onReplace={
                      isFacilitator
                        ? () =>
                            setDeciding({
                              kind: one.decision.kind,
                              title: t('replaceTitle'),
                              text: one.decision.text,
                              evidence: one.decision.evidence,
                              subject: one.decision.subject,
                              supersedes: one.decision.id,
                            })
                        : null
                    }
                  />
                ))}
              </ol>
            </>
          )}
        </div>
        <aside className={styles.side}>
          {mayEditBoard && <ObjectionBox />}
          <ParkingLot />
        </aside>
      </div>
      <ClosingGaps />
      {deciding && <DecideForm what={deciding} onClose={() => setDeciding(null)} />}
    </div>
  )
}
