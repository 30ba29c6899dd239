/** The import of a transcript: one interview, new or there already, gets its lines. */
import type { TranscriptFile } from '#server/intake/read-file.ts'
import { type IntakeProblem, type IntakeRow, pseudonymKey } from '#shared/intake/row.ts'
import { clock, transcriptRow } from '#shared/intake/transcript.ts'
import type { IntakeWorld } from '#shared/intake/world.ts'
import type { IntakeResult, IntakeSettings } from '#shared/protocol/intake-calls.ts'

const PREVIEW = 20
const LONGEST_ANSWER = 20_000
const LONGEST = 1_000_000

export class TranscriptJob {
  readonly #file: TranscriptFile
  readonly #row: IntakeRow
  readonly #problems: IntakeProblem[] = []

  constructor(file: TranscriptFile, settings: IntakeSettings, world: IntakeWorld) {
    this.#file = file
    const { pseudonym = '', questionId = '', date = '' } = settings.transcript ?? {}
    const known = world.interviews.list.filter(({ name }) => pseudonymKey(name) === pseudonymKey(pseudonym))
    this.#row = transcriptRow(file.lines, {
      pseudonym,
      interviewId: known[0]?.id ?? null,
      questionId,
      date,
      guideVersion: world.guideVersion,
    })
    const length = this.#row.answers.reduce((sum, { text }) => sum + text.length, 0)
    if (file.lines.length === 0) this.fault('There is nothing to read in this file.')
    if (length > LONGEST) this.fault(`This is longer than ${LONGEST} characters: cut it into several files.`)
    if (pseudonym === '') this.fault('Say whose words these are: a pseudonym is missing.')
    if (known.length > 1)
      this.fault(`${known.length} interviews here are called “${pseudonym}”: merge or rename them first.`)
    if (known.length === 1)
      this.#notice(`“${pseudonym}” is here already: the transcript is added to that interview.`)
    if (questionId !== '' && world.questions.nameOf(questionId) === null)
      this.fault('That question is not in the guide: choose another.')
    if (questionId !== '' && length > LONGEST_ANSWER)
      this.fault(`This is too long for one answer (${length} characters): let it stand by itself.`)
  }

  readonly done = 1
  readonly of = 1
  readonly meanings: IntakeWorld['meanings'] = []

  step(): boolean {
    return false
  }

  fault(message: string): void {
    this.#problems.push({ row: null, column: null, level: 'fault', message })
  }

  #notice(message: string): void {
    this.#problems.push({ row: null, column: null, level: 'notice', message })
  }

  get rows(): readonly IntakeRow[] {
    return [this.#row]
  }

  get hasFaults(): boolean {
    return this.#problems.some(({ level }) => level === 'fault')
  }

  result(imported: boolean): IntakeResult {
    const { lines, encoding, unsure } = this.#file
    const isNew = this.#row.interviewId === null
    return {
      kind: 'transcript',
      imported,
      found: {
        encoding,
        delimiter: null,
        decimal: '.',
        dateOrder: 'dmy',
        sheet: null,
        sheets: [],
        headerRow: 1,
        unsure: [...unsure],
        leftOut: [],
      },
      columns: [],
      preview: lines.slice(0, PREVIEW).map(({ at, speaker, text }, index) => ({
        row: index + 1,
        cells: [at === null ? '' : clock(at), speaker ?? '', text.slice(0, 400)],
      })),
      rows: lines.length,
      create: isNew ? 1 : 0,
      update: isNew ? 0 : 1,
      faultyRows: 0,
      unknownWords: [],
      problems: [...this.#problems],
    }
  }

  faultyRows(): string {
    return ''
  }
}
