/** The honest sentences about the map (method C9, C12): screens, analysis and files say the same. */
import { shareWords } from '#shared/reality/words.ts'
import type { Tally } from '#shared/statistics/coverage.ts'
import type { Balance, Foresight, Voices } from '#shared/statistics/roadmap.ts'

const many = (n: number, one: string, several: string): string => `${n} ${n === 1 ? one : several}`

/** What is ours of it alone: which questions have an answer, without whoever asked them. */
export function answeredWords({ answered, weak, open }: Tally): string {
  const all = answered + weak + open
  if (all === 0) return 'Nobody has written a question yet.'
  return `Of ${many(all, 'question', 'questions')} ${answered} answered, ${weak} half, ${open} not.`
}

/** Coverage and voice coverage of a stage, or of all of them. */
export function coverageWords({ voices, voicesAnswered, ...tally }: Tally & Voices): string {
  const counts = answeredWords(tally)
  if (tally.answered + tally.weak + tally.open === 0) return counts
  if (voices === 0) return `${counts} No customer is noted as asking one yet.`
  return `${counts} ${shareWords(voicesAnswered, voices)} voices stand behind what is answered.`
}

const leanTexts = {
  beginning: 'Effort leans to the beginning',
  end: 'Effort leans to the end',
  neither: 'Effort lies about where customers ask',
} as const

/** Where the effort goes, and where customers ask. */
export function balanceWords({ answers, answersEarly, voices, voicesEarly, leans }: Balance): string {
  if (answers === 0) return 'No answer is live yet.'
  const effort = `${shareWords(answersEarly, answers)} live answers are early`
  if (leans === null) return `${effort}. What customers ask is unknown: no question carries a voice yet.`
  return `${leanTexts[leans]}: ${effort}, ${shareWords(voicesEarly, voices)} of their voices.`
}

/** What the team saw coming, and what nobody asked. */
export function foresightWords({ asked, askedAndForeseen, foreseen, neverAsked }: Foresight): string {
  if (asked === 0) return 'No customer is noted as asking one of these questions yet.'
  const recall = `We had written ${shareWords(askedAndForeseen, asked)} questions that customers asked.`
  if (foreseen === 0) return recall
  return `${recall} Of ${foreseen} that we had written, ${neverAsked.length} nobody asked.`
}

/** How many stages leave the buyer standing. */
export function deadEndWords(deadEnds: number, stages: number): string {
  if (stages === 0) return 'There is no stage yet.'
  if (deadEnds === 0) return 'No stage is known to be a dead end.'
  return `${deadEnds} of ${many(stages, 'stage', 'stages')} ${deadEnds === 1 ? 'is a dead end' : 'are dead ends'}.`
}

/** How much of what settles questions is more than our word. */
export function proofWords(claims: number, answers: number): string {
  if (answers === 0) return 'There is no answer yet.'
  if (claims === 0) return `None of ${many(answers, 'answer', 'answers')} is only our word.`
  return `${shareWords(claims, answers)} answers ${claims === 1 ? 'is' : 'are'} only our word.`
}

/** Whether customers named the channels and tools we count on. */
export function toolWords(unmentioned: number, tools: number): string {
  if (tools === 0) return 'There is no tool or channel yet.'
  if (unmentioned === 0)
    return `A customer has mentioned each of ${many(tools, 'tool and channel', 'tools and channels')}.`
  return `Customers have mentioned ${shareWords(tools - unmentioned, tools)} tools and channels.`
}

/** Where buyers were seen leaving. */
export function leakWords({ left, leftEarly }: { left: number; leftEarly: number }): string {
  if (left === 0) return 'Nobody was noted as leaving.'
  return `${many(left, 'buyer', 'buyers')} seen leaving: ${leftEarly} early, ${left - leftEarly} late.`
}
