/** The list of the first page: workshops of one product together, what is overdue first, then what was open last. */
import { type Attention, attentionOf } from '#client/features/home/attention.ts'
import { productKey } from '#client/lib/same-product.ts'
import type { KnownWorkshop } from '#client/session/workshops.ts'

export interface Listed {
  readonly workshop: KnownWorkshop
  readonly attention: Attention
}

export interface Group {
  readonly key: string
  /** Null for a workshop that stands alone. */
  readonly product: { readonly name: string; readonly company: string } | null
  readonly workshops: readonly Listed[]
}

/** `all` is newest first. */
export function byProduct(
  all: readonly KnownWorkshop[],
  now: number,
  dayOf: (at: number) => string,
): readonly Group[] {
  const groups = new Map<string, Listed[]>()
  for (const workshop of all) {
    const key = productKey(workshop) ?? workshop.workshopId
    const listed = { workshop, attention: attentionOf(workshop, now, dayOf) }
    groups.set(key, [...(groups.get(key) ?? []), listed])
  }
  return [...groups]
    .map(([key, workshops]): Group => {
      const first = workshops[0]?.workshop
      const isMany = workshops.length > 1 && first !== undefined
      return {
        key,
        product: isMany ? { name: first.product, company: first.company } : null,
        workshops: overdueFirst(workshops),
      }
    })
    .sort((a, b) => Number(isOverdue(b)) - Number(isOverdue(a)))
}

const overdueFirst = (all: readonly Listed[]): Listed[] =>
  [...all].sort((a, b) => Number(b.attention.overdue > 0) - Number(a.attention.overdue > 0))

const isOverdue = ({ workshops }: Group): boolean => workshops.some(({ attention }) => attention.overdue > 0)
