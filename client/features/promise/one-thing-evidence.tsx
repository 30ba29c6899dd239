/** Evidence for the one thing (method B8): what was named unasked first, points second, by buying role, and honest doubt. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fold } from '#client/features/promise/fold.tsx'
import { type NeedTitle, useDecider } from '#client/features/promise/use-decider.ts'
import { useDecision } from '#client/features/promise/use-promise.ts'
import { DecideForm, type ToDecide } from '#client/round/decide-form.tsx'
import { OpenVote } from '#client/round/open-vote.tsx'
import { useRounds, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import figures from '#client/ui/figures-table.module.css'
import typography from '#client/ui/type.module.css'
import { type Decider, isToldApart } from '#shared/reality/decider.ts'
import { sampleWords, shareWords } from '#shared/reality/words.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import styles from './promise.module.css'

export function OneThingEvidence() {
  const { t, i18n } = useTranslation('promise')
  const { isFacilitator } = useSession()
  const { decider, needs } = useDecider()
  const decision = useDecision('critical_characteristic')
  const round = useRounds('characteristic').findLast(({ status }) => status === 'revealed')
  const isNew = (round?.revealedAt ?? 0) > Date.parse(decision?.decidedOn ?? '')
  const [deciding, setDeciding] = useState<ToDecide | null>(null)
  const titleOf = (id: string) => needs.find((one) => one.id === id)?.title ?? ''
  const hasPoints = decider.nPoints >= MIN_FOR_MEAN
  const votesFor = (id: string) => round?.result?.perSubject.find(({ subjectId }) => subjectId === id)?.votes
  const roles = (byRole: Decider['rows'][number]['byRole']) =>
    new Intl.ListFormat(i18n.language, { type: 'unit' }).format(
      [...byRole].map(([role, count]) => `${count} ${t(`one.role.${role ?? 'unknown'}`)}`),
    )
  return (
    <Fold title={`${t('one.evidence')}: ${t('one.title')}`} isOpen={decision === undefined || isNew}>
      <p className={typography.meta}>
        {t('one.evidenceLead')} {t('one.script')}
      </p>
      {decider.n === 0 && <p className={styles.empty}>{t('one.notYet')}</p>}
      <Warning decider={decider} needs={needs} />
      <section
        className={figures.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys
        tabIndex={0}
        aria-label={t('one.evidence')}
      >
        <table className={figures.table}>
          <thead>
            <tr>
              <th scope="col">{t('one.need')}</th>
              <th scope="col">{t('one.unasked')}</th>
              <th scope="col">{t('one.roles')}</th>
              {hasPoints && <th scope="col">{t('one.pointsColumn')}</th>}
              {round?.result && <th scope="col">{t('one.votesColumn')}</th>}
              {isFacilitator && <td />}
            </tr>
          </thead>
          <tbody>
            {decider.rows.map(({ needId, namedBy, byRole, points }) => (
              <tr key={needId}>
                <th scope="row">{titleOf(needId)}</th>
                <td>{decider.n > 0 ? shareWords(namedBy.length, decider.n) : '–'}</td>
                <td>{roles(byRole)}</td>
                {hasPoints && <td>{points === null ? '–' : Math.round(points)}</td>}
                {round?.result && <td>{votesFor(needId) ?? '–'}</td>}
                {isFacilitator && (
                  <td>
                    <Button
                      size="small"
                      aria-label={t('one.adopt', { need: titleOf(needId) })}
                      onClick={() =>
                        setDeciding({
                          kind: 'critical_characteristic',
                          title: t('one.adopt', { need: titleOf(needId) }),
                          text: titleOf(needId),
                          subject: needId,
                          evidence: namedBy,
                          supersedes: decision?.id,
                        })
                      }
                    >
                      {t('one.adoptShort')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {(round?.result?.abstained ?? 0) > 0 && (
        <p className={typography.meta}>{t('one.abstained', { count: round?.result?.abstained ?? 0 })}</p>
      )}
      {isFacilitator && (
        <OpenVote
          kind="characteristic"
          subjects={needs.map(({ id }) => id)}
          label={t(round ? 'one.voteAgain' : 'one.vote')}
          notYet={needs.length < 2 ? t('one.tooFew') : null}
        />
      )}
      {deciding && <DecideForm what={deciding} onClose={() => setDeciding(null)} />}
    </Fold>
  )
}

/** Where so few customers settle nothing, the page says so (R068). */
function Warning({ decider, needs }: { readonly decider: Decider; readonly needs: readonly NeedTitle[] }) {
  const { t } = useTranslation('promise')
  const { n, nPoints, topTwo, rows } = decider
  if (n === 0 || topTwo === null) return null
  if (nPoints < MIN_FOR_MEAN) {
    return (
      <p className={styles.warning} role="note">
        {t('one.fewPoints', { sample: sampleWords({ n: nPoints, values: [], halfWidths: [] }) })}
      </p>
    )
  }
  if (isToldApart(topTwo)) return null
  const [first = '', second = ''] = [...rows]
    .sort((a, b) => (b.points ?? -1) - (a.points ?? -1))
    .map(({ needId }) => needs.find(({ id }) => id === needId)?.title ?? '')
  return (
    <p className={styles.warning} role="note">
      {t('one.close', { count: nPoints, first, second })}
    </p>
  )
}
