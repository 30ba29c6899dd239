/** The interview guide to start from (method E1). Content, in its own data file: all of it can be changed once it is on the board. */
import data from '#shared/board/guide-template.json' with { type: 'json' }

interface TemplateQuestion {
  readonly theme: string
  readonly text: string
  /** What its answers are for. */
  readonly captures: string
  readonly probes: readonly string[]
}

export interface GuideTemplate {
  readonly name: string
  readonly minutes: number
  readonly opening: string
  readonly closing: string
  /** By theme, what people who did not buy are asked instead; null: they are not asked. */
  readonly didNotBuy: Readonly<Record<string, string | null>>
  readonly questions: readonly TemplateQuestion[]
}

/** Fourteen questions for a call of half an hour, open ones before numbers. */
export const guideTemplate: GuideTemplate = data
