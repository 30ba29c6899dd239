/**
 * The ballot on a laptop (07a): the grid, how much is marked, what a mark means, how sure one is, and sealing at any
 * time, because "?" is an answer. Knows nothing of the network: typing never waits for it (U3).
 */
import { type KeyboardEvent, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { countMarks, markOf, sealedAsUnknown, sealedWithMarks } from '#client/features/mark/ballot-value.ts'
import { Marked, MarkMeaning } from '#client/features/mark/marked.tsx'
import { MarksGrid } from '#client/features/mark/marks-grid.tsx'
import type { BallotProps } from '#client/features/mark/own-marks.tsx'
import { OwnRanges } from '#client/features/mark/own-ranges.tsx'
import type { Pasted } from '#client/features/mark/paste-marks.ts'
import { PasteReport } from '#client/features/mark/paste-report.tsx'
import { SealMarks } from '#client/features/mark/seal-marks.tsx'
import { useMarksGrid } from '#client/features/mark/use-marks-grid.ts'
import { Abstain } from '#client/round/abstain.tsx'
import { Confidence } from '#client/round/confidence.tsx'
import { Envelopes } from '#client/round/envelopes.tsx'
import { RoundSteps } from '#client/round/round-steps.tsx'
import { Keys } from '#client/ui/keys.tsx'
import { MarkPad } from '#client/ui/mark-pad.tsx'
import typography from '#client/ui/type.module.css'
import styles from './grid-ballot.module.css'

export function GridBallot(props: BallotProps) {
  const { number, needs, columns, usId, ballot, edit, onSeal, isSealing } = props
  const { secrecy, draftState, progress, problem, start } = props
  const { t } = useTranslation('mark')
  const common = useTranslation('round').t
  const [isAbstaining, setAbstaining] = useState(false)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const grid = useMarksGrid({ needs, columns }, ballot, edit)
  const inHand = { needId: needs[grid.place.row]?.id ?? '', optionId: columns[grid.place.column]?.id ?? '' }
  const counted = countMarks(
    ballot,
    columns.map(({ id }) => id),
    needs.map(({ id }) => id),
  )
  const seal = () => {
    if (!isSealing) onSeal(sealedWithMarks(ballot))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isAbstaining) return
    event.preventDefault()
    seal()
  }
  const words = { columns: columns.length, needs: needs.length }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter seals from anywhere in the ballot
    <section className={styles.ballot} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <div>
          <h1 className={typography.screen}>{t('title')}</h1>
          <p className={typography.lead}>
            <Trans t={t} i18nKey="lead" values={words} components={{ b: <b /> }} />
          </p>
        </div>
        <RoundSteps at="ballot" before={t('steps.before')} ballot={t('steps.ballot')} />
      </header>
      <div className={styles.main}>
        <MarksGrid
          grid={grid}
          number={number}
          needs={needs}
          columns={columns}
          usId={usId}
          ballot={ballot}
          onPaste={(text) => setPasted(grid.paste(text))}
        />
        <p className={styles.refused} role="status">
          {grid.isRefused && t('ballot.refusedKey')}
        </p>
        <PasteReport pasted={pasted} onClose={() => setPasted(null)} />
        <OwnRanges needs={needs} usId={usId} ballot={ballot} edit={edit} />
      </div>
      <aside className={styles.side}>
        <Marked counted={counted} />
        {start}
        <SealMarks isSealing={isSealing} onSeal={seal} />
        <Abstain
          lead={t('ballot.abstainLead')}
          back={t('ballot.abstainBack')}
          isOpen={isAbstaining}
          isSealing={isSealing}
          onOpen={setAbstaining}
          onSeal={(reason) => onSeal(sealedAsUnknown(reason))}
        />
        <div className={styles.notes}>
          <p className={typography.meta}>{secrecy}</p>
          <p className={typography.meta}>{draftState}</p>
          {problem && (
            <p className={styles.problem} role="alert">
              {problem}
            </p>
          )}
        </div>
        <div className={styles.block}>
          <h2 className={typography.section}>{common('progress.sealed', { ...progress })}</h2>
          <Envelopes {...progress} size="small" />
        </div>
        <div className={styles.block}>
          <MarkMeaning />
          <MarkPad label={t('ballot.pad')} value={markOf(ballot, inHand)} onMark={grid.put} size="small" />
        </div>
        <div className={styles.block}>
          <Confidence
            value={ballot.confidence ?? null}
            onChange={(level) => edit((now) => ({ ...now, confidence: level }))}
            entryRef={null}
          />
        </div>
      </aside>
      <GridKeys />
    </section>
  )
}

function GridKeys() {
  const { t } = useTranslation('mark')
  return (
    <footer className={styles.keys}>
      <Keys
        hints={[
          { keys: ['0–9'], does: t('ballot.keys.mark') },
          { keys: ['1', '0'], does: t('ballot.keys.ten') },
          { keys: ['?'], does: t('ballot.keys.unknown') },
          { keys: ['←', '↑', '↓', '→'], does: t('ballot.keys.move') },
          { keys: ['Del'], does: t('ballot.keys.clear') },
          { keys: ['Esc'], does: t('ballot.keys.back') },
          { keys: ['Ctrl', 'V'], does: t('ballot.keys.paste') },
          { keys: ['Ctrl', 'Enter'], does: t('ballot.keys.seal') },
        ]}
      />
    </footer>
  )
}
