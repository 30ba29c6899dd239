/**
 * Stops of the rail that have a screen, in the order of the workshop. A new screen is one line here and one in
 * `app/stop-screen.tsx`. Other activities of the agenda lead to the last stop before them.
 */
import { type Activity, activities } from '#shared/record/activities.ts'

export const phases = ['discover', 'debate', 'deploy'] as const
export type Phase = (typeof phases)[number]

export const stops = [
  { activity: 'scene', phase: 'discover', key: 's' },
  { activity: 'needs', phase: 'discover', key: 'n' },
  { activity: 'weigh', phase: 'discover', key: 'w' },
  { activity: 'mark', phase: 'discover', key: 'm' },
  { activity: 'unknown', phase: 'discover', key: 'u' },
  { activity: 'interviews', phase: 'discover', key: 'i' },
  { activity: 'first-look', phase: 'debate', key: 'f' },
  { activity: 'second-look', phase: 'debate', key: 'l' },
  { activity: 'reality', phase: 'debate', key: 'r' },
  { activity: 'findings', phase: 'debate', key: 't' },
  { activity: 'promise', phase: 'debate', key: 'p' },
  { activity: 'decisions', phase: 'debate', key: 'd' },
  { activity: 'roadmap', phase: 'deploy', key: 'o' },
  { activity: 'plan', phase: 'deploy', key: 'a' },
  { activity: 'closing', phase: 'deploy', key: 'c' },
  { activity: 'export', phase: 'deploy', key: 'e' },
] as const satisfies readonly { activity: Activity; phase: Phase; key: string }[]

export type Stop = (typeof stops)[number]
export type StopName = Stop['activity']

const orderOf = (activity: Activity): number => activities.indexOf(activity)

/** The stop that shows an activity, or the last one before it. */
export function stopFor(activity: Activity): StopName {
  const reached = stops.filter((stop) => orderOf(stop.activity) <= orderOf(activity))
  return reached.at(-1)?.activity ?? stops[0].activity
}

export const stopNamed = (name: string | undefined): StopName | null =>
  stops.find(({ activity }) => activity === name)?.activity ?? null

/** From the interviews on the line is ink, once the envelope is open: from there the room knows instead of guessing. */
export const isKnown = (activity: Activity, isEnvelopeOpen: boolean): boolean =>
  isEnvelopeOpen && orderOf(activity) >= orderOf('interviews')

export const isBefore = (a: Activity, b: Activity): boolean => orderOf(a) < orderOf(b)
