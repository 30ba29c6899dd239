/** What the server owes every request: headers, problems, origins, logs without content, and a clean stop. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calls } from '#shared/protocol/calls.ts'
import { type ProblemCode, problemStatus } from '#shared/protocol/problems.ts'
import { startTestServer, type TestServer, testClock } from '#test/support/server.ts'

let server: TestServer
let clientDir: string

beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'gp-client-'))
  await mkdir(join(clientDir, 'assets'))
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Guessproof</title>')
  await writeFile(join(clientDir, 'assets/main-abc123.js'), `export const x = '${'x'.repeat(5000)}'`)
  server = await startTestServer({ clientDir, env: { METRICS_TOKEN: 'a-token-for-metrics' } })
})
afterAll(async () => {
  await server.stop()
  await rm(clientDir, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  server.newPerson().fetch('GET', path, { headers })

describe('for whoever runs it', () => {
  test('it says that it is up, ready, and which version it is', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, json: { status: 'up' } })
    expect(await get('/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } })
    expect(await get('/version')).toMatchObject({ status: 200, json: { version: '0.0.0-test' } })
  })

  test('metrics are Prometheus text, for the token alone when one is set', async () => {
    expect((await get('/metrics')).status).toBe(403)
    expect((await get('/metrics', { authorization: 'Bearer a-token-for-metricz' })).status).toBe(403)
    const metrics = await get('/metrics', { authorization: 'Bearer a-token-for-metrics' })
    expect(metrics.status).toBe(200)
    expect(metrics.text).toMatch(/^guessproof_connections \d+$/m)
    expect(metrics.text).toMatch(/guessproof_calls_total\{method="GET",route="\/healthz",status="200"\} \d/)
    expect(metrics.text).toContain('nodejs_eventloop_lag_p99_seconds')
  })

  test('OpenAPI names every call with its schemas', async () => {
    const { json } = await get('/api/openapi.json')
    const { paths } = json as { paths: Record<string, Record<string, { operationId: string }>> }
    const named = Object.values(paths).flatMap((path) => Object.values(path).map((one) => one.operationId))
    expect(named.sort()).toEqual(Object.keys(calls).sort())
    expect(paths['/api/workshops/{workshopId}/rounds/{roundId}/ballot']).toMatchObject({
      put: {
        parameters: [{ name: 'workshopId' }, { name: 'roundId' }],
        requestBody: {
          content: { 'application/json': { schema: { type: 'object', required: ['sealed'] } } },
        },
        responses: { 200: {}, default: {} },
      },
    })
  })
})

describe('pages', () => {
  test.each(['/', '/join', '/j/K7M3QP', '/w/abc'])(
    '%s is the page, asked for anew each time',
    async (path) => {
      const page = await get(path)
      expect(page).toMatchObject({ status: 200 })
      expect(page.text).toContain('<title>Guessproof')
      expect(page.headers.get('cache-control')).toBe('no-cache')
    },
  )

  test('hashed files are kept for ever and compressed; missing ones are no page', async () => {
    const script = await get('/assets/main-abc123.js', { 'accept-encoding': 'br' })
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-encoding')).toBe('br')
    expect((await get('/assets/gone-123.js')).status).toBe(404)
    expect((await get('/assets/..%2f..%2fpackage.json')).status).toBe(404)
    expect((await get('/../package.json')).status).toBe(404)
    expect((await get('/assets/')).status).toBe(404)
  })

  test('[SE-7a] headers allow nothing from elsewhere, no frames, no referrer, no index', async () => {
    for (const path of ['/', '/api/nothing', '/healthz']) {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe-eval|upgrade-insecure|\*/)
      const sources = policy.match(/(?:https?|wss?):\/\/[^\s;]+/g) ?? []
      expect(sources.every((source) => source.endsWith(new URL(server.url).host))).toBe(true)
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-robots-tag')).toContain('noindex')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    }
    expect((await get('/api/nothing')).headers.get('cache-control')).toBe('no-store')
  })
})

