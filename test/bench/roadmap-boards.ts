/** Boards of made-up cards, open in two browsers, for the benchmark of the roadmap. */
import type { Browser, Page } from 'playwright'
import { type Lane, lanes } from '#shared/board/schema.ts'
import { placeAll } from '#shared/document/order.ts'

interface BoardSize {
  readonly cards: number
  readonly stages: number
}

export interface Boards {
  readonly address: string
  /** The facilitator's. */
  readonly mine: Page
  /** A member's. */
  readonly theirs: Page
}

export async function openBoards(browser: Browser, url: string, size: BoardSize): Promise<Boards> {
  const headers = { origin: url }
  const viewport = { width: 1440, height: 900 }
  const facilitator = await browser.newContext({ viewport })
  const data = { title: 'Bench', facilitator: { name: 'Noor' }, from: workshopFile(size) }
  const opened = await facilitator.request.post(`${url}/api/workshops`, { headers, data })
  const { workshopId, joinCode } = (await opened.json()) as { workshopId: string; joinCode: string }
  const member = await browser.newContext({ viewport })
  await member.request.post(`${url}/api/join`, { headers, data: { code: joinCode, name: 'Ana' } })
  const address = `${url}/w/${workshopId}/roadmap`
  const [mine, theirs] = [await facilitator.newPage(), await member.newPage()]
  for (const page of [mine, theirs]) {
    await page.goto(address)
    await page.waitForFunction((n) => document.querySelectorAll('[data-card]').length === n, size.cards)
  }
  return { address, mine, theirs }
}

function workshopFile({ cards: count, stages }: BoardSize) {
  const shown: readonly Lane[] = lanes.filter((lane) => lane !== 'desire')
  const ids = Array.from({ length: count }, (_, i) => `c${i}`)
  const orders = placeAll([], 0, ids).map(({ order }) => order)
  return {
    format: 'guessproof.workshop',
    version: 1,
    exportedAt: '2026-11-21T10:00:00.000Z',
    appVersion: '0.1.0',
    sealed: [],
    workshop: {
      board: {
        stages: Array.from({ length: stages }, (_, i) => ({
          id: `s${i}`,
          name: `Stage ${i}`,
          phase: i < stages / 2 ? 'early' : 'late',
          order: orders[i],
        })),
        cards: ids.map((id, i) => ({
          id,
          text: `Card ${i}: what do they want to know before they go on?`,
          place: {
            stageId: `s${i % stages}`,
            lane: shown[Math.floor(i / stages) % shown.length],
            order: orders[i],
          },
        })),
      },
      record: {},
      interviews: {},
      history: [],
    },
  }
}
