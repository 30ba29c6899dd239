/** Transcripts as lines with speaker and time: subtitles, plain text, Markdown, Word documents. */
import mammoth from 'mammoth'
import { parseText, tokenizeVTTCue, type VTTCue } from 'media-captions'
import { zipParts } from '#server/intake/zip-parts.ts'
import { linesOfCues, linesOfText, type TranscriptLine } from '#shared/intake/transcript.ts'

export type TranscriptFormat = 'vtt' | 'srt' | 'text'

export async function readTranscript(text: string, format: TranscriptFormat): Promise<TranscriptLine[]> {
  if (format === 'text') return linesOfText(text)
  const { cues } = await parseText(text, { type: format, strict: false })
  return linesOfCues(cues.map(lineOf))
}

export async function readDocx(file: Buffer): Promise<TranscriptLine[]> {
  zipParts(file)
  const { value } = await mammoth.extractRawText({ buffer: file })
  return linesOfText(value)
}

type Token = ReturnType<typeof tokenizeVTTCue>[number]

function lineOf(cue: VTTCue): TranscriptLine {
  const tokens = tokenizeVTTCue(cue)
  return {
    at: cue.startTime,
    speaker: tokens.map(voiceIn).find(Boolean) ?? null,
    text: tokens.map(wordsIn).join(''),
  }
}

function voiceIn(token: Token): string | null {
  if (!('children' in token)) return null
  const own = 'voice' in token && typeof token.voice === 'string' ? token.voice.trim() : ''
  return own || (token.children.map(voiceIn).find(Boolean) ?? null)
}

const wordsIn = (token: Token): string =>
  'children' in token ? token.children.map(wordsIn).join('') : 'data' in token ? String(token.data) : ''
