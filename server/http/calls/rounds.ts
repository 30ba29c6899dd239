/** Sealed rounds: opening, voting, and the reveal. */
import type { FastifyInstance } from 'fastify'
import { currentSeat } from '#server/auth/seats.ts'
import { kindOf } from '#server/ballots/ballot-box.ts'
import { findRound } from '#server/ballots/rounds.ts'
import { copySubjects } from '#server/ballots/subjects.ts'
import { newId } from '#server/chance.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'

const DEFAULT_MIN_FUNCTION_SIZE = 3

export function roundRoutes(app: FastifyInstance, service: Service): void {
  const { storage, documents, box, rounds, chance } = service

  answer(app, service, 'openRound', async ({ workshopId, body, command }) => {
    const board = await documents.read(workshopId, 'board')
    if (!board) throw new AppError('no-such-workshop')
    const about = copySubjects(kindOf(body), board, { subjects: body.subjects, columns: body.columns ?? [] })
    const id = newId(chance)
    return command(async (tx, record) => {
      const number = await rounds.open(tx, record, {
        id,
        workshopId,
        kind: body.kind,
        about,
        anonymity: body.anonymity,
        minFunctionSize: body.minFunctionSize ?? DEFAULT_MIN_FUNCTION_SIZE,
      })
      return { roundId: id, number }
    })
  })

  answer(app, service, 'roundProgress', async (ask) => {
    const round = await findRound(storage.db, ask.workshopId, ask.param('roundId'))
    const { sealed, started, missing } = await rounds.turnout(storage.db, round)
    return { sealed: [...sealed], started: [...started], missing: [...missing] }
  })

  answer(app, service, 'putBallot', async (ask) =>
    ask.command(async (tx, record) => {
      const round = await findRound(tx, ask.workshopId, ask.param('roundId'))
      const seat = await currentSeat(tx, ask.workshopId, ask.seat.id)
      if (!seat) throw new AppError('no-seat')
      return rounds.put(tx, record, round, seat, ask.body)
    }),
  )

  answer(app, service, 'putProxyBallot', async (ask) =>
    ask.command(async (tx, record) => {
      const round = await findRound(tx, ask.workshopId, ask.param('roundId'))
      return rounds.putForProxy(tx, record, round, ask.param('seatId'), ask.body)
    }),
  )

  answer(app, service, 'readBallot', async (ask) => {
    const round = await findRound(storage.db, ask.workshopId, ask.param('roundId'))
    return box.own(storage.db, round.id, ask.seat.id)
  })

  for (const [name, step] of [
    ['closeRound', 'close'],
    ['revealRound', 'reveal'],
    ['discardRound', 'discard'],
  ] as const)
    answer(app, service, name, async (ask) =>
      ask.command(async (tx, record) => {
        const round = await findRound(tx, ask.workshopId, ask.param('roundId'))
        await rounds[step](tx, record, round)
        return {}
      }),
    )

  answer(app, service, 'setBeat', async (ask) =>
    ask.command(async (tx, record) => {
      rounds.setBeat(record, await findRound(tx, ask.workshopId, ask.param('roundId')), ask.body.beat)
      return {}
    }),
  )

  answer(app, service, 'shareDrift', async (ask) =>
    ask.command(async (tx, record) => {
      rounds.shareDrift(record, await findRound(tx, ask.workshopId, ask.param('roundId')))
      return {}
    }),
  )
}
