/** How a question was put when it was asked: the guide goes on, an interview keeps its wording (R044). */

interface Change {
  readonly version: number
  readonly questionId: string | null
  /** What stood there before the change. */
  readonly wording: string
}

/** The version of the guide in force: what an answer given now remembers. */
export const versionInForce = (guideVersion: number, changes: readonly Change[]): number =>
  changes.reduce((most, { version }) => Math.max(most, version), guideVersion)

/** The wording at a version: what stood there before the first later change of it. */
export function wordingAt(
  question: { readonly id: string; readonly text: string },
  version: number,
  changes: readonly Change[],
): string {
  const later = changes
    .filter((one) => one.questionId === question.id && one.wording !== '' && one.version > version)
    .sort((a, b) => a.version - b.version)
  return later[0]?.wording ?? question.text
}
