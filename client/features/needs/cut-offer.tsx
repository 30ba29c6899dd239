/** Cutting the list by a secret vote: the facilitator starts it, everyone sees what came out, the facilitator applies it. */
import { useTranslation } from 'react-i18next'
import { firstOf } from '#client/features/needs/cut-first.ts'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { useRoundCommands } from '#client/round/round-commands.ts'
import { useRounds, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { applyCut } from '#shared/board/need-edits.ts'
import type { Wall } from '#shared/board/need-groups.ts'
import { MOST_TO_CUT } from '#shared/rounds/cut.ts'
import type { CutResult } from '#shared/rounds/cut-result.ts'
import styles from './shortlist.module.css'

const FEWEST_TO_CUT = 2

export function CutOffer({ wall }: { readonly wall: Wall }) {
  const { t } = useTranslation('needs')
  const { mayList } = useWall()
  const last = useRounds('cut').at(-1)
  const { run, isBusy, problem } = useRoundCommands()
  const subjects = wall.groups
    .filter(({ need: { status } }) => status !== 'proposed_by_customers')
    .map(({ need }) => need.id)
    .slice(0, MOST_TO_CUT)
  const open = () => void run('openRound', { body: { kind: 'cut', subjects, anonymity: 'anonymous' } })
  return (
    <section className={styles.cut}>
      {last?.result && <CutOutcome result={last.result} />}
      {mayList && (
        <>
          {!last && <p className={typography.meta}>{t('cut.offerLead')}</p>}
          <Button wide notYet={isBusy || (subjects.length < FEWEST_TO_CUT && t('cut.tooFew'))} onClick={open}>
            {last ? t('cut.again') : t('cut.offer')}
          </Button>
        </>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}

function CutOutcome({ result }: { readonly result: CutResult }) {
  const { t, i18n } = useTranslation('needs')
  const session = useSession()
  const { mayList } = useWall()
  const { chosen, tied } = firstOf(result)
  const most = Math.max(1, result.perNeed[0]?.marks ?? 0)
  const apply = () => {
    session.edit(applyCut, { chosen: chosen.map(({ needId }) => needId) })
    showToast({ kind: 'good', text: t('cut.applied', { count: chosen.length }) })
  }
  return (
    <>
      <h3 className={typography.section}>{t('cut.result')}</h3>
      <p className={typography.meta}>
        {t('cut.sample', { count: result.n })}
        {result.abstained > 0 && ` ${t('cut.abstained', { count: result.abstained })}`}
      </p>
      <ol className={styles.marks}>
        {result.perNeed.map(({ needId, title, marks }) => (
          <li key={needId}>
            <span>{title}</span>
            <b>{t('cut.marks', { count: marks })}</b>
            <i style={{ width: `${(marks / most) * 100}%` }} />
          </li>
        ))}
      </ol>
      {chosen.length === 0 && <p className={typography.meta}>{t('cut.nobody')}</p>}
      {tied.length > 0 && (
        <p className={typography.meta}>
          {t('cut.tie', {
            names: new Intl.ListFormat(i18n.language).format(tied.map(({ title }) => `“${title}”`)),
          })}
        </p>
      )}
      {mayList && chosen.length > 0 && (
        <Button wide onClick={apply}>
          {t('cut.apply', { count: chosen.length })}
        </Button>
      )}
    </>
  )
}
