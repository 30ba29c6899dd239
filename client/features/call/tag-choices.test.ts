import { expect, test } from 'vitest'
import { type Choice, choicesFor, type Taggable } from './tag-choices.ts'

const record = (subject: Taggable['subject'], label: string): Taggable => ({
  subject,
  label,
  tag: { kind: 'stage', ref: label },
})
const all = [
  record('need', 'Alarms I can trust'),
  record('stage', '2 Look around'),
  record('stage', '8 Live with it'),
  record('question', 'Who else likes it?'),
  record('word', 'tone'),
]
const said = (choices: readonly Choice[]) =>
  choices.map((choice) =>
    choice.is === 'record' ? choice.record.label : `${choice.subject}: ${choice.title}`,
  )

test('[D8] “@li” finds the stage that begins with it before a question with such a word, then offers to make one', () => {
  expect(said(choicesFor(all, '@', 'li'))).toEqual([
    '8 Live with it',
    'Who else likes it?',
    'stage: li',
    'question: li',
    'doubt: li',
    'competitor: li',
    'trend: li',
  ])
})

test('“#” offers needs alone, “@” none of them, the bar over marked words offers everything', () => {
  expect(said(choicesFor(all, '#', ''))).toEqual(['Alarms I can trust'])
  expect(said(choicesFor(all, '@', ''))).not.toContain('Alarms I can trust')
  expect(said(choicesFor(all, 'any', ''))).toHaveLength(5)
})

test('what is there already is not offered as new, however it is written', () => {
  expect(said(choicesFor(all, '#', 'ALARMS I CAN TRUST'))).toEqual(['Alarms I can trust'])
})

test('a stage is found by its number', () => {
  expect(said(choicesFor(all, '@', '8'))[0]).toBe('8 Live with it')
})
