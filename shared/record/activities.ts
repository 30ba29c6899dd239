/** What a room does, one after the other. Alone here, so that pages without documents can name it. */

/** Stops of the rail, in order (architecture: three phases). */
export const activities = [
  'scene',
  'needs',
  'weigh',
  'mark',
  'unknown',
  'interviews',
  'first-look',
  'second-look',
  'reality',
  'findings',
  'promise',
  'decisions',
  'roadmap',
  'plan',
  'closing',
  'export',
] as const
export type Activity = (typeof activities)[number]
