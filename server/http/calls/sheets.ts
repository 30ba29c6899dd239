/** One sheet of a file as rows, for whoever brings a list in. Read in a thread of its own, and forgotten. */
import type { FastifyInstance } from 'fastify'
import { bodyOf, inIntakeThread, notOpened, stillThere, takeMultipart } from '#server/http/intake-thread.ts'
import { type Ask, answerInOwnForm } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import type { SheetAnswer } from '#server/intake/list-sheet.ts'
import { AppError } from '#server/problem.ts'
import { Turns } from '#server/turns.ts'

const MAX_FILE = 10 * 1024 * 1024
/** Each of them lies in memory while it waits. */
const MOST_WAITING = 6
const COME_BACK_S = 5

export async function sheetRoutes(app: FastifyInstance, service: Service): Promise<void> {
  const turns = new Turns()
  let inHand = 0
  const read = async ({ request, reply }: Ask<'readSheet'>) => {
    if (inHand >= MOST_WAITING)
      throw new AppError('too-many-tries', {
        title: 'Several files are being read already: wait a few seconds, then send yours again.',
        retryAfterS: COME_BACK_S,
      })
    const gone = new AbortController()
    reply.raw.on('close', () => gone.abort())
    inHand++
    try {
      return await turns.run('sheet', () => {
        stillThere(gone.signal)
        return inIntakeThread(gone.signal, async (worker) => {
          const answer = await worker.ask<SheetAnswer>({ ask: 'sheet', ...bodyOf(request) })
          if (!answer.opened) throw notOpened(answer)
          return reply.type('application/json; charset=utf-8').send(answer.json)
        })
      })
    } finally {
      inHand--
    }
  }
  await app.register((scope, _options, done) => {
    takeMultipart(scope)
    answerInOwnForm(scope, service, 'readSheet', read, { bodyLimit: MAX_FILE })
    done()
  })
}
