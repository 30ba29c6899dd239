/**
 * The ballot (design 6.5): rows in the person's own order, what is left, confidence, sealing, and "I do not know how
 * they would" of the same size as sealing. Knows nothing of the network: typing never waits for it (U3).
 */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { BallotHelpers } from '#client/features/weigh/ballot-helpers.tsx'
import { BallotRow } from '#client/features/weigh/ballot-row.tsx'
import {
  type EditBallot,
  maySeal,
  sealedAsUnknown,
  sealedWithPoints,
} from '#client/features/weigh/ballot-value.ts'
import { PointsLeft } from '#client/features/weigh/points-left.tsx'
import { RankNeeds } from '#client/features/weigh/rank-needs.tsx'
import { SealButton } from '#client/features/weigh/seal-button.tsx'
import { Abstain } from '#client/round/abstain.tsx'
import { Confidence } from '#client/round/confidence.tsx'
import { Envelopes } from '#client/round/envelopes.tsx'
import type { BallotFrame } from '#client/round/own-ballot.tsx'
import { RoundSteps } from '#client/round/round-steps.tsx'
import { useVisualViewport } from '#client/round/use-visual-viewport.ts'
import { Button } from '#client/ui/button.tsx'
import { Keys } from '#client/ui/keys.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import { isBeyond, type Theirs } from '#shared/reality/theirs.ts'
import type { Subject } from '#shared/rounds/kind.ts'
import type { WeightsBallot } from '#shared/rounds/weights.ts'
import styles from './ballot.module.css'

export interface BallotProps extends BallotFrame {
  /** In the person's own order. */
  readonly needs: readonly Subject[]
  readonly ballot: WeightsBallot
  readonly edit: EditBallot
  readonly onSeal: (sealed: WeightsBallot) => void
  /** A way to begin other than empty. */
  readonly start?: ReactNode
  /** What customers gave each need: only on a ballot that may see it. */
  readonly theirs?: ReadonlyMap<string, Theirs>
  /** What is asked of one whose points lie beyond the customers'. */
  readonly known?: (titles: readonly string[]) => ReactNode
  /** Putting the needs in order before the points; left out where the order is that of a paper. */
  readonly rank?: { readonly isRanked: boolean; readonly put: (ids: readonly string[]) => void }
}

