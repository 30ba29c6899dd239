/** The client's files: hashed ones for ever, the page itself asked for anew each time and given for every other address. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerUnknown, refuse } from '#server/http/errors.ts'

/** `clientDir` without a built client: the server then answers calls alone. */
export async function servePages(app: FastifyInstance, clientDir: string): Promise<void> {
  const hasClient = existsSync(join(clientDir, 'index.html'))
  if (hasClient) {
    app.get('/', async (_request, reply) => sendPage(reply))
    await app.register(files, {
      root: clientDir,
      cacheControl: false,
      index: false,
      setHeaders: (reply, path) => {
        const isHashed = path.startsWith(join(clientDir, 'assets'))
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return answerUnknown(request, reply)
    return hasClient && isPage(request) ? sendPage(reply) : refuse(reply, 'not-found')
  })
}

const sendPage = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html')

/** An address of the client's own, rather than a file that is not there. */
function isPage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? ''
  return (request.method === 'GET' || request.method === 'HEAD') && !/\.[a-z0-9]+$/i.test(path)
}
