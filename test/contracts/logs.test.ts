/** [S4] What the server writes to its log while people work: that something happened, never what. */
import { expect, test } from 'vitest'
import { addNeed } from '#shared/board/scene-edits.ts'
import { editBoard, startTestServer, tokenOf } from '#test/support/server.ts'

test('[S4] logs hold no content: no name, text, code, token, cookie, ballot or query', async () => {
  const noisy = await startTestServer({ env: { LOG_LEVEL: 'debug' } })
  const secrets: string[] = []
  const secret = (text: string) => {
    secrets.push(text)
    return text
  }
  try {
    const fay = noisy.newPerson()
    const { joinCode, links } = await fay.open({
      title: secret('Title-of-the-workshop'),
      company: secret('Company-name'),
      facilitator: { name: secret('Fay-Facilitator') },
    })
    secret(joinCode)
    for (const link of Object.values(links)) secret(tokenOf(link))
    const ana = noisy.newPerson()
    await ana.join({
      token: tokenOf(links.participate),
      name: secret('Ana-Member'),
      functionName: secret('Fn-Sales'),
    })
    for (const person of [fay, ana]) secret(person.cookie.split('=')[1] ?? '')
    const subjects: string[] = []
    for (const short of ['Need-one', 'Need-two'])
      subjects.push(await editBoard(noisy, fay.workshopId, addNeed, { short: secret(short) }))
    const { roundId } = await fay.ask('openRound', {
      body: { kind: 'weights', subjects, anonymity: 'anonymous' },
    })
    const ballot = { points: { [subjects[0] ?? '']: 61 }, unsure: [], confidence: null, abstained: false }
    const put = { params: { roundId }, body: { ...ballot, reason: secret('Reason-of-Ana'), sealed: true } }
    await ana.refusal('putBallot', put)
    await ana.fetch('GET', `/api/workshops/${fay.workshopId}?q=${secret('In-the-query')}`)
    await ana.fetch('GET', `/j/${joinCode}`)
    await ana.fetch('POST', '/api/join', { body: `{"name": "${secret('In-a-broken-body')}` })
    await ana.fetch('POST', '/api/join', { body: { code: secret('WRONGC'), name: 'x' } })
    await fay.ask('exportJson')
    noisy.running.log.error({ err: new Error(`duplicate key (${secret('In-an-error')})`) }, 'call failed')
  } finally {
    await noisy.stop()
  }
  const lines = noisy.logLines.join('')
  expect(lines).toContain('"route":"/api/workshops/:workshopId/rounds/:roundId/ballot","status":422')
  expect(secrets.length).toBeGreaterThan(15)
  for (const text of [...secrets, '"points"', '"unsure"']) {
    const where = lines
      .split('\n')
      .filter((line) => line.replace(/"(time|reqId)":("[^"]*"|\d+)/g, '').includes(text))
    expect(where).toEqual([])
  }
})