export function Ballot(props: BallotProps) {
  const { needs, ballot, edit, onSeal, isSealing, secrecy, draftState, progress, problem } = props
  const { start, rank, theirs, known } = props
  const { t } = useTranslation('weigh')
  const common = useTranslation('round').t
  const ids = needs.map(({ id }) => id)
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [isAbstaining, setAbstaining] = useState(false)
  const [isRanking, setRanking] = useState(false)
  const fields = useRef(new Map<string, HTMLInputElement>())
  const section = useRef<HTMLElement>(null)
  useVisualViewport(section)
  const sealButton = useRef<HTMLButtonElement>(null)
  const confidence = useRef<HTMLInputElement>(null)

  const beyond = needs.filter(({ id }) => {
    const own = theirs?.get(id)
    return own !== undefined && isBeyond(ballot.points[id] ?? 0, own)
  })

  const seal = () => {
    if (maySeal(ballot, ids) && !isSealing) onSeal(sealedWithPoints(ballot, ids))
  }
  const moveFrom = (index: number, by: 1 | -1) => {
    const next = needs[index + by]
    if (next) fields.current.get(next.id)?.focus()
    else if (by === 1) sealButton.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isAbstaining) return
    event.preventDefault()
    seal()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter seals from anywhere in the ballot
    <section ref={section} className={styles.ballot} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <div>
          {theirs ? (
            <InformedHead />
          ) : (
            <>
              <h1 className={typography.screen}>{t('title')}</h1>
              <p className={typography.lead}>
                <Trans t={t} i18nKey="lead" components={{ b: <b /> }} />
              </p>
            </>
          )}
        </div>
        <RoundSteps at="ballot" before={t('steps.agreed')} ballot={t('steps.weigh')} />
      </header>
      {rank && isRanking && <RankNeeds needs={needs} onOrder={rank.put} onDone={() => setRanking(false)} />}
      {!isRanking && (
        <div className={styles.rows}>
          {rank && (
            <p className={styles.rankOffer}>
              {t(rank.isRanked ? 'rank.ranked' : 'rank.offer')}{' '}
              <Button size="small" onClick={() => setRanking(true)}>
                {t(rank.isRanked ? 'rank.again' : 'rank.start')}
              </Button>
            </p>
          )}
          <ol className={styles.list} aria-label={t('ballot.list')}>
            {needs.map((need, index) => (
              <BallotRow
                key={need.id}
                need={need}
                number={index + 1}
                ids={ids}
                ballot={ballot}
                edit={edit}
                theirs={theirs?.get(need.id) ?? null}
                isCurrent={currentId === need.id}
                onFocus={() => setCurrentId(need.id)}
                onMove={(by) => moveFrom(index, by)}
                onConfidence={() => confidence.current?.focus()}
                fieldRef={(field) => {
                  if (field) fields.current.set(need.id, field)
                  else fields.current.delete(need.id)
                }}
              />
            ))}
          </ol>
        </div>
      )}
      <div className={styles.side}>
        <div className={styles.counter}>
          <PointsLeft points={ballot.points} ids={ids} />
        </div>
        <div className={styles.helpers}>
          {start}
          <BallotHelpers
            ballot={ballot}
            ids={ids}
            current={needs.find(({ id }) => id === currentId)}
            edit={edit}
          />
        </div>
        {known && beyond.length > 0 && maySeal(ballot, ids) && known(beyond.map(({ title }) => title))}
        <div className={styles.confidence}>
          <Confidence
            value={ballot.confidence}
            onChange={(level) => edit((now) => ({ ...now, confidence: level }))}
            entryRef={confidence}
          />
        </div>
        <div className={styles.abstain}>
          <Abstain
            lead={t('ballot.abstainLead')}
            back={t('ballot.abstainBack')}
            isOpen={isAbstaining}
            isSealing={isSealing}
            onOpen={setAbstaining}
            onSeal={(reason) => onSeal(sealedAsUnknown(reason))}
          />
        </div>
        <div className={styles.notes}>
          <p className={typography.meta}>{secrecy}</p>
          <p className={typography.meta}>{draftState}</p>
          {problem && (
            <p className={styles.problem} role="alert">
              {problem}
            </p>
          )}
        </div>
        <div className={styles.sealBar}>
          <div className={styles.progress}>
            <p className={styles.sealedCount}>{common('progress.sealed', { ...progress })}</p>
            <Envelopes {...progress} size="small" />
          </div>
          <div className={styles.seal}>
            <SealButton ballot={ballot} ids={ids} isSealing={isSealing} onSeal={seal} ref={sealButton} />
          </div>
        </div>
      </div>
      <BallotKeys />
    </section>
  )
}

function InformedHead() {
  const { t } = useTranslation('secondLook')
  return (
    <>
      <h1 className={typography.screen}>
        <Trans t={t} i18nKey="titleInformed" components={{ hl: <Hl /> }} />
      </h1>
      <p className={typography.lead}>{t('informed.ballotLead')}</p>
    </>
  )
}

function BallotKeys() {
  const { t } = useTranslation('weigh')
  return (
    <footer className={styles.keys}>
      <Keys
        hints={[
          { keys: ['0–9'], does: t('ballot.keys.type') },
          { keys: ['Enter'], does: t('ballot.keys.next') },
          { keys: ['='], does: t('ballot.keys.rest') },
          { keys: ['↑', '↓'], does: t('ballot.keys.one') },
          { keys: ['?'], does: t('ballot.keys.unsure') },
          { keys: ['C'], does: t('ballot.keys.confidence') },
          { keys: ['Ctrl', 'Enter'], does: t('ballot.keys.seal') },
        ]}
      />
    </footer>
  )
}
