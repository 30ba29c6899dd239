/** Any y-websocket client with a seat's cookie is a peer: the package's own provider, in Node, beside a browser. */
import { expect, test } from '@playwright/test'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addCard } from '#shared/board/roadmap-edits.ts'
import { cards, stages } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'
import { byOrder } from '#shared/document/order.ts'
import { laptop, openDemo } from '#test/e2e/room.ts'
import { socketWithCookie } from '#test/support/cookie-socket.ts'
import { until } from '#test/support/until.ts'

test('the npm provider in Node syncs the board with a browser, both ways', async ({ browser, baseURL }) => {
  const context = await browser.newContext(laptop)
  const page = await context.newPage()
  const id = await openDemo(page)
  await page.goto(`/w/${id}/roadmap`)
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const doc = new Y.Doc()
  const address = `${(baseURL ?? '').replace('http', 'ws')}/sync/${id}`
  const provider = new WebsocketProvider(address, 'board', doc, {
    WebSocketPolyfill: socketWithCookie(cookie),
    disableBc: true,
  })
  try {
    await until(() => provider.synced && readRows(doc, stages).length === 8, 'the provider has the board')
    const [first] = readRows(doc, stages).sort(byOrder)
    const args = { stageId: first?.id ?? '', lane: 'question', text: 'Asked from Node' } as const
    runEdit(doc, addCard, args, { newId: () => 'from-node', now: () => 0, seatId: '' })
    await expect(page.getByText('Asked from Node')).toBeVisible()

    await page.getByRole('group', { name: /Asked from Node/ }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type(', changed in the browser')
    await until(
      () => readRows(doc, cards).some(({ text }) => text === 'Asked from Node, changed in the browser'),
      'the provider has what the browser wrote',
    )
  } finally {
    provider.destroy()
    doc.destroy()
  }
})