describe('problems', () => {
  const cases: [
    string,
    string,
    string,
    Parameters<ReturnType<TestServer['newPerson']>['fetch']>[2],
    ProblemCode,
  ][] = [
    ['an unknown address', 'GET', '/api/nothing', {}, 'not-found'],
    ['an unknown file', 'GET', '/nothing.txt', {}, 'not-found'],
    ['an unknown method', 'DELETE', '/api/join', {}, 'method-not-allowed'],
    ['a page that is posted to', 'POST', '/join', { body: {} }, 'not-found'],
    ['a broken body', 'POST', '/api/join', { body: '{"code":' }, 'bad-request'],
    [
      'an empty body',
      'POST',
      '/api/join',
      { headers: { 'content-type': 'application/json' } },
      'bad-request',
    ],
    ['a body that is no object', 'POST', '/api/join', { body: '7' }, 'bad-request'],
    [
      'a form',
      'POST',
      '/api/join',
      { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      'unsupported-type',
    ],
    ['a large body', 'POST', '/api/join', { body: `"${'x'.repeat(300_000)}"` }, 'too-large'],
    ['a broken address', 'GET', '/api/workshops/%E0%A4%A', {}, 'bad-request'],
    ['a long parameter', 'GET', `/api/workshops/${'x'.repeat(200)}`, {}, 'not-found'],
    ['a strange parameter', 'GET', '/api/workshops/a%00b', {}, 'not-found'],
    ['no such workshop', 'GET', '/api/workshops/nowhere', {}, 'no-such-workshop'],
    [
      'a page of another site',
      'POST',
      '/api/join',
      { body: {}, headers: { origin: 'https://evil.example' } },
      'wrong-origin',
    ],
    ['a sandboxed page', 'POST', '/api/join', { body: {}, headers: { origin: 'null' } }, 'wrong-origin'],
  ]
  test.each(cases)(
    '%s is answered with a problem of the closed list',
    async (_what, method, path, request, code) => {
      const answer = await server.newPerson().fetch(method, path, request)
      expect(answer.json).toMatchObject({
        code,
        status: problemStatus[code],
        type: `urn:guessproof:problem:${code}`,
      })
      expect((answer.json as { title: string }).title).toMatch(/\.$/)
      expect(answer.status).toBe(problemStatus[code])
      expect(answer.headers.get('content-type')).toMatch('application/problem+json')
    },
  )

  test('405 says what the address takes', async () => {
    const answer = await server.newPerson().fetch('PATCH', '/api/workshops/a/rounds/b/ballot')
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('PUT, GET')
  })

  test('bytes that are not HTTP are answered and the next caller is served', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.write('\x16\x03\x01 hello\r\n\r\n')
    const answer = await text(socket)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"code":"bad-request"')
    expect((await get('/healthz')).status).toBe(200)
  })

  test('own pages may change things, by host or by the public address', async () => {
    const host = new URL(server.url).host
    const own = await server.newPerson().call('createWorkshop', {
      body: { title: 'T', facilitator: { name: 'F' } },
      headers: { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' },
    })
    expect(own.status).toBe(201)
    const behind = await startTestServer({
      env: { PUBLIC_URL: 'https://workshops.example/', TRUST_PROXY: '1' },
    })
    try {
      const body = { title: 'T', facilitator: { name: 'F' } }
      const opened = await behind.newPerson().call('createWorkshop', {
        body,
        headers: { origin: 'https://workshops.example' },
      })
      expect(opened.status).toBe(201)
      expect(opened.headers.getSetCookie()[0]).toContain('; Secure')
      expect(opened.json).toMatchObject({
        links: { participate: expect.stringMatching(/^https:\/\/workshops\.example\/w\//) },
      })
      expect(opened.headers.get('strict-transport-security')).toContain('max-age')
      const forwarded = await behind.newPerson().call('createWorkshop', {
        body,
        headers: { origin: 'https://inner.example', 'x-forwarded-host': 'inner.example' },
      })
      expect(forwarded.status).toBe(201)
    } finally {
      await behind.stop()
    }
    const direct = await server.newPerson().call('createWorkshop', {
      body: { title: 'T', facilitator: { name: 'F' } },
      headers: { origin: 'https://inner.example', 'x-forwarded-host': 'inner.example' },
    })
    expect(direct.status).toBe(403)
  })

  test('tries are counted by the address a trusted proxy names, and by no other', async () => {
    const tryFrom = async (one: TestServer, address: string) =>
      (
        await one.newPerson().call('checkCode', {
          body: { code: '222222' },
          headers: { 'x-forwarded-for': address },
        })
      ).status
    const trusting = await startTestServer({ env: { TRUST_PROXY: '1', MAX_WRONG_CODES: '1' } })
    const wary = await startTestServer({ env: { MAX_WRONG_CODES: '1' } })
    try {
      expect([await tryFrom(trusting, '10.0.0.1'), await tryFrom(trusting, '10.0.0.2')]).toEqual([404, 404])
      expect(await tryFrom(trusting, '9.9.9.9, 10.0.0.1')).toBe(429)
      expect([await tryFrom(wary, '10.0.0.1'), await tryFrom(wary, '10.0.0.2')]).toEqual([404, 429])
    } finally {
      await trusting.stop()
      await wary.stop()
    }
  })

  test('workshops cannot be opened by the thousand, or at all where that is switched off', async () => {
    const clock = testClock()
    const strict = await startTestServer({ clock, env: { MAX_NEW_WORKSHOPS: '2' } })
    const closed = await startTestServer({ env: { OPEN_WORKSHOPS: 'nobody' } })
    const body = { title: 'T', facilitator: { name: 'F' } }
    try {
      for (const status of [201, 201, 429])
        expect((await strict.newPerson().call('createWorkshop', { body })).status).toBe(status)
      clock.advance(60_000)
      expect((await strict.newPerson().call('createWorkshop', { body })).status).toBe(201)
      expect((await closed.newPerson().refusal('createWorkshop', { body })).code).toBe('not-allowed')
    } finally {
      await strict.stop()
      await closed.stop()
    }
  })
})

test('[S4] metrics hold no content either', async () => {
  const metrics = await get('/metrics', { authorization: 'Bearer a-token-for-metrics' })
  expect(metrics.text).not.toMatch(/route="[^"]*(?:K7M3QP|nowhere|abc)/)
})
