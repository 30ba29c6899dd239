/** Stages to start a roadmap from, one list for each buying category (method E2). Content, in its own data file: all of it can be changed once it is on the board. */
import type { buyingCategories, Phase } from '#shared/board/schema.ts'
import data from '#shared/board/stage-templates.json' with { type: 'json' }

type BuyingCategory = (typeof buyingCategories)[number]

interface StageTemplate {
  readonly name: string
  readonly phase: Phase
  readonly questions: readonly string[]
  readonly skepticism: readonly string[]
  readonly tools: readonly string[]
}

export interface RoadmapTemplate {
  readonly category: BuyingCategory
  readonly name: string
  /** When a purchase is of this category, in a sentence. */
  readonly when: string
  /** How long such a purchase takes. */
  readonly span: string
  readonly stages: readonly StageTemplate[]
}

/** From light to intense. What the file holds is proved in its test. */
export const roadmapTemplates = data as readonly RoadmapTemplate[]
