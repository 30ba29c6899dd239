/** Headers that keep a browser from doing what we never ask for, and the check that a change comes from our own pages. */
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { isOwnOrigin } from '#server/auth/origin.ts'
import type { Config } from '#server/config.ts'
import { AppError } from '#server/problem.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Older Safari does not count a socket to the same host as 'self'. */
const ownSockets = (host: string | undefined): string =>
  host && /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'"

export async function secure(app: FastifyInstance, { publicUrl }: Pick<Config, 'publicUrl'>): Promise<void> {
  const isHttps = publicUrl?.startsWith('https:') === true
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        // Component kit, drag and drop and charts write styles.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", (request) => ownSockets(request.headers.host)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-robots-tag', 'noindex, nofollow')
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (safeMethods.has(request.method)) return
    if (!isOwnOrigin(request.headers.origin, request.host, publicUrl)) throw new AppError('wrong-origin')
    if (request.headers['sec-fetch-site'] === 'cross-site') throw new AppError('wrong-origin')
  })
}
