/** A transcript as notes of one interview: every line keeps its speaker and time. */

import type { IntakeRow } from '#shared/intake/row.ts'
import { pieces } from '#shared/intake/row-draft.ts'

export interface TranscriptLine {
  /** Seconds from the beginning; null: not said. */
  readonly at: number | null
  readonly speaker: string | null
  readonly text: string
}

/** What is said in one breath is one line, up to this length. */
const LONGEST_LINE = 600

const TIME = /^[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[\])]?\s*[-–—:]?\s*/
const SPEAKER =
  /^\*{0,2}([\p{L}\p{N}][\p{L}\p{N} .'’_-]{0,38}?)\*{0,2}\s*(?:[[(]((?:\d{1,2}:)?\d{1,2}:\d{2})[\])])?\s*:\*{0,2}\s+/u

/** Paragraphs of plain text, Markdown or a document. A name before a colon is a speaker when it comes twice. */
export function linesOfText(text: string): TranscriptLine[] {
  const paragraphs = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return named(
    paragraphs.map((line) => {
      const time = TIME.exec(line)
      return {
        at: time ? seconds(time[1] ?? '') : null,
        speaker: null,
        text: time ? line.slice(time[0].length) : line,
      }
    }),
  ).filter((line) => line.text !== '')
}

/** Subtitles: speakers by tag or by a name before a colon; cues of one speaker on end are one line. */
export function linesOfCues(cues: readonly TranscriptLine[]): TranscriptLine[] {
  const lines: TranscriptLine[] = []
  for (const cue of named(cues)) {
    const text = cue.text.replace(/\s+/g, ' ').trim()
    const last = lines.at(-1)
    if (text === '') continue
    if (last && last.speaker === cue.speaker && last.text.length + text.length < LONGEST_LINE)
      lines[lines.length - 1] = { ...last, text: `${last.text} ${text}` }
    else lines.push({ ...cue, text })
  }
  return lines
}

/** Finds speakers written before what they say. */
function named(lines: readonly TranscriptLine[]): TranscriptLine[] {
  const counts = new Map<string, number>()
  for (const { speaker, text } of lines) {
    const name = speaker === null ? SPEAKER.exec(text)?.[1] : undefined
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return lines.map((line) => {
    const match = line.speaker === null ? SPEAKER.exec(line.text) : null
    const [whole = '', name = '', time] = match ?? []
    if (!match || (counts.get(name) ?? 0) < 2) return line
    return {
      at: line.at ?? (time ? seconds(time) : null),
      speaker: name,
      text: line.text.slice(whole.length).trim(),
    }
  })
}

const seconds = (time: string): number => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

/** `01:02:03` */
export function clock(at: number): string {
  const whole = Math.floor(at)
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

export const lineAsText = ({ at, speaker, text }: TranscriptLine): string =>
  `${at === null ? '' : `[${clock(at)}] `}${speaker === null ? '' : `${speaker}: `}${text}`

export interface TranscriptSetting {
  readonly pseudonym: string
  readonly interviewId: string | null
  /** Empty: to no question of the guide. */
  readonly questionId: string
  readonly date: string
  readonly guideVersion: number
}

/** The interview that holds the transcript. */
export function transcriptRow(lines: readonly TranscriptLine[], setting: TranscriptSetting): IntakeRow {
  const { pseudonym, interviewId, questionId, date, guideVersion } = setting
  return {
    row: 1,
    pseudonym,
    interviewId,
    fields: date === '' ? {} : { date },
    parts: {},
    points: {},
    marks: {},
    answers: pieces(questionId, lines.map(lineAsText).join('\n'), null),
    guideVersion,
    quotes: [],
    themes: [],
    mergedInto: null,
  }
}
