import { expect, test } from 'vitest'
import { call } from '#client/session/call.ts'

/** A network that answers each request by the next of `answers`; an Error breaks the line. */
function network(...answers: (Response | Error)[]) {
  const sent: { url: string; init: RequestInit }[] = []
  const send = (async (url: string, init: RequestInit) => {
    sent.push({ url, init })
    const answer = answers.shift() ?? new Error('no more answers')
    if (answer instanceof Error) throw answer
    return answer
  }) as typeof fetch
  return { sent, setting: { fetch: send, newId: () => 'key-1', retryDelayMs: 0 } }
}

const json = (body: unknown, status = 200, headers: HeadersInit = {}) =>
  new Response(JSON.stringify(body), { status, headers })
const params = { workshopId: 'w/1', roundId: 'r1' }

test('a call goes to its address with its parameters escaped, as JSON, with a key', async () => {
  const { sent, setting } = network(json({ sealed: true, receivedAt: 5 }))
  const result = await call('putBallot', { params, body: { sealed: true, points: { n1: 100 } } }, setting)
  expect(result).toEqual({ ok: true, reply: { sealed: true, receivedAt: 5 } })
  expect(sent).toHaveLength(1)
  expect(sent[0]?.url).toBe('/api/workshops/w%2F1/rounds/r1/ballot')
  expect(sent[0]?.init).toMatchObject({
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'key-1' },
    body: '{"sealed":true,"points":{"n1":100}}',
  })
})

test('reading carries neither a key nor a body', async () => {
  const { sent, setting } = network(json({}))
  await call('readBallot', { params }, setting)
  expect(sent[0]?.init.headers).toEqual({ accept: 'application/json' })
  expect(sent[0]?.init.body).toBeUndefined()
})

test('when the line breaks it is sent once more under the same key', async () => {
  for (const broken of [new TypeError('Failed to fetch'), new Response('Bad gateway', { status: 502 })]) {
    const { sent, setting } = network(broken, json({}))
    expect(await call('closeRound', { params }, setting)).toEqual({ ok: true, reply: {} })
    const keys = sent.map(({ init }) => new Headers(init.headers).get('idempotency-key'))
    expect(keys).toEqual(['key-1', 'key-1'])
  }
})

test('a line that stays broken is "offline"', async () => {
  const { setting } = network(new TypeError('Failed to fetch'), new TypeError('Failed to fetch'))
  expect(await call('closeRound', { params }, setting)).toMatchObject({
    ok: false,
    problem: { code: 'offline', faults: [] },
  })
})

test('a refusal is a value with its code, its faults, and when to try again; it is not repeated', async () => {
  const faults = [{ path: '/points', message: 'These add up to 99. Place 1 more point.' }]
  const { sent, setting } = network(
    json(
      {
        type: 'about:blank',
        status: 422,
        code: 'ballot-faults',
        title: 'Not 100',
        faults: [...faults, 'junk'],
      },
      422,
    ),
    json({ code: 'too-many-tries', title: 'Wait' }, 429, { 'retry-after': '30' }),
    new Response('<h1>Oops</h1>', { status: 500 }),
  )
  const ask = () => call('putBallot', { params, body: { sealed: true } }, setting)
  expect(await ask()).toEqual({
    ok: false,
    problem: { code: 'ballot-faults', title: 'Not 100', faults, retryAfterS: null },
  })
  expect(await ask()).toMatchObject({ ok: false, problem: { code: 'too-many-tries', retryAfterS: 30 } })
  expect(await ask()).toMatchObject({ ok: false, problem: { code: 'internal' } })
  expect(sent).toHaveLength(3)
})

test('a server that does not answer is given up on', async () => {
  const never = ((_: string, { signal }: RequestInit) =>
    new Promise((_resolve, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason)),
    )) as typeof fetch
  const result = await call('closeRound', { params }, { fetch: never, timeoutMs: 5, retryDelayMs: 0 })
  expect(result).toMatchObject({ ok: false, problem: { code: 'offline' } })
})
