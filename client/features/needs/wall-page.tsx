/**
 * The opened wall (design 6.4): nameless notes become named needs, and the needs a shortlist. Everything here is an edit
 * that everyone may make and undo; the shortlist is the facilitator's.
 */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { GenericNotes } from '#client/features/needs/generic-notes.tsx'
import { genericGroups } from '#client/features/needs/generic-words.ts'
import { useHints } from '#client/features/needs/hints.ts'
import { LateNotes } from '#client/features/needs/late-notes.tsx'
import { LooseNotes } from '#client/features/needs/loose-notes.tsx'
import { MissingKinds } from '#client/features/needs/missing-kinds.tsx'
import { NeedGroup } from '#client/features/needs/need-group.tsx'
import { PageHead } from '#client/features/needs/page-head.tsx'
import { Proposals } from '#client/features/needs/proposals.tsx'
import { SelectionBar } from '#client/features/needs/selection-bar.tsx'
import { Shortlist } from '#client/features/needs/shortlist.tsx'
import { useTakenNotes } from '#client/features/needs/use-taken-notes.ts'
import { useWall, WallProvider } from '#client/features/needs/wall-context.tsx'
import { WallDrag } from '#client/features/needs/wall-drag.tsx'
import { countInSentence } from '#client/round/wording.ts'
import { type RoundOf, useRows } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { FromListButton } from '#client/ui/from-list-button.tsx'
import { Keys } from '#client/ui/keys.tsx'
import typography from '#client/ui/type.module.css'
import { readWall } from '#shared/board/need-groups.ts'
import { type Need, needNotes, needs } from '#shared/board/schema.ts'
import styles from './wall.module.css'

export function WallPage(props: {
  /** The silent round whose notes are on the wall; missing in workshops that began with needs. */
  readonly round: RoundOf<'notes'> | undefined
  /** Opened before these eyes: its notes come one after the other. */
  readonly isFresh: boolean
  readonly onAgreed: () => void
}) {
  return (
    <WallProvider>
      <WallScreen {...props} />
    </WallProvider>
  )
}

function WallScreen({ round, isFresh, onAgreed }: Parameters<typeof WallPage>[0]) {
  const { t } = useTranslation('needs')
  const { mayEdit, isLocked, said } = useWall()
  const [hintsOn, setHints] = useHints()
  const allNeeds = useRows(needs)
  const allNotes = useRows(needNotes)
  const wall = useMemo(() => readWall(allNeeds, allNotes), [allNeeds, allNotes])
  useTakenNotes(round)
  const listed = wall.groups.flatMap(({ need }) => (need.status === 'active' ? [need] : []))
  const generic = useMemo(
    () => (hintsOn && mayEdit ? genericGroups(wall.loose) : []),
    [wall, hintsOn, mayEdit],
  )
  const apart = useMemo(() => new Set(generic.flatMap(({ noteIds }) => noteIds)), [generic])
  const loose = useMemo(() => wall.loose.filter(({ id }) => !apart.has(id)), [wall, apart])
  const shown = wall.groups.filter(({ need }) => need.status !== 'proposed_by_customers')
  const isAgreed = isLocked || (listed.length > 0 && wall.groups.every(isDecided))
  return (
    <div className={styles.wall}>
      <PageHead at={isAgreed ? 'shortlist' : 'group'} lead={<Lead round={round} notes={allNotes} />} />
      <div className={styles.ground}>
        {isLocked && <p className={styles.locked}>{t('wall.locked')}</p>}
        {round && !isLocked && <LateNotes round={round} />}
        <WallDrag wall={wall}>
          {shown.length > 0 && (
            <div className={styles.groups}>
              {shown.map((group) => (
                <NeedGroup
                  key={group.need.id}
                  group={group}
                  number={listed.indexOf(group.need) + 1 || null}
                  listed={listed.length}
                  hintsOn={hintsOn}
                />
              ))}
            </div>
          )}
          {mayEdit && !isLocked && (
            <p>
              <FromListButton kind="needs" size="small" />
            </p>
          )}
          <MissingKinds needs={wall.groups.map(({ need }) => need).filter(isInPlay)} />
          {mayEdit && <Proposals loose={loose} />}
          <LooseNotes notes={loose} isEmpty={allNotes.length === 0} round={round} isFresh={isFresh} />
        </WallDrag>
        {generic.length > 0 && <GenericNotes groups={generic} onHide={() => setHints(false)} />}
        {!hintsOn && mayEdit && (
          <Button size="small" kind="quiet" onClick={() => setHints(true)}>
            {t('generic.show')}
          </Button>
        )}
        <SelectionBar wall={wall} />
        {mayEdit && (
          <footer className={styles.keys}>
            <Keys
              hints={[
                { keys: ['Space'], does: t('wall.keys.select') },
                { keys: ['G'], does: t('wall.keys.group') },
                { keys: ['M'], does: t('wall.keys.merge') },
                { keys: ['1–7'], does: t('wall.keys.shortlist') },
              ]}
            />
          </footer>
        )}
      </div>
      <Shortlist wall={wall} onAgreed={onAgreed} />
      <p className={typography.hidden} role="status">
        {said}
      </p>
    </div>
  )
}

const isDecided = ({ need }: { readonly need: Need }): boolean => need.status !== 'proposed'
const isInPlay = ({ status }: Need): boolean => status === 'proposed' || status === 'active'

function Lead(props: {
  readonly round: RoundOf<'notes'> | undefined
  readonly notes: readonly { readonly count: number }[]
}): string {
  const { round, notes } = props
  const { t } = useTranslation('needs')
  const words = useTranslation('round').t
  const count = notes.reduce((sum, note) => sum + note.count, 0)
  const n = round?.result?.n ?? 0
  if (n === 0) return t('wall.leadBare', { count })
  return t('wall.lead', { count, people: t('wall.people', { count: n, number: countInSentence(words, n) }) })
}
