/**
 * Have we asked enough, and who said it: the sentences that go with the figures of coding (method C10, D9). Calls are
 * counted from 1, in the order in which they were held. None of it covers who was not called, and it says so.
 */
import { wilson } from '#shared/statistics/interval.ts'
import { chanceOfHearing, type Saturation } from '#shared/statistics/saturation.ts'

/** From so many people on a percentage says more than the two numbers. */
const PERCENT_FROM = 20
/** Fewer calls than this cannot show that nothing new comes. */
const TOO_FEW_CALLS = 5
/** At most so much new in two calls, of what the first four brought: the usual place to stop. */
const STOP_AT = 0.05
/** A concern that so many customers share. */
const CONCERN = 0.2

export interface CallOf {
  /** Themes this call was the first to bring. */
  readonly newThemes: readonly string[]
  /** Role of the customer, in the researcher's words; empty when not said. */
  readonly role: string
}

/** "Calls 6 to 8 brought nothing new. Call 9 did: ... Have all buying roles been asked?" */
export function newWords(calls: readonly CallOf[]): string {
  if (calls.length === 0) return 'Nobody asked yet.'
  if (calls.every(({ newThemes }) => newThemes.length === 0)) return 'No theme is tagged yet.'
  if (calls.length < TOO_FEW_CALLS)
    return `${numberOf(calls.length)}: too few to see whether anything new comes.`
  const runs = runsOf(calls)
  const firstQuiet = runs.findIndex(({ isQuiet }) => isQuiet)
  if (firstQuiet < 0) return `Every call brought something new. ${lastBrought(calls)} Ask more.`
  // What came before the last silence but one is settled; the end is what the question is about.
  const told = runs.slice(Math.max(firstQuiet, runs.length - LAST_RUNS))
  const sentences = told.map((run, index) =>
    run.isQuiet ? `${callsOf(run)} brought nothing new.` : broughtAfterAll(run, calls, index === 0),
  )
  const isLateNews = told.slice(1).some(({ isQuiet }) => !isQuiet) || told[0]?.isQuiet === false
  return [...sentences, ...(isLateNews ? ['Have all buying roles been asked?'] : [])].join(' ')
}

const LAST_RUNS = 3

interface Run {
  readonly isQuiet: boolean
  readonly from: number
  readonly to: number
}

function runsOf(calls: readonly CallOf[]): Run[] {
  const runs: Run[] = []
  for (const [index, { newThemes }] of calls.entries()) {
    const isQuiet = newThemes.length === 0
    const last = runs.at(-1)
    if (last?.isQuiet === isQuiet) runs[runs.length - 1] = { ...last, to: index + 1 }
    else runs.push({ isQuiet, from: index + 1, to: index + 1 })
  }
  return runs
}

const callsOf = ({ from, to }: Run): string =>
  from === to ? `Call ${from}` : to === from + 1 ? `Calls ${from} and ${to}` : `Calls ${from} to ${to}`

function broughtAfterAll(run: Run, calls: readonly CallOf[], isFirst: boolean): string {
  const own = calls.slice(run.from - 1, run.to)
  const labels = own.flatMap(({ newThemes }) => newThemes)
  const verb = isFirst ? 'brought something new' : 'did'
  const role = own.length === 1 ? (own[0]?.role ?? '') : ''
  const said =
    labels.length === 1 ? `“${labels[0]}”` : `${labels.length} new themes, among them “${labels[0]}”`
  return `${callsOf(run)} ${verb}: ${said}${role === '' ? '' : `, from the role “${role}”`}.`
}

function lastBrought(calls: readonly CallOf[]): string {
  const count = calls.at(-1)?.newThemes.length ?? 0
  return `Call ${calls.length} brought ${count === 1 ? 'one new theme' : `${count} new themes`}.`
}

const numberOf = (calls: number): string => (calls === 1 ? 'One call' : `${calls} calls`)

/** What the newest of the ratios says; empty without one. */
export function ratioWords({ newInformation, newThemesPerCall }: Saturation): string {
  const last = newInformation.at(-1)
  if (!last || last.ratio === null) return ''
  const base = newThemesPerCall.slice(0, 4).reduce((all, count) => all + count, 0)
  const fresh = newThemesPerCall
    .slice(last.afterCall - 2, last.afterCall)
    .reduce((all, count) => all + count, 0)
  const share = `The last two calls brought ${fresh} new ${fresh === 1 ? 'theme' : 'themes'}, the first four ${base}.`
  return last.ratio <= STOP_AT
    ? `${share} Many stop here.`
    : `${share} Many go on until two calls bring at most 1 for every 20 of the first four.`
}

/** What the next call may bring, and what nobody has said yet; empty without calls. */
export function expectedWords({ expectedNext, unheardAtLeast }: Saturation): string[] {
  const lines: string[] = []
  if (expectedNext !== null) lines.push(nextWords(expectedNext))
  if (unheardAtLeast !== null)
    lines.push(
      Math.round(unheardAtLeast) === 0
        ? 'Themes nobody has mentioned yet: perhaps none among people like these.'
        : `Themes nobody has mentioned yet: at least about ${Math.round(unheardAtLeast)}.`,
    )
  return lines
}

function nextWords(expected: number): string {
  if (expected === 0) return 'The next call will probably bring nothing new.'
  if (expected >= 1) {
    const about = Math.round(expected)
    return `The next call will probably bring about ${about} new ${about === 1 ? 'theme' : 'themes'}.`
  }
  const calls = Math.round(1 / expected)
  return calls <= 1
    ? 'The next call will probably bring about 1 new theme.'
    : `One new theme may be expected from about ${calls} more calls.`
}

/** "Something that 1 in 5 customers care about was heard at least once: 89 chances in 100." */
export function hearingWords(n: number): string {
  if (n === 0) return ''
  const chances = Math.round(100 * chanceOfHearing(CONCERN, n))
  return `Something that 1 in 5 customers care about has come up at least once: ${chances} chances in 100.`
}

/** What all of this cannot say. */
export function limitWords(rolesNotAsked: readonly string[]): string {
  const missing = rolesNotAsked.map((role) => `Nobody of the role “${role}” was asked.`)
  return ['None of this covers who was not called.', ...missing].join(' ')
}

/** How many customers stand behind a theme or a finding: "7 of 10 customers"; never a percentage below 20 people. */
export function customersWords(some: number, n: number): string {
  if (n === 0) return 'no customer asked yet'
  if (some === 0) return `none of ${n} customers`
  if (some === 1) return n === 1 ? 'one customer' : `one customer of ${n}`
  const percent = n < PERCENT_FROM ? '' : ` (${Math.round((100 * some) / n)} %)`
  return `${some} of ${n} customers${percent}`
}

/** What a share may be among all customers, in whole chances: "between 40 and 89 in 100". Null without customers. */
export function shareRangeWords(some: number, n: number): string | null {
  const interval = wilson(some, n)
  if (!interval) return null
  const [low, high] = interval.map((share) => Math.round(100 * share))
  return `Among all customers like these, probably between ${low} and ${high} in 100.`
}
