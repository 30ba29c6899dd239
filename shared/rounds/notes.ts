/**
 * Silent notes (method D2): everyone writes needs alone, and nobody's words travel before the wall opens. What was
 * written counts without being sealed, so that nothing is lost when the wall opens in the middle of a thought.
 */
import * as z from 'zod/mini'
import { namesFunctions } from '#shared/rounds/ballot-parts.ts'
import type { CountedBallot, RoundKind, RoundSubjects, TallySetting } from '#shared/rounds/kind.ts'
import type { NotesResult } from '#shared/rounds/notes-result.ts'
import { functionGroups } from '#shared/statistics/functions.ts'

export const MOST_NOTES = 40
export const LONGEST_NOTE = 140

const note = z
  .string({ error: 'A note is text.' })
  .check(
    z.trim(),
    z.maxLength(LONGEST_NOTE, { error: `A note has at most ${LONGEST_NOTE} characters.` }),
    z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, { error: 'A note is one line.' }),
    z.regex(/[^\p{C}\p{Z}]/u, { error: 'A note says something.' }),
  )

const notesBallot = z.strictObject({
  notes: z
    .array(note, { error: 'Notes are a list.' })
    .check(z.maxLength(MOST_NOTES, { error: `More than ${MOST_NOTES} notes.` })),
})
export type NotesBallot = z.output<typeof notesBallot>

export const notes: RoundKind<NotesBallot, NotesResult> = {
  isGuess: false,
  countsDrafts: true,
  subjectsFrom: 'none',
  columnsFrom: null,
  subjectCount: { min: 0, max: 0 },
  ballot: notesBallot,
  faults: () => [],
  tally,
}

/** What makes two notes the same: their letters and digits, whatever the case, the spaces and the full stop. */
export const noteKey = (text: string): string => {
  const words = text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  return words?.join(' ') ?? text.trim()
}

function tally(
  ballots: readonly CountedBallot<NotesBallot>[],
  _about: RoundSubjects,
  setting: TallySetting,
): NotesResult {
  const given = ballots.filter(({ ballot }) => ballot.notes.length > 0)
  const labels = namesFunctions(setting.anonymity) ? labelsOf(given, setting.minFunctionSize) : null
  const said = new Map<string, { texts: string[]; labels: Set<string | null>; count: number }>()
  for (const { functionName, ballot } of given) {
    for (const [key, text] of new Map(ballot.notes.map((one) => [noteKey(one), one]))) {
      const same = said.get(key) ?? { texts: [], labels: new Set(), count: 0 }
      said.set(key, same)
      same.texts.push(text)
      same.labels.add(labels?.get(functionName) ?? null)
      same.count++
    }
  }
  const sorted = [...said].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    n: given.length,
    notes: setting.shuffle(
      sorted.map(([, { texts, labels: from, count }]) => ({
        text: [...texts].sort()[0] ?? '',
        count,
        functionName: from.size === 1 ? ([...from][0] ?? null) : null,
      })),
    ),
  }
}

/** Labels of the functions that enough people belong to who wrote something. */
function labelsOf(given: readonly CountedBallot<NotesBallot>[], minSize: number): Map<string, string> {
  const sizes = new Map<string, number>()
  for (const { functionName } of given) sizes.set(functionName, (sizes.get(functionName) ?? 0) + 1)
  const labels = new Map<string, string>()
  for (const { functions, show } of functionGroups(sizes, minSize)) {
    if (show !== 'figures' && show !== 'merged') continue
    for (const name of functions) labels.set(name, functions.join(' + '))
  }
  return labels
}
